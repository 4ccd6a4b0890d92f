// Cuts the part of a record's text that answers a query best, with the answering words marked. The twin of the
// command's Snippet: the same window, the same marks. Needs text.js.
"use strict";

(() => {
  /** Tokens that a snippet shows, about two lines. */
  const SNIPPET = 36;
  /** Sections shown of one record. */
  const SECTIONS = 3;

  /** Which words of a text are those of a query, and at which a pair of it starts. @param {{folded: string}[]} query */
  const findWords = (text, query) => {
    const tokens = tracuu.syllables(text);
    const asked = new Set(query.flatMap(({ folded }, k) => [folded, k ? `${query[k - 1].folded} ${folded}` : folded]));
    const pairs = tokens.map(({ folded }, k) => `${folded} ${tokens[k + 1]?.folded ?? ""}`);
    return { tokens, pairs, isSingle: tokens.map(({ folded }) => asked.has(folded)), isPair: pairs.map((pair) => asked.has(pair)) };
  };

  /** Where a text answers a query best, and how well. */
  const evidenceOf = (text, query) => {
    const words = findWords(text, query);
    const { tokens, pairs, isSingle, isPair } = words;
    let top = 0;
    let start = 0;
    isSingle.forEach((isAsked, from) => {
      if (!isAsked) return;
      const seen = new Set();
      let score = 0;
      for (let k = from; k < Math.min(tokens.length, from + SNIPPET - 6); k++) {
        for (const [key, value] of [[isSingle[k] && tokens[k].folded, 1], [isPair[k] && pairs[k], 3]]) {
          if (key && !seen.has(key)) score += value;
          seen.add(key);
        }
      }
      if (score > top) [top, start] = [score, from];
    });
    return { ...words, top, start };
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
