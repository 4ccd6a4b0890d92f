// Reads the entries of the search index: the coded postings and marks of one term, as Sources/Search/FORMAT.md describes
// them. No DOM and no files: search-engine.js hands the text in.
"use strict";

(function (root) {
  const tracuu = (root.tracuu = root.tracuu || {});

  // The alphabet of the index: symbol 0 parts sections, 1 to 32 are impact levels, 33 to 72 end a number, 73 to 92
  // continue it.
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

  /** Calls `use` with every id of a stretch of ascending ids written as gaps. */
  function eachId(text, start, end, use) {
    let next = 0;
    let high = 0;
    for (let index = start; index < end; index++) {
      const digit = symbolAt(text, index) - FIRST_DIGIT;
      if (digit >= ENDING) {
        high = high * CONTINUING + digit - ENDING + 1;
      } else if (digit >= 0) {
        next += high * ENDING + digit;
        use(next);
        next += 1;
        high = 0;
      }
    }
  }

  /** Calls `use` with every number of a text of numbers. */
  function eachNumber(text, use) {
    let high = 0;
    for (let index = 0; index < text.length; index++) {
      const digit = symbolAt(text, index) - FIRST_DIGIT;
      if (digit >= ENDING) {
        high = high * CONTINUING + digit - ENDING + 1;
      } else if (digit >= 0) {
        use(high * ENDING + digit);
        high = 0;
      }
    }
  }

  // Marks of a syllable as a number below 72: letter marks times six plus tone.
  const marksOf = (() => {
    const table = new Map();
    const rows = [
      ["aàáảãạ", 0], ["ăằắẳẵặ", 1], ["âầấẩẫậ", 2], ["eèéẻẽẹ", 0], ["êềếểễệ", 1], ["iìíỉĩị", 0], ["oòóỏõọ", 0],
      ["ôồốổỗộ", 1], ["ơờớởỡợ", 2], ["uùúủũụ", 0], ["ưừứửữự", 3], ["yỳýỷỹỵ", 0], ["đ", 6],
    ];
    for (const [row, letters] of rows) {
      [...row].forEach((letter, tone) => table.set(letter, [letters, tone]));
    }
    return (exact) => {
      let letters = 0;
      let tone = 0;
      for (const letter of exact) {
        const marks = table.get(letter);
        if (!marks) continue;
        letters += marks[0];
        if (marks[1]) tone = marks[1];
      }
      return (letters % 12) * 6 + tone;
    };
  })();

  const agreementOf = (marks, typed) =>
    marks === typed ? EXACT : Math.floor(marks / 6) === Math.floor(typed / 6) ? OTHER_TONE : FOLDED;

  /** One term's entry, read as far as needed: `syllables` mark characters, then the sections. */
  class Entry {
    constructor(text, syllables) {
      this.text = text;
      this.syllables = syllables;
      this.sections = [];
      for (let start = 0; start <= text.length; ) {
        let end = text.indexOf(" ", start);
        if (end < 0) end = text.length;
        this.sections.push([start, end]);
        start = end + 1;
      }
      this.skipped = 0;
      this.skippedLevel = 0;
      const second = this.sections[1];
      if (second && second[1] > second[0]) {
        this.skippedLevel = symbolAt(text, second[0]);
        let isFirst = true;
        eachId(text, second[0] + 1, second[1], (id) => {
          if (isFirst) this.skipped = id;
          isFirst = false;
        });
      }
    }

    /** Calls `use(record, level)` for every posting. */
    each(use) {
      const text = this.text;
      const end = this.sections[0][1];
      let level = 0;
      let next = 0;
      let high = 0;
      for (let index = this.syllables; index < end; index++) {
        const symbol = symbolAt(text, index);
        const digit = symbol - FIRST_DIGIT;
        if (digit < 0) {
          level = symbol;
          next = 0;
          high = 0;
        } else if (digit >= ENDING) {
          high = high * CONTINUING + digit - ENDING + 1;
        } else {
          next += high * ENDING + digit;
          use(next, level);
          next += 1;
          high = 0;
        }
      }
    }

    get count() {
      let count = 0;
      this.each(() => count++);
      return count;
    }

    agreementAt(start, typed) {
      let worst = EXACT;
      for (let k = 0; k < this.syllables; k++) {
        worst = Math.min(worst, agreementOf(Math.max(0, symbolAt(this.text, start + k) - 1), typed[k]));
      }
      return worst;
    }

    /** Calls `use(record)` for every record that spells the term as typed; `typed` null takes any spelling. */
    eachExact(typed, use) {
      if (!typed) return this.each(use);
      const { usual, exceptions } = this.agreements(typed);
      this.each((record) => (exceptions.get(record) ?? usual) === EXACT && use(record));
    }

    /** Marks that most records spell the term with, one number a syllable. */
    get mainMarks() {
      return Array.from({ length: this.syllables }, (_, k) => Math.max(0, symbolAt(this.text, k) - 1));
    }

    /** How most records answer to the typed marks, and the records that differ. */
    agreements(typed) {
      const usual = this.agreementAt(0, typed);
      const exceptions = new Map();
      const [, , without, ...others] = this.sections;
      if (without) eachId(this.text, without[0], without[1], (id) => exceptions.set(id, FOLDED));
      for (const [start, end] of others) {
        if (end - start <= this.syllables) continue;
        const agreement = this.agreementAt(start, typed);
        eachId(this.text, start + this.syllables, end, (id) => {
          if (agreement > (exceptions.get(id) ?? usual)) exceptions.set(id, agreement);
        });
      }
      return { usual, exceptions };
    }
  }

  tracuu.eachId = eachId;
  tracuu.eachNumber = eachNumber;
  tracuu.marksOf = marksOf;
  tracuu.IndexEntry = Entry;
})(globalThis);
