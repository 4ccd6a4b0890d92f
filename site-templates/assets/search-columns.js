// The facets of the search index, read: what each record has, which records pass filters, how many each value would leave.
// The twin of the command's FacetTable and FacetCount. Needs search-entries.js and search-query.js.
"use strict";

(function (root) {
  const tracuu = (root.tracuu = root.tracuu || {});

  class Columns {
    /** @param {Record<string, {values: string[][], sets: number[][], rows: string}>} stored @param {number} records */
    constructor(stored, records) {
      this.columns = Object.entries(stored).map(([facet, { values, sets, rows }]) => {
        const of = new Uint16Array(records);
        let at = 0;
        let set = -1;
        tracuu.eachNumber(rows, (number) => {
          if (set < 0) set = number;
          else {
            of.fill(set, at, (at += number + 1));
            set = -1;
          }
        });
        return { facet, values, sets, of };
      });
    }

    /** Ids of the values that a word in a query names. */
    named(facet, word) {
      const key = tracuu.nameKey(word);
      const column = this.columns.find((each) => each.facet === facet);
      return column ? column.values
        .filter(([id, label, ways]) => [tracuu.nameKey(id), tracuu.nameKey(label), ...ways.split(" ")].includes(key)).map(([id]) => id) : [];
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
        if (!chosen || chosen.length === 0) return null;
        const passes = facet === "year"
          ? (id) => (chosen[0] ?? 0) <= Number(id) && Number(id) <= (chosen[1] ?? 9999)
          : (id) => chosen.includes(id);
        const good = values.map(([id]) => passes(id));
        return sets.map((set) => set.some((value) => good[value]));
      });
      const filtering = columns.map((_, k) => k).filter((k) => passing[k]);
      const sums = columns.map(({ sets }) => new Uint32Array(sets.length));
      const losses = columns.map(() => 0);
      const records = [];
      for (const record of matches) {
        let failed = -1;
        let failures = 0;
        for (const k of filtering) {
          if (passing[k][columns[k].of[record]]) continue;
          failed = k;
          failures += 1;
        }
        if (failures > 1) continue;
        if (failures === 1) {
          losses[failed] += 1;
          sums[failed][columns[failed].of[record]] += 1;
          continue;
        }
        records.push(record);
        for (let k = 0; k < columns.length; k++) sums[k][columns[k].of[record]] += 1;
      }
      const counts = {};
      columns.forEach(({ facet, values, sets }, k) => {
        const of = values.map(() => 0);
        sets.forEach((set, number) => set.forEach((value) => (of[value] += sums[k][number])));
        const order = of.map((_, value) => value).filter((value) => of[value] > 0);
        order.sort((a, b) => (facet === "year" ? b - a : of[b] - of[a] || a - b));
        counts[facet] = order.map((value) => ({ value: values[value][0], label: values[value][1], count: of[value] }));
      });
      return { records, counts, losses };
    }

    /** The filter that alone keeps most records out. */
    relief(filters, losses) {
      const most = Math.max(...losses);
      const { facet } = this.columns[losses.indexOf(most)] ?? {};
      if (!most) return null;
      return { dropFilter: { facet, value: facet === "year" ? filters.year : filters[facet][0] } };
    }
  }

  tracuu.Columns = Columns;
})(globalThis);
