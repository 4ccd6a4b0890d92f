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

  /** What distinct terms are worth: one for a syllable, three for a pair. */
  const worthOf = (terms) => [...terms].reduce((sum, term) => sum + (term.includes(" ") ? 3 : 1), 0);

  /** Which words of a text are those of a query, and at which a pair of it starts. */
  const findWords = (text, query) => {
    const tokens = tracuu.syllables(text);
    const asked = termsOf(query);
    const isSingle = tokens.map(({ folded }) => asked.has(folded));
    const pairOf = (k) => `${tokens[k].folded} ${tokens[k + 1].folded}`;
    return { text, tokens, pairOf, isSingle, isPair: tokens.map((_, k) => isSingle[k] && !!isSingle[k + 1] && asked.has(pairOf(k))) };
  };

  /** Where words answer a query best, from one of them on, and how well. */
  const bestOf = ({ tokens, pairOf, isSingle, isPair }, from = 0) => {
    const places = tokens.flatMap((_, k) => (k >= from && isSingle[k] ? k : []));
    let [top, start] = [0, from];
    places.forEach((begin, first) => {
      const seen = new Set();
      for (let k, place = first; (k = places[place]) < begin + SNIPPET - 6; place++) {
        seen.add(tokens[k].folded);
        if (isPair[k]) seen.add(pairOf(k));
      }
      const score = worthOf(seen);
      if (score > top) [top, start] = [score, begin];
    });
    return { top, start };
  };

  /** The words of a title and its text, how well they answer a query, and with which of them the text begins. */
  tracuu.wordsOf = ({ title, text }, query) => {
    const words = findWords(`${title}\n${text}`, query);
    return { ...words, ...bestOf(words), from: words.tokens.filter(({ end }) => end <= title.length).length };
  };

  /** How much a record's score rises for standing together of what was asked, and for its title, in percent. */
  tracuu.closenessOf = ({ from, isPair, top }, query, { near, titled }) => {
    const found = isPair.filter((is, k) => is && k < from - 1).length;
    return Math.floor((near * top) / worthOf(termsOf(query))) + (found && Math.floor((titled * found) / (from - 1)));
  };

  /** Some of the words with what stands round them, as pieces `{ text, isMarked }`: pairs are marked where there are any, in
      the title too. */
  const piecesOf = ({ from, text, tokens, isSingle, isPair }, start, end, [before, position], after) => {
    const hasPair = isPair.some((is, k) => is && (k < from - 1 || (k >= start && k < end)));
    const pieces = [];
    const put = (piece, isMarked) => {
      const last = pieces.at(-1);
      if (last?.isMarked === isMarked) last.text += piece;
      else if (piece) pieces.push({ text: piece, isMarked });
    };
    // A heading or cell that ends without a stop is parted from what follows.
    const between = (...ends) => text.slice(...ends).replace(/^\n/, " · ").replaceAll("\n", " ");
    put(before, false);
    for (let k = start; k < end; k++) {
      const isJoined = k > start && isPair[k - 1];
      const isMarked = hasPair ? isPair[k] || isJoined : isSingle[k];
      put(between(position, tokens[k].start), isMarked && isJoined);
      position = tokens[k].end;
      put(between(tokens[k].start, position), isMarked);
    }
    put(after ?? between(position), false);
    return pieces;
  };

  /** A record's title as pieces; single words are marked where its text has no pair either. */
  tracuu.titleOf = ({ from, text, tokens, isSingle, isPair }) => {
    const title = text.slice(0, text.indexOf("\n"));
    return piecesOf({ text: title, tokens, isSingle: isPair.includes(true) ? isPair : isSingle, isPair: isPair.slice(0, Math.max(0, from - 1)) }, 0, from, ["", 0]);
  };

  /** The part of a record's text that answers a query best, as pieces. */
  tracuu.snippetOf = (words) => {
    const { from, text, tokens } = words;
    if (tokens.length <= from) return [];
    const best = bestOf(words, from).start;
    const start = best < from + SNIPPET / 2 ? from : best - 4;
    const end = Math.min(tokens.length, start + SNIPPET);
    const first = start > from ? ["… ", tokens[start].start] : ["", text.indexOf("\n") + 1];
    return piecesOf(words, start, end, first, end < tokens.length ? " …" : undefined);
  };

  /**
   * The sections of a long record that answer a query best, best first: BM25 over the record's sections with the worth that terms
   * have in the collection and by how few of the sections hold them, a heading counted three times. The section of a provision
   * that was asked for comes first.
   * @param {[string, string, string][]} sections anchor, heading, text
   * @param {{worth: number, term: {first: string, second?: string}}[]} evidence terms that records hold
   * @param {string} [wanted] the anchor of a provision
   */
  tracuu.sectionsOf = (sections, query, evidence, wanted) => {
    const worths = new Map(evidence.map(({ term, worth }) => [term.second ? `${term.first} ${term.second}` : term.first, worth]));
    const found = sections.map(([anchor, title, text]) => {
      const counts = new Map();
      let length = 0;
      const count = (part, weight) => {
        let last = "";
        for (const { folded } of tracuu.syllables(part)) {
          for (const term of [folded, `${last} ${folded}`]) if (worths.has(term)) counts.set(term, (counts.get(term) ?? 0) + weight);
          last = folded;
          length++;
        }
      };
      count(title, 3);
      count(text, 1);
      return { anchor, title, text, counts, length };
    });
    const average = found.reduce((sum, { length }) => sum + length, 0) / found.length;
    const rarity = (term) => {
      const holders = found.filter(({ counts }) => counts.has(term)).length;
      return Math.log(1 + (found.length - holders + 0.5) / (holders + 0.5));
    };
    const weights = new Map([...worths].map(([term, worth]) => [term, worth * Math.sqrt(rarity(term))]));
    const isWanted = ({ anchor }) => wanted === anchor || wanted?.startsWith(`${anchor}-`);
    for (const each of found) {
      const held = 1.2 * (0.4 + (0.6 * each.length) / average);
      each.score = [...each.counts].reduce((sum, [term, times]) => sum + (weights.get(term) * times) / (times + held), 0);
      if (isWanted(each)) each.score = Infinity;
    }
    found.sort((a, b) => b.score - a.score);
    const least = found.find(({ score }) => score < Infinity)?.score / 2;
    return found.filter(({ score }) => score && score >= least).slice(0, SECTIONS).map(({ anchor, title, text, score }) => ({
      anchor: score === Infinity ? wanted : anchor, label: title, snippet: tracuu.snippetOf(tracuu.wordsOf({ title, text }, query)),
    }));
  };

  tracuu.findWords = findWords;
})();
