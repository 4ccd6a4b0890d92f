// Reads the entries of the search index: the coded postings and marks of one term, as Sources/Search/FORMAT.md describes
// them. No DOM and no files: search-engine.js hands the text in. Needs text.js.
"use strict";

(() => {
  // The alphabet of the index: symbols 1 to 32 are impact levels, 33 to 72 end a number, 73 to 92 continue it.
  const FIRST_DIGIT = 33;
  const ENDING = 40;
  const CONTINUING = 20;
  /** How well a spelling answers to a typed one, worst first. */
  const FOLDED = 0;
  const OTHER_TONE = 1;
  const EXACT = 2;

  const symbolAt = (text, index) => {
    const code = text.charCodeAt(index);
    return code < 34 ? code - 32 : code < 92 ? code - 33 : code - 34;
  };

  /** Calls `use` with every number of a text, and `mark` with every symbol that is no digit. */
  const eachNumber = (text, use, mark) => {
    let high = 0;
    for (let index = 0; index < text.length; index++) {
      const symbol = symbolAt(text, index);
      const digit = symbol - FIRST_DIGIT;
      if (digit < 0) mark(symbol);
      else if (digit >= ENDING) high = high * CONTINUING + digit - ENDING + 1;
      else {
        use(high * ENDING + digit);
        high = 0;
      }
    }
  };

  /** Calls `use` with every id of ascending ids written as gaps, and with the impact level before it. */
  const eachId = (text, use) => {
    let next = 0;
    let level = 0;
    eachNumber(text, (gap) => {
      next += gap + 1;
      use(next - 1, level);
    }, (symbol) => {
      level = symbol;
      next = 0;
    });
  };

  // Marks of a syllable as a number below 72: letter marks times six plus tone.
  const letters = new Map([["đ", [6, 0]]]);
  for (const [row, marks] of Object.entries({ aeiouy: 0, ăêô: 1, âơ: 2, ư: 3 })) {
    for (const vowel of row) for (let tone = 0; tone < 6; tone++) letters.set(tracuu.toned(vowel, tone), [marks, tone]);
  }

  const marksOf = (exact) => {
    let sum = 0;
    let tone = 0;
    for (const letter of exact) {
      const marks = letters.get(letter) ?? [0, 0];
      sum += marks[0];
      tone = marks[1] || tone;
    }
    return (sum % 12) * 6 + tone;
  };

  /** One term's entry: of `syllables` syllables, one or two. */
  class IndexEntry {
    constructor(text, syllables) {
      this.syllables = syllables;
      this.skipped = this.skippedLevel = 0;
      const [first, skipped = "", names = "", ...spellings] = text.split(" ");
      this.names = names;
      this.usual = first;
      this.spellings = spellings;
      this.postings = first.slice(syllables);
      eachNumber(skipped, (count) => { this.skipped = count; }, (level) => { this.skippedLevel = level; });
    }

    /** Calls `use(record, level)` for every posting. */
    each(use) {
      eachId(this.postings, use);
    }

    /** Calls `use(record, share)` for every record that has the term in a name, with its share of that name. */
    eachNamed(use) {
      eachId(this.names, use);
    }

    get count() {
      let count = 0;
      this.each(() => count++);
      return count;
    }

    /** The marks of a spelling, one number a syllable. */
    marks(spelling = this.usual) {
      return Array.from(spelling.slice(0, this.syllables), (_, k) => Math.max(0, symbolAt(spelling, k) - 1));
    }

    /** The marks of every spelling that some record of this tier has. */
    get all() {
      return [this.usual, ...this.spellings.slice(1)].map((each) => this.marks(each));
    }

    /** Calls `use(record)` for every record that spells the term as typed; `typed` null takes any spelling. */
    eachExact(typed, use) {
      const agreement = this.agreement(typed);
      this.each((record) => agreement(record) === EXACT && use(record));
    }

    /** How each record answers to the typed marks, as a function. */
    agreement(typed) {
      if (!typed) return () => EXACT;
      const agreementOf = (spelling) => Math.min(...this.marks(spelling).map((marks, k) =>
        marks === typed[k] ? EXACT : Math.floor(marks / 6) === Math.floor(typed[k] / 6) ? OTHER_TONE : FOLDED));
      const usual = agreementOf(this.usual);
      const exceptions = new Map();
      const [without = "", ...others] = this.spellings;
      eachId(without, (record) => exceptions.set(record, FOLDED));
      for (const each of others) {
        const agreement = agreementOf(each);
        eachId(each.slice(this.syllables), (record) => agreement > (exceptions.get(record) ?? usual) && exceptions.set(record, agreement));
      }
      return (record) => exceptions.get(record) ?? usual;
    }
  }

  /** What stands for each record, of columns that are written in runs: by how much a value is more than the last, how long. */
  const runsOf = (text) => {
    const [steps, lengths] = text.split(" ").map((part) => {
      const numbers = [];
      eachNumber(part, (number) => numbers.push(number));
      return numbers;
    });
    let value = 0;
    let from = 0;
    return steps.map((step, k) => ({ value: (value += step), from, to: (from += lengths[k] + 1) }));
  };

  /** FNV-1a, 32 bits: which shard of a family holds a key. */
  const placeOf = (key, count) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0) % count;
  };

  Object.assign(tracuu, { eachId, placeOf, runsOf, eachNumber, IndexEntry, marksOf });
})();
