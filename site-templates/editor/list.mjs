// The list of records: a box to search in, filters, fifty rows and more on demand.
import { get } from "./api.mjs";
import { after, button, element, put } from "./dom.mjs";
import { words } from "./words.mjs";

/** What was asked for last, so that the list is as it was when one comes back. */
const asked = { q: "", kind: "", only: "" };

const labelled = (text, control) => element("label", {}, element("span", {}, text), control);

const choice = (name, options) => {
  const made = element(
    "select",
    { name },
    options.map(([value, text]) => element("option", { value, selected: asked[name] === value }, text)),
  );
  return made;
};

const row = (record) => {
  const remarks = [
    record.errors ? element("span", { class: "error" }, words.errors(record.errors)) : null,
    record.warnings ? element("span", { class: "warning" }, words.warnings(record.warnings)) : null,
    record.draft ? element("span", { class: "draft" }, words.draft) : null,
  ].filter(Boolean);
  const link = element("a", { href: `#/ban-ghi/${encodeURIComponent(record.path)}` }, record.title);
  return element(
    "tr",
    {},
    element("td", { "data-label": words.number }, record.number ?? "—"),
    element("td", { class: "title", "data-label": words.name }, link),
    element("td", { class: "date", "data-label": words.issued }, record.issued ?? "—"),
    element("td", { "data-label": words.state }, record.state ?? "—"),
    element("td", { "data-label": words.remarks }, remarks.flatMap((remark, index) => (index ? [", ", remark] : [remark]))),
  );
};

export const showList = async (place, setup) => {
  const search = element("input", { type: "search", name: "q", autocomplete: "off", spellcheck: "false" });
  search.value = asked.q;
  const kind = choice("kind", [["", words.everyKind], ...setup.kinds.map(({ kind: id, label }) => [id, label])]);
  const only = choice("only", [
    ["", words.onlyAll],
    ["errors", words.onlyErrors],
    ["drafts", words.onlyDrafts],
  ]);
  const status = element("p", { role: "status" });
  const body = element("tbody");
  const more = button(words.more, () => load(body.rows.length), { class: "more" });
  let latest = 0;

  const load = async (start) => {
    const mine = (latest += 1);
    const answer = await get(`records?${new URLSearchParams({ ...asked, after: start })}`);
    // A slower, older answer says nothing any more.
    if (mine !== latest) return;
    if (start) body.append(...answer.records.map(row));
    else put(body, answer.records.map(row));
    put(status, answer.total ? words.found(answer.total, answer.all) : words.nothingFound);
    more.hidden = body.rows.length >= answer.total;
  };
  const again = after(150, () => load(0).catch(() => put(status, words.serverGone)));
  const form = element(
    "form",
    { role: "search", class: "filters" },
    labelled(words.search, search),
    labelled(words.kind, kind),
    labelled(words.only, only),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    Object.assign(asked, { q: search.value, kind: kind.value, only: only.value });
    again();
  });
  const heads = [
    words.number,
    words.name,
    words.issued,
    words.state,
    words.remarks,
  ].map((text) => element("th", { scope: "col" }, text));
  const table = element(
    "table",
    { class: "records" },
    element("caption", { class: "unseen" }, words.allRecords),
    element("thead", {}, element("tr", {}, heads)),
    body,
  );
  put(place, element("h1", {}, words.allRecords), form, status, table, more);
  await load(0);
};
