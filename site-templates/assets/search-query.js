// Takes a query apart: "đúng cụm này", -trừ, loai:KL, coquan:…, chude:…, nam:2014..2020, hieuluc:con. Nothing typed is an
// error: what reads as none of these is words. The twin of the command's QueryLanguage. Needs text.js.
"use strict";

(() => {
  /** Signs that are read; what looks like more of them is words. */
  const SIGNS = 16;
  /** Plain words beside which quotation marks still ask for a phrase. */
  const LONGEST = 10;
  const FACETS = {
    loai: "type", type: "type", coquan: "issuer", cq: "issuer", issuer: "issuer", chude: "topic", topic: "topic",
    nam: "year", year: "year", hieuluc: "status", status: "status",
  };
  /** Status values by the word for them. */
  tracuu.statusWords = {
    con: ["in-force", "in-force-source", "partly-expired"], het: ["expired", "replaced"], motphan: ["partly-expired"],
    chua: ["not-yet"], ngung: ["suspended"], chuaro: ["unverified"],
  };

  /** Numbers and names compared without case, marks, separators and leading zeros. */
  tracuu.nameKey = (text) => tracuu.fold(text).replace(/[^0-9a-z]/g, "").replace(/^0+/, "");

  const QUOTED = "[\"“”„«»]([^\"“”„«»]*[\\p{Alphabetic}\\p{N}][^\"“”„«»]*)[\"“”„«»]";
  const SPACE = "\\u0000-\\u0020\\u00a0";
  const phrase = new RegExp(QUOTED, "uy");
  const excluded = new RegExp(`-(?:${QUOTED}|([\\p{Alphabetic}\\p{N}][^${SPACE}]*))`, "uy");
  const filter = new RegExp(`([^${SPACE}:"“”„«»]{1,12}):(?:${QUOTED}|([^${SPACE}"“”„«»]*))`, "uy");
  const plain = new RegExp(`[^${SPACE}"“”„«»]+|.`, "suy");

  /** First and last year of `2014..2020`, `2014..`, `2014`; either end null. */
  tracuu.yearsOf = (text) => {
    const [, first, sign, last] = /^(\d{4})?(\.\.|-|–)?(\d{4})?$/.exec(text) ?? [];
    if ((!first && !last) || (last && !sign)) return null;
    const years = [first, sign ? last : first].map((year) => Number(year) || null);
    return years[1] && years[0] > years[1] ? years.reverse() : years;
  };

  /**
   * How a query reads. `words` is what is ranked, phrases among it; `named` holds the filters as typed.
   * @param {string} text
   * @returns {{words: string, phrases: string[], excluded: string[], named: {facet: string, value: string}[], years: (number | null)[] | null}}
   */
  tracuu.parseQuery = (text) => {
    const kept = [];
    const parsed = { words: text, kept, phrases: [], excluded: [], named: [], years: null };
    let signs = 0;
    let plains = 0;
    let before = "";
    const read = (pattern, at) => {
      pattern.lastIndex = at;
      return signs < SIGNS ? pattern.exec(text) : null;
    };
    for (let at = 0; at < text.length; ) {
      if (/[\u0000-\u0020\u00a0]/.test(text[at])) {
        at += 1;
        continue;
      }
      let match = read(phrase, at);
      if (match) {
        kept.push(match[1]);
        parsed.phrases.push(match[1]);
      } else if (!/\p{N}$/u.test(before) && (match = read(excluded, at))) {
        // A hyphen behind a figure belongs to a number: 100 -KL/TW.
        parsed.excluded.push(match[1] ?? match[2]);
      } else if ((match = read(filter, at))) {
        const key = tracuu.nameKey(match[1]);
        const facet = Object.hasOwn(FACETS, key) ? FACETS[key] : null;
        const value = match[2] ?? match[3];
        const years = facet === "year" && tracuu.yearsOf(value);
        if (years) parsed.years = years;
        else if (facet && facet !== "year" && tracuu.nameKey(value)) parsed.named.push({ facet, value, at: kept.length, isQuoted: match[2] !== undefined });
        else match = null;
      }
      if (match) signs += 1;
      else {
        plain.lastIndex = at;
        match = plain.exec(text);
        kept.push(match[0]);
        plains++;
      }
      at += match[0].length;
      before = match[0];
    }
    if (!signs) return { ...parsed, kept: [text] };
    // A sentence that is pasted in keeps its quotation marks; no record need hold what stands between them.
    if (plains > LONGEST) parsed.phrases = [];
    if (!kept.length && !parsed.named.length && !parsed.years) kept.push(...parsed.excluded.splice(0));
    parsed.words = kept.join(" ");
    return parsed;
  };
})();
