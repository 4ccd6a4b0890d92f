// Cuts the part of a record's text that answers a query best, with the answering words marked. The twin of the
// command's Snippet: the same window, the same marks. Needs text.js.
"use strict";

(() => {
  /** Tokens that a snippet shows, about two lines. */
  const SNIPPET = 36;
  /** Sections shown of one record. */
  const SECTIONS = 3;

  /** The syllables and pairs of a query. @param {{folded: string}[]} query */
  const termsOf = (query) => new Set(query.flatMap(({ folded }, k) => [folded, k ? `${query[k - 1].folded} ${folded}` : folded]));

  /** Which words of a text are those of a query, and at which a pair of it starts. */
  const findWords = (text, query) => {
    const tokens = tracuu.syllables(text);
    const asked = termsOf(query);
    const pairs = tokens.map(({ folded }, k) => `${folded} ${tokens[k + 1]?.folded ?? ""}`);
    return { tokens, pairs, isSingle: tokens.map(({ folded }) => asked.has(folded)), isPair: pairs.map((pair) => asked.has(pair)) };
  };

  /** Where a text answers a query best, and how well. */
  const evidenceOf = (text, query) => {
    const words = findWords(text, query);
    const { tokens, pairs, isSingle, isPair } = words;
    const places = tokens.flatMap((_, k) => (isSingle[k] ? k : []));
    let top = 0;
    let start = 0;
    places.forEach((from, first) => {
      const seen = new Set();
      let score = 0;
      const see = (key, value) => {
        if (!seen.has(key)) score += value;
        seen.add(key);
      };
      for (let k, place = first; (k = places[place]) < from + SNIPPET - 6; place++) {
        see(tokens[k].folded, 1);
        if (isPair[k]) see(pairs[k], 3);
      }
      if (score > top) [top, start] = [score, from];
    });
    return { ...words, top, start };
  };

  /** How much a record's score rises for standing together of what was asked, and for its title, in percent. */
  tracuu.closenessOf = ({ title, text }, query, { near, titled }) => {
    const most = [...termsOf(query)].reduce((sum, term) => sum + (term.includes(" ") ? 3 : 1), 0);
    const { isPair } = findWords(title, query);
    const found = isPair.filter(Boolean).length;
    return Math.floor((near * evidenceOf(`${title}\n${text}`, query).top) / most) + (found && Math.floor((titled * found) / (isPair.length - 1)));
  };

  /** The part of a text that answers a query best, as pieces `{ text, isMarked }`. */
  tracuu.snippetOf = (text, query) => {
    const { tokens, isSingle, isPair, start: best } = evidenceOf(text, query);
    if (!tokens.length) return [];
    const start = best < SNIPPET / 2 ? 0 : best - 4;
    const end = Math.min(tokens.length, start + SNIPPET);
    const hasPair = isPair.slice(start, end).includes(true);
    const pieces = [];
    const put = (piece, isMarked) => {
      const last = pieces.at(-1);
      if (last?.isMarked === isMarked) last.text += piece;
      else if (piece) pieces.push({ text: piece, isMarked });
    };
    const between = (from, to) => text.slice(from, to).replaceAll("\n", " ");
    let position = start && tokens[start].start;
    if (start) put("… ", false);
    for (let k = start; k < end; k++) {
      const isJoined = k > start && isPair[k - 1];
      const isMarked = hasPair ? isPair[k] || isJoined : isSingle[k];
      put(between(position, tokens[k].start), isMarked && isJoined);
      position = tokens[k].end;
      put(between(tokens[k].start, position), isMarked);
    }
    put(end < tokens.length ? " …" : between(position), false);
    return pieces;
  };

  /**
   * The sections of a long record that answer a query best, best first; none that hold less than half of the best.
   * @param {[string, string, string][]} sections anchor, heading, text
   */
  tracuu.sectionsOf = (sections, query) => {
    const found = sections.map(([anchor, label, text]) => ({ anchor, label, text, top: evidenceOf(`${label}\n${text}`, query).top }));
    found.sort((a, b) => b.top - a.top);
    const least = Math.max(query.length > 1 ? 5 : 1, found[0]?.top / 2);
    return found.filter(({ top }) => top >= least).slice(0, SECTIONS)
      .map(({ anchor, label, text }) => ({ anchor, label, snippet: tracuu.snippetOf(text, query) }));
  };

  tracuu.findWords = findWords;
})();
