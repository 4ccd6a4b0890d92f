// The facets of the search index, read: what each record has, which records pass filters, how many each value would leave.
// The twin of the command's FacetTable and FacetCount. Needs search-entries.js and search-query.js.
"use strict";

(() => {
  const slugOf = (text) => tracuu.fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  tracuu.Columns = class {
    /** @param {Record<string, {values: string[][], sets: number[][], rows: string}>} stored @param {number} records */
    constructor(stored, records) {
      this.columns = Object.entries(stored).map(([facet, { values, sets, rows }]) => {
        const of = new Uint16Array(records);
        const [runs, lengths] = rows.split(" ").map((text) => {
          const numbers = [];
          tracuu.eachNumber(text, (number) => numbers.push(number));
          return numbers;
        });
        let at = 0;
        runs.forEach((set, k) => of.fill(set, at, (at += lengths[k] + 1)));
        return { facet, sets, of, values: values.map(([id, label, ways]) => [id || slugOf(label), label, ways]) };
      });
    }

    /** Ids of the values that a word in a query names. */
    named(facet, word) {
      const key = tracuu.nameKey(word);
      const { values } = this.columns.find((each) => each.facet === facet);
      return values.filter(([id, label, ways]) => [tracuu.nameKey(id), tracuu.nameKey(label), ...ways.split(" ")].includes(key)).map(([id]) => id);
    }

    /**
     * Narrows records, and counts over all of them; each facet under the filters of the others.
     * @param {Iterable<number>} matches
     * @returns {{records: number[], counts: Record<string, {value: string, label: string, count: number}[]>, losses: number[]}}
     *   `losses`: records that each column's filter alone keeps out
     */
    narrow(matches, filters) {
      const { columns } = this;
      const passing = columns.map(({ facet, values, sets }) => {
        const chosen = filters[facet];
        if (!chosen?.length) return null;
        const good = values.map(([id]) => (facet === "year" ? (chosen[0] ?? 0) <= id && id <= (chosen[1] ?? 9999) : chosen.includes(id)));
        return sets.map((set) => set.some((value) => good[value]));
      });
      const sums = columns.map(({ sets }) => new Uint32Array(sets.length));
      const losses = columns.map(() => 0);
      const records = [];
      for (const record of matches) {
        let failed = -1;
        let failures = 0;
        passing.forEach((good, k) => {
          if (!good || good[columns[k].of[record]]) return;
          failed = k;
          failures++;
        });
        if (!failures) records.push(record);
        else if (failures < 2) losses[failed]++;
        // What one facet alone keeps out counts for that facet.
        if (failures < 2) columns.forEach(({ of }, k) => (!failures || k === failed) && sums[k][of[record]]++);
      }
      const counts = {};
      columns.forEach(({ facet, values, sets }, k) => {
        const found = values.map(([value, label]) => ({ value, label, count: 0 }));
        sets.forEach((set, number) => set.forEach((value) => { found[value].count += sums[k][number]; }));
        counts[facet] = (facet === "year" ? found.reverse() : found.sort((a, b) => b.count - a.count)).filter(({ count }) => count);
      });
      return { records, counts, losses };
    }

    /** The filter that alone keeps most records out. */
    relief(filters, losses) {
      const most = Math.max(...losses);
      if (!most) return null;
      const { facet } = this.columns[losses.indexOf(most)];
      return { dropFilter: { facet, value: facet === "year" ? filters.year : filters[facet][0] } };
    }
  };
})();
