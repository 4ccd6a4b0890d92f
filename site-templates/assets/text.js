// Text rules of the search box: how Vietnamese is folded and cut into syllables. The twin of the Swift module
// VietnameseText; Tests/vectors proves that both agree. A classic script, because pages opened from a folder may not
// load modules; everything stands in the one global object `tracuu`.
"use strict";
globalThis.tracuu ??= {};

(() => {
  const vowels = ["aàảãáạ", "eèẻẽéẹ", "iìỉĩíị", "oòỏõóọ", "uùủũúụ", "yỳỷỹýỵ"];
  /** Plain vowel and tone (0 to 5) of each letter that tone placement and i/y concern. @type {Map<string, [string, number]>} */
  const toned = new Map();
  for (const row of vowels) [...row].forEach((letter, tone) => toned.set(letter, [row[0], tone]));

  /** @param {string} vowel @param {number} tone */
  const withTone = (vowel, tone) => vowels.find((row) => row[0] === vowel)[tone];

  /** Lower case of one character; the look-alikes of đ become đ. @param {string} letter */
  const lower = (letter) => (/[ÐðƉɖĐ]/.test(letter) ? "đ" : String.fromCodePoint(letter.toLowerCase().codePointAt(0)));

  /** The ASCII letter under the marks of one character, else its lower case. @param {string} letter */
  const plain = (letter) => {
    const small = lower(letter);
    if (small === "đ") return "d";
    const base = small.normalize("NFD")[0];
    return /[a-z]/.test(base) ? base : small;
  };

  /**
   * Lower case, marks dropped, đ as d; other scripts are kept.
   * @param {string} text
   * @returns {string}
   */
  tracuu.fold = (text) =>
    Array.from(text.normalize("NFC").replace(/[\u0300-\u036f]/g, ""), plain).join("");

  /**
   * One spelling for syllables that have several: hoà as hòa, lý as lí, quí as quý.
   * @param {string} exact lower case, NFC
   * @param {string} folded
   * @returns {[string, string]} both keys
   */
  const unify = (exact, folded) => {
    const letters = Array.from(exact);
    const [first, second, third] = [letters.at(-3), toned.get(letters.at(-2)), toned.get(letters.at(-1))];
    if (!third) return [exact, folded];
    const pair = (second?.[0] ?? "") + third[0];
    const start = letters.slice(0, -2).join("");
    if (letters.length === 3 && first === "q" && (pair === "uy" || pair === "ui")) {
      return [start + "u" + withTone("y", third[1] || second[1]), "quy"];
    }
    if (third[1] && second?.[1] === 0 && (pair === "oa" || pair === "oe" || (pair === "uy" && first !== "q"))) {
      return [start + withTone(second[0], third[1]) + third[0], folded];
    }
    if (letters.length === 2 && third[0] === "y" && /[hklmst]/.test(letters[0])) {
      return [letters[0] + withTone("i", third[1]), letters[0] + "i"];
    }
    return [exact, folded];
  };

  /**
   * The syllables of a text: runs of letters and digits, with where they stand and their two keys.
   * @param {string} text
   * @returns {{start: number, end: number, folded: string, exact: string}[]}
   */
  tracuu.syllables = (text) => {
    const found = [];
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const word = match[0].normalize("NFC").replace(/[\u0300-\u036f]/g, "");
      if (!word) continue;
      const [exact, folded] = unify(Array.from(word, lower).join(""), tracuu.fold(word));
      found.push({ start: match.index, end: match.index + match[0].length, folded, exact });
    }
    return found;
  };
})();
