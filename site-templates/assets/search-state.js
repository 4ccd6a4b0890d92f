// What the search page was asked, and its address: everything that makes a result list stands in the address, so that it
// can be shared, reloaded and gone back to. No DOM here.
"use strict";
globalThis.tracuu ??= {};

(() => {
  /** Hits shown at first, and more with each “show more”. */
  const PAGE = 10;
  const MOST = 200;

  /** Facets whose values are chosen one by one, with their names in the address. */
  const lists = { status: "hieu-luc", kind: "nhom", type: "loai", issuer: "co-quan", topic: "chu-de" };
  const sorts = { newest: "moi", oldest: "cu" };

  /**
   * @typedef {{q: string, filters: Record<string, any>, sort: string, isLiteral: boolean, shown: number}} SearchState
   * `filters` holds only facets that filter: lists of values, and `year` as [first, last], either end null.
   */

  /** @param {string} text such as 2014, 2014..2020, ..2020 or 2014.. @returns {[number | null, number | null] | null} */
  const yearsOf = (text) => {
    const parts = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(text ?? "");
    if (!parts || (!parts[1] && !parts[3]) || (!parts[2] && parts[3])) return null;
    const first = parts[1] ? Number(parts[1]) : null;
    const last = parts[2] ? (parts[3] ? Number(parts[3]) : null) : first;
    return first !== null && last !== null && first > last ? [last, first] : [first, last];
  };

  const yearsText = ([first, last]) => (first === last ? `${first}` : `${first ?? ""}..${last ?? ""}`);

  /** Reads the part of an address from `?` on; what is not understood is left out. @returns {SearchState} */
  const readAddress = (text) => {
    const parameters = new URLSearchParams(text);
    const filters = {};
    for (const [facet, name] of Object.entries(lists)) {
      const values = [...new Set(parameters.getAll(name).filter((value) => /^[\w.-]{1,80}$/.test(value)))];
      if (values.length) filters[facet] = values;
    }
    const years = yearsOf(parameters.get("nam"));
    if (years) filters.year = years;
    const sort = Object.keys(sorts).find((key) => sorts[key] === parameters.get("xep")) ?? "relevance";
    const shown = Math.min(MOST, Math.max(PAGE, Math.trunc(Number(parameters.get("hien"))) || PAGE));
    return { q: parameters.get("q") ?? "", filters, sort, isLiteral: parameters.get("dung") === "1", shown };
  };

  /** The address of a state from `?` on; empty for an empty state. @param {SearchState} state */
  const addressOf = (state) => {
    const parameters = new URLSearchParams();
    if (state.q.trim()) parameters.set("q", state.q.trim());
    for (const [facet, name] of Object.entries(lists)) {
      for (const value of state.filters[facet] ?? []) parameters.append(name, value);
    }
    if (state.filters.year) parameters.set("nam", yearsText(state.filters.year));
    if (sorts[state.sort]) parameters.set("xep", sorts[state.sort]);
    if (state.isLiteral) parameters.set("dung", "1");
    if (state.shown > PAGE) parameters.set("hien", String(state.shown));
    const text = parameters.toString();
    return text && `?${text}`;
  };

  /** The filters with one value put in or taken out; for years the value is the new range or null. */
  const withFilter = (filters, facet, value, isOn) => {
    const changed = { ...filters };
    const values = facet === "year" ? (isOn ? value : null) : (filters[facet] ?? []).filter((each) => each !== value).concat(isOn ? [value] : []);
    if (values?.length) changed[facet] = values;
    else delete changed[facet];
    return changed;
  };

  tracuu.searchState = { PAGE, addressOf, facets: [...Object.keys(lists), "year"], readAddress, withFilter, yearsText };
})();
