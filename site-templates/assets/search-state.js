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
  /** Ways to sort by their names in the address. */
  const sorts = { moi: "newest", cu: "oldest" };

  /**
   * @typedef {{q: string, filters: Record<string, any>, sort: string, isLiteral: boolean, shown: number}} SearchState
   * `filters` holds only facets that filter: lists of values, and `year` as [first, last], either end null.
   */

  /** Years in order; nothing where both ends are open. */
  const span = ([first, last]) => (first && last && first > last ? [last, first] : first || last ? [first, last] : []);

  const yearsText = ([first, last], mark) => (first === last ? first : (first ?? "") + mark + (last ?? ""));

  /** The filters with one facet's values in the place of its old ones. */
  const put = (facet, values, { [facet]: _, ...others }) => (values.length ? { ...others, [facet]: values } : others);

  /** Reads the part of an address from `?` on; what is not understood is left out. @returns {SearchState} */
  const readAddress = (text) => {
    const parameters = new URLSearchParams(text);
    let filters = {};
    for (const facet in lists) {
      filters = put(facet, [...new Set(parameters.getAll(lists[facet]).filter((value) => /^[\w.-]{1,80}$/.test(value)))], filters);
    }
    // 2014, 2014..2020, ..2020 or 2014..
    filters = put("year", tracuu.yearsOf(parameters.get("nam")) ?? [], filters);
    return {
      q: parameters.get("q") ?? "", filters, sort: new Map(Object.entries(sorts)).get(parameters.get("xep")) ?? "relevance",
      isLiteral: parameters.has("dung"), shown: Math.min(MOST, Math.max(PAGE, parseInt(parameters.get("hien")) || 0)),
    };
  };

  /** The address of a state from `?` on; empty for an empty state. @param {SearchState} state */
  const addressOf = ({ q, filters, sort, isLiteral, shown }) => {
    const parts = [["q", q.trim()]];
    for (const facet in lists) for (const value of filters[facet] ?? []) parts.push([lists[facet], value]);
    parts.push(
      ["nam", filters.year && yearsText(filters.year, "..")], ["xep", Object.keys(sorts).find((name) => sorts[name] === sort)],
      ["dung", isLiteral && 1], ["hien", shown > PAGE && shown],
    );
    const text = new URLSearchParams(parts.filter((part) => part[1])).toString();
    return text && `?${text}`;
  };

  /** Every filter as [facet, value]; years are one. */
  const pairsOf = (filters) => Object.entries(filters).flatMap(([facet, value]) => (facet === "year" ? [value] : value).map((each) => [facet, each]));

  /** The filters with one value put in or taken out; years take the place of the old ones. */
  const withFilter = (filters, facet, value, isOn) =>
    put(facet, facet === "year" ? span(isOn ? value : []) : (filters[facet] ?? []).filter((each) => each !== value).concat(isOn ? value : []), filters);

  tracuu.searchState = { PAGE, addressOf, pairsOf, readAddress, withFilter, yearsText };
})();
