// Text rules of the search box: how Vietnamese is folded and cut into syllables. The twin of the Swift module
// VietnameseText; Tests/vectors proves that both agree. A classic script, because pages opened from a folder may not
// load modules; everything stands in the one global object `tracuu`.
"use strict";
globalThis.tracuu ??= {};

(() => {
  const MARK = /[\u0300-\u036f]/g;
  /** The tones as marks of their own, numbered 1 to 5: grave, acute, hook, tilde, dot. */
  const TONES = "\u0300\u0301\u0309\u0303\u0323";

  /** Lower case of one character; the look-alikes of đ become đ. @param {string} letter */
  const lower = (letter) => (/[ÐðƉɖĐ]/.test(letter) ? "đ" : String.fromCodePoint(letter.toLowerCase().codePointAt(0)));
  const lowered = (text) => text.normalize("NFC").replace(MARK, "").replace(/./gsu, lower);
  const bare = (text) => text.normalize("NFD").replace(/([a-z])[\u0300-\u036f]+/g, "$1").normalize("NFC").replaceAll("đ", "d");

  /** One spelling for syllables that have several: hoà as hòa, lý as lí, quí as quý. @param {string} exact */
  const unified = (exact) => exact.normalize("NFD")
    .replace(/^qu([\u0300\u0301\u0309\u0303\u0323]?)[yi]([\u0300\u0301\u0309\u0303\u0323]?)$/, (_, early, late) => `quy${late || early}`)
    .replace(/(o(?=[ae])|(?<!q)u(?=y))(.)([\u0300\u0301\u0309\u0303\u0323])$/, "$1$3$2")
    .replace(/^([hklmst])y(?=[\u0300\u0301\u0309\u0303\u0323]?$)/, "$1i").normalize("NFC");

  /** Lower case, marks dropped, đ as d; other scripts are kept. @param {string} text */
  tracuu.fold = (text) => bare(lowered(text));

  /** A vowel with a tone of 0 to 5. */
  tracuu.toned = (vowel, tone) => (vowel + (TONES[tone - 1] ?? "")).normalize("NFC");

  /** Keys of the words seen so far: folding is slow, and texts repeat themselves. */
  const known = new Map();

  const keysOf = (word) => {
    if (!known.has(word)) {
      if (known.size > 20_000) known.clear();
      const exact = unified(lowered(word));
      known.set(word, { exact, folded: bare(exact) });
    }
    return known.get(word);
  };

  /**
   * The syllables of a text: runs of letters and digits, with where they stand and their two keys.
   * @param {string} text
   * @returns {{start: number, end: number, folded: string, exact: string}[]}
   */
  tracuu.syllables = (text) => [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length, ...keysOf(word) })).filter(({ exact }) => exact);
})();
