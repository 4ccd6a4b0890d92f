// The filters of the search page: values with their counts beside the results, in a sheet on a narrow screen, and one
// chip for each filter in use.
"use strict";

(() => {
  const { element, grouped, strings, word } = tracuu.client;
  const { pairsOf, withFilter, yearsText } = tracuu.searchState;
  /** Values shown before “all”. */
  const FEW = 6;

  const [form, chips, sheet, opener, closer, side] =
    ["facets", "chips", "sheet", "open", "close", "side"].map((name) => document.getElementById(`search-${name}`));
  const groups = [...form.elements].filter((each) => each.dataset.facet);
  const years = [...form.querySelectorAll("select")];

  /** Names of values seen so far: those of kinds and statuses are the interface's words. */
  const labels = { ...strings };
  const labelOf = (facet, value) => (facet === "year" ? yearsText(value, "–") : labels[`${facet}-${value}`] ?? value);
  const nameOf = (facet, value) => `${word(`facet-${facet}`)}: ${labelOf(facet, value)}`;

  const showValues = (group, facet, values, chosen) => {
    const [list, more] = group.querySelectorAll("ul, button");
    const all = values.concat(chosen.filter((value) => !values.some((each) => each.value === value)).map((value) => ({ value, count: 0 })));
    list.replaceChildren(...all.map(({ value, label, count }) => {
      if (label) labels[`${facet}-${value}`] = label;
      const box = element("input", { type: "checkbox", value, checked: chosen.includes(value) });
      return element("li", null, element("label", null, box, element("span", { lang: label && "vi" }, labelOf(facet, value)), element("span", { class: "count" }, grouped(count))));
    }));
    const isLong = all.length > FEW + 1;
    list.classList.toggle("is-long", isLong);
    more.hidden = !isLong || list.classList.contains("is-whole");
    group.hidden = !all.length;
  };

  const showYears = (group, values, chosen) => {
    const counts = new Map(values.map(({ value, count }) => [Number(value), ` (${grouped(count)})`]));
    const all = [...new Set([...counts.keys(), ...chosen])].filter(Boolean).sort((a, b) => b - a);
    years.forEach((select, k) => {
      select.replaceChildren(select.options[0], ...all.map((year) => element("option", { value: year, selected: year === chosen[k] }, year + (counts.get(year) ?? ""))));
    });
    group.hidden = !all.length;
  };

  /**
   * Shows the counts of an answer and what of them is chosen; the focus stays on its value.
   * @param {Record<string, {value: string, label?: string, count: number}[]>} facets
   */
  const show = (facets, filters) => {
    const { value } = document.activeElement;
    const focused = form.contains(document.activeElement) && document.activeElement.closest("fieldset");
    for (const group of groups) {
      const { facet } = group.dataset;
      (facet === "year" ? showYears : (...all) => showValues(group, facet, ...all.slice(1)))(group, facets[facet] ?? [], filters[facet] ?? []);
    }
    if (focused && !form.contains(document.activeElement)) [...focused.elements].find((each) => each.value === value)?.focus();
    form.hidden = opener.hidden = groups.every((group) => group.hidden);
    const count = pairsOf(filters).length;
    opener.textContent = word(count ? "facets-used" : "facets", { n: count });
  };

  /** One chip for each filter in use. @param {(filters: Record<string, any>) => void} change */
  const showChips = (filters, change, box) => {
    const chip = (left, ...name) => element("button", { type: "button", click: () => {
      change(left);
      box.focus();
    } }, ...name);
    const made = pairsOf(filters).map(([facet, value]) => chip(
      withFilter(filters, facet, value, false), element("span", { class: "visually-hidden" }, `${word("drop")} `), nameOf(facet, value), element("span", { class: "chip-cross" }),
    ));
    if (made.length > 1) made.push(chip({}, word("drop-all")));
    chips.replaceChildren(...made);
    chips.hidden = !made.length;
  };

  /** Tells of every choice. @param {(facet: string, value: any, isOn: boolean) => void} change */
  const listen = (change) => {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", ({ target }) => {
      const { facet } = target.closest("fieldset").dataset;
      if (facet === "year") change(facet, years.map((select) => Number(select.value) || null), true);
      else change(facet, target.value, target.checked);
    });
    form.addEventListener("click", ({ target }) => {
      if (target.type !== "button") return;
      const list = target.previousElementSibling;
      list.classList.add("is-whole");
      target.hidden = true;
      list.children[FEW].querySelector("input").focus();
    });
    opener.addEventListener("click", () => sheet.showModal());
    // A press beside the sheet closes it too.
    sheet.addEventListener("click", ({ target }) => (target === sheet || target === closer) && sheet.close());
    const wide = matchMedia("(width >= 64rem)");
    const place = () => {
      if (wide.matches) side.append(form);
      else closer.parentElement.before(form);
      if (wide.matches) sheet.close();
    };
    wide.addEventListener("change", place);
    place();
  };

  tracuu.searchFacets = { closer, listen, nameOf, show, showChips };
})();
