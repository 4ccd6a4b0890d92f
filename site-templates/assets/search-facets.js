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
  const groups = [...form.querySelectorAll("fieldset")];

  /** Names of values seen so far: those of kinds and statuses are the interface's words. */
  const labels = { ...strings };
  const nameOf = (facet, value) => (facet === "year" ? yearsText(value, "–") : labels[`${facet}-${value}`] ?? value);
  const filterName = (facet, value) => `${word(`facet-${facet}`)}: ${nameOf(facet, value)}`;

  const showValues = (group, values, chosen) => {
    const { facet } = group.dataset;
    const [list, more] = group.querySelectorAll("ul, button");
    for (const { value, label } of values) if (label) labels[`${facet}-${value}`] = label;
    list.classList.toggle("is-long", values.length > FEW + 1);
    more.hidden = list.className !== "is-long";
    // Most answers have many values, and each key brings new ones: only what is seen is made.
    list.replaceChildren(...values.filter(({ value }, k) => more.hidden || k < FEW || chosen.includes(value)).map(({ value, label, count }) =>
      element("li", null, element("label", null,
        element("input", { type: "checkbox", value, checked: chosen.includes(value) }),
        element("span", { lang: label && "vi" }, nameOf(facet, value)), element("span", { class: "count" }, grouped(count))))));
    more.onclick = () => {
      list.classList.add("is-whole");
      showValues(group, values, chosen);
      list.children[FEW].querySelector("input").focus();
    };
  };

  const showYears = (group, values, chosen) => group.querySelectorAll("select").forEach((select, k) => {
    const sorted = [...values].sort((a, b) => b.value - a.value);
    select.replaceChildren(select.options[0], ...sorted.map(({ value, count }) =>
      element("option", { value, selected: Number(value) === chosen[k] }, value + (count ? ` (${grouped(count)})` : ""))));
  });

  /**
   * Shows the counts of an answer and what of them is chosen; the focus stays on its value.
   * @param {Record<string, {value: string, label?: string, count: number}[]>} facets
   */
  const show = (facets, filters) => {
    const { activeElement: focused } = document;
    const group = form.contains(focused) && focused.closest("fieldset");
    for (const each of groups) {
      const { facet } = each.dataset;
      const chosen = filters[facet] ?? [];
      const found = facets[facet] ?? [];
      // What is chosen stays to be taken back, also where nothing has it.
      const values = found.concat(chosen.filter((value) => value && !found.some((other) => other.value == value)).map((value) => ({ value, count: 0 })));
      (facet === "year" ? showYears : showValues)(each, values, chosen);
      each.hidden = !values.length;
    }
    if (group && !focused.isConnected) [...group.elements].find((each) => each.value === focused.value)?.focus();
    form.hidden = opener.hidden = groups.every((each) => each.hidden);
    const n = pairsOf(filters).length;
    opener.textContent = word(n ? "facets-used" : "facets", { n });
  };

  /** One chip for each filter in use. @param {(filters: Record<string, any>) => void} change */
  const showChips = (filters, change) => {
    const chip = (left, ...name) => element("button", { type: "button", click: () => change(left) }, ...name);
    const made = pairsOf(filters).map(([facet, value]) => chip(
      withFilter(filters, facet, value), element("span", { class: "visually-hidden" }, `${word("drop")} `), filterName(facet, value), element("span", { class: "chip-cross" }),
    ));
    if (made.length > 1) made.push(chip({}, word("drop-all")));
    chips.replaceChildren(...made);
    chips.hidden = !made.length;
  };

  /** Tells of every choice. @param {(facet: string, value: any, isOn: boolean) => void} change */
  const listen = (change) => {
    form.addEventListener("change", ({ target }) => {
      const { dataset: { facet }, elements } = target.closest("fieldset");
      if (facet === "year") change(facet, [...elements].map((select) => Number(select.value) || null), true);
      else change(facet, target.value, target.checked);
    });
    opener.addEventListener("click", () => sheet.showModal());
    // A press beside the sheet closes it too.
    sheet.addEventListener("click", ({ target }) => (target === sheet || target === closer) && sheet.close());
    const wide = matchMedia("(width >= 64rem)");
    const place = () => {
      sheet.close();
      if (wide.matches) side.append(form);
      else closer.parentElement.before(form);
    };
    wide.addEventListener("change", place);
    place();
  };

  tracuu.searchFacets = { closer, filterName, listen, show, showChips };
})();
