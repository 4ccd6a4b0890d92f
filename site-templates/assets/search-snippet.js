// Cuts the part of a record's text that answers a query best, with the answering words marked. The twin of the
// command's Snippet: the same window, the same marks.
"use strict";

(function (root) {
  const tracuu = (root.tracuu = root.tracuu || {});

  /** Tokens that a snippet shows, about two lines. */
  const SNIPPET = 36;

  /** Folds of the words seen so far: folding is slow, and texts repeat themselves. */
  const folds = new Map();

  /** The words of a text with their folds, as `tracuu.syllables` gives them. */
  function wordsOf(text) {
    const words = [];
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      let folded = folds.get(word);
      if (folded === undefined) {
        folded = tracuu.syllables(word)[0]?.folded ?? "";
        if (folds.size > 20_000) folds.clear();
        folds.set(word, folded);
      }
      if (folded) words.push({ start: index, end: index + word.length, folded });
    }
    return words;
  }

  /** What of a query a text holds: per word whether it is one of the query's, and whether a pair of it starts there. */
  function evidenceOf(text, query) {
    const tokens = wordsOf(text);
    const singles = new Set(query.map((token) => token.folded));
    const pairs = new Set(query.slice(1).map((token, k) => `${query[k].folded} ${token.folded}`));
    const pairAt = (k) => (k + 1 < tokens.length ? `${tokens[k].folded} ${tokens[k + 1].folded}` : "");
    const isSingle = tokens.map((token) => singles.has(token.folded));
    const isPair = tokens.map((_, k) => isSingle[k] && pairs.has(pairAt(k)));

    let top = 0;
    let start = 0;
    tokens.forEach((_, from) => {
      if (!isSingle[from]) return;
      const seen = new Set();
      let score = 0;
      const see = (key, value) => {
        if (!seen.has(key)) score += value;
        seen.add(key);
      };
      for (let k = from; k < Math.min(tokens.length, from + SNIPPET - 6); k++) {
        if (isSingle[k]) see(tokens[k].folded, 1);
        if (isPair[k]) see(pairAt(k), 3);
      }
      if (score > top) [top, start] = [score, from];
    });
    return { tokens, isSingle, isPair, top, start };
  }

  /** The part of a text that answers a query best, as pieces `{ text, isMarked }`. */
  function snippetOf(text, query, evidence = evidenceOf(text, query)) {
    const { tokens, isSingle, isPair } = evidence;
    let { start } = evidence;
    if (tokens.length === 0) return [];
    start = start < SNIPPET / 2 ? 0 : start - 4;

    const end = Math.min(tokens.length, start + SNIPPET);
    const hasPair = isPair.slice(start, end).includes(true);
    const pieces = [];
    const put = (piece, isMarked) => {
      if (!piece) return;
      const last = pieces[pieces.length - 1];
      if (last && last.isMarked === isMarked) last.text += piece;
      else pieces.push({ text: piece, isMarked });
    };
    const between = (from, to) => text.slice(from, to).replaceAll("\n", " ");
    let position = start === 0 ? 0 : tokens[start].start;
    if (start > 0) put("… ", false);
    for (let k = start; k < end; k++) {
      const joined = k > start && isPair[k - 1];
      const isMarked = hasPair ? isPair[k] || joined : isSingle[k];
      put(between(position, tokens[k].start), isMarked && joined);
      put(between(tokens[k].start, tokens[k].end), isMarked);
      position = tokens[k].end;
    }
    put(end < tokens.length ? " …" : between(position, text.length), false);
    return pieces;
  }

  /** Sections shown of one record. */
  const SECTIONS = 3;

  /**
   * The sections of a long record that answer a query best, best first; none that hold less than half of the best.
   * @param {[string, string, string][]} sections anchor, heading, text
   */
  function sectionsOf(sections, query) {
    const found = sections.map(([anchor, label, text], place) => {
      const whole = label ? `${label}\n${text}` : text;
      return { anchor, label, text, place, whole: evidenceOf(whole, query) };
    });
    found.sort((a, b) => b.whole.top - a.whole.top || a.place - b.place);
    const least = Math.max(query.length > 1 ? 5 : 1, found[0]?.whole.top / 2);
    return found.filter(({ whole }) => whole.top >= least).slice(0, SECTIONS)
      .map(({ anchor, label, text }) => ({ anchor, label, snippet: snippetOf(text, query) }));
  }

  tracuu.snippetOf = snippetOf;
  tracuu.sectionsOf = sectionsOf;
})(globalThis);
