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

  const inOrder = ([first, last]) => (first && last && first > last ? [last, first] : [first, last]);

  /** @param {string} text such as 2014, 2014..2020, ..2020 or 2014.. */
  const yearsOf = (text) => {
    const [, first, span, last] = /^(\d{4})?(\.\.(\d{4})?)?$/.exec(text) ?? [];
    const years = [first, span ? last : first].map((year) => Number(year) || null);
    return first || last ? inOrder(years) : null;
  };

  const yearsText = ([first, last], mark) => (first === last ? first : (first ?? "") + mark + (last ?? ""));

  /** Reads the part of an address from `?` on; what is not understood is left out. @returns {SearchState} */
  const readAddress = (text) => {
    const parameters = new URLSearchParams(text);
    const filters = {};
    for (const facet in lists) {
      const values = new Set(parameters.getAll(lists[facet]).filter((value) => /^[\w.-]{1,80}$/.test(value)));
      if (values.size) filters[facet] = [...values];
    }
    const years = yearsOf(parameters.get("nam") ?? "");
    if (years) filters.year = years;
    return {
      q: parameters.get("q") ?? "", filters,
      sort: Object.keys(sorts).find((key) => sorts[key] === parameters.get("xep")) ?? "relevance",
      isLiteral: parameters.has("dung"), shown: Math.min(MOST, Math.max(PAGE, parseInt(parameters.get("hien")) || 0)),
    };
  };

  /** The address of a state from `?` on; empty for an empty state. @param {SearchState} state */
  const addressOf = ({ q, filters, sort, isLiteral, shown }) => {
    const parameters = new URLSearchParams();
    const put = (name, value) => value && parameters.append(name, value);
    put("q", q.trim());
    for (const facet in lists) for (const value of filters[facet] ?? []) put(lists[facet], value);
    put("nam", filters.year && yearsText(filters.year, ".."));
    put("xep", sorts[sort]);
    put("dung", isLiteral && 1);
    put("hien", shown > PAGE && shown);
    return parameters.size ? `?${parameters}` : "";
  };

  /** Every filter as [facet, value]; years are one. */
  const pairsOf = (filters) => Object.entries(filters).flatMap(([facet, value]) => (facet === "year" ? [[facet, value]] : value.map((each) => [facet, each])));

  /** The filters with one value put in or taken out; years that hold none go. */
  const withFilter = (filters, facet, value, isOn) => {
    const { [facet]: old = [], ...changed } = filters;
    const values = facet === "year" ? inOrder(value).filter(() => isOn && (value[0] || value[1])) : old.filter((each) => each !== value).concat(isOn ? value : []);
    return values.length ? { ...changed, [facet]: values } : changed;
  };

  tracuu.searchState = { PAGE, addressOf, pairsOf, readAddress, withFilter, yearsText };
})();
