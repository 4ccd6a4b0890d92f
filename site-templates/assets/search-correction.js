// Corrects the slips of a query: typing left over from Telex or VNI, one letter too many, too few, wrong or swapped, wrong marks,
// words run together. A syllable is doubted when no record holds it, or holds it beside its neighbours; what it is corrected to
// must stand beside a neighbour somewhere. The twin of the command's Correction; the rules stand in Sources/Search/FORMAT.md.
// Needs text.js and search-entries.js; reads the shard `lexicon` when there is something to correct.
"use strict";

(() => {
  /** Ways looked at for one syllable, and those of them whose both neighbours are looked at. */
  const WAYS = 12;
  const BEST = 3;
  /** Only so many of the commonest syllables are parts of words run together. */
  const PARTS = 3000;
  /** Syllables corrected in one query; a longer query is a text that was pasted. */
  const CORRECTED = 8;
  const LONGEST = 20;
  /** Ways in which words may have run together that are looked at, and parts of one. */
  const CUTS = 12;
  const RUN = 8;
  const SHAPE = /^[bcdghklmnpqrstvx]*[aeiouy]+([cmpt]|[cn]h|ng?)?$/;

  const isVowel = (letter) => /^[aăâeêioôơuưy]$/.test(letter);

  /** Puts a tone (0 to 5) where it belongs in a syllable without one. */
  const toned = (syllable, tone) => {
    const [, start, vowels, end] = /^(qu(?=[aăâeêioôơuưy])|gi(?=[aăâeêioôơuưy])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]*)(.*)$/s.exec(syllable);
    if (!vowels) return syllable;
    let place = vowels.search(/[ăâêôơư][aeiouy]*$/);
    if (place < 0) place = vowels.length === 3 ? 1 : end ? vowels.length - 1 : 0;
    return start + vowels.slice(0, place) + tracuu.toned(vowels[place], tone) + vowels.slice(place + 1) + end;
  };

  /** Keys of Telex and of VNI. */
  const TONES = { f: 1, s: 2, r: 3, x: 4, j: 5, 2: 1, 1: 2, 3: 3, 4: 4, 5: 5 };
  const HATS = { a: "â", e: "ê", o: "ô" };
  const HOOKS = { a: "ă", o: "ơ", u: "ư" };

  /** What someone meant whose Telex or VNI keys were taken as letters; null when it reads as neither. */
  tracuu.typedKeys = (word) => {
    const made = [];
    let tone = 0;
    let changes = 0;
    const replace = (map) => {
      for (let k = made.length - 1; k >= 0; k--) {
        if (!map[made[k]]) continue;
        if (map === HOOKS && made[k] === "o" && made[k - 1] === "u") made[k - 1] = "ư";
        made[k] = map[made[k]];
        return true;
      }
      return false;
    };
    for (const key of word.toLowerCase()) {
      const hasVowel = made.some(isVowel);
      let isKey = true;
      if (hasVowel && TONES[key]) tone = TONES[key];
      else if (hasVowel && HATS[key] && made.includes(key)) isKey = replace({ [key]: HATS[key] });
      else if (key === "6" && hasVowel) isKey = replace(HATS);
      else if (key === "w" || key === "7" || key === "8") {
        isKey = replace(HOOKS);
        if (!isKey && key === "w") isKey = made.push("ư") > 0;
      } else if ((key === "d" || key === "9") && made[0] === "d") made[0] = "đ";
      else isKey = false;
      if (isKey) changes += 1;
      else made.push(key);
    }
    const syllable = made.join("");
    return changes > 0 && /^\p{L}+$/u.test(syllable) ? toned(syllable, tone) : null;
  };

  /** A folded syllable with the marks that the index notes for it. */
  tracuu.spelled = (folded, marks) => {
    let ways = [""];
    [...folded].forEach((letter, k) => {
      const choices = { a: "aăâ", e: "eê", o: "oôơ", u: "uư", d: k ? "d" : "dđ" }[letter] ?? letter;
      ways = ways.flatMap((way) => [...choices].map((choice) => way + choice));
    });
    return ways.map((way) => toned(way, marks % 6)).find((way) => tracuu.marksOf(way) === marks) ?? folded;
  };

  /** Whether two words are one slip apart. */
  const isNear = (a, b) => {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    let k = 0;
    while (a[k] === b[k]) k++;
    const isSame = (from, other) => a.slice(k + from) === b.slice(k + other);
    return isSame(1, 1) || isSame(0, 1) || isSame(1, 0) || (a[k] === b[k + 1] && a[k + 1] === b[k] && isSame(2, 2));
  };

  const countOf = (entry) => (entry ? entry.count + entry.skipped : 0);

  /** Ways in which a run of letters falls into syllables, those of the fewest first. */
  const cutsOf = (run, syllables) => {
    let open = [[]];
    const whole = [];
    for (let parts = 1; parts <= RUN && open.length && whole.length < CUTS; parts++) {
      const next = [];
      for (const cut of open) {
        const at = cut.reduce((sum, part) => sum + part.length, 0);
        for (let end = Math.min(run.length, at + 7); end > at; end--) {
          const part = run.slice(at, end);
          if (!syllables.has(part)) continue;
          (end === run.length ? whole : next).push([...cut, part]);
        }
      }
      open = next.slice(0, 200);
    }
    return whole.slice(0, CUTS);
  };

  class Corrector {
    constructor(engine, query, tokens) {
      Object.assign(this, { engine, query, tokens, hasMarks: tokens.some(({ folded, exact }) => folded !== exact) });
    }

    async lexicon() {
      this.list ??= (await this.engine.shard("lexicon")).split(" ");
      return this.list;
    }

    /** The entries of a syllable with its neighbours, null where there is none. */
    beside(folded, k) {
      const [before, after] = [this.tokens[k - 1]?.folded, this.tokens[k + 1]?.folded];
      return Promise.all([before && this.engine.entry(before, folded), after && this.engine.entry(folded, after)]);
    }

    /** What a token is corrected to; null where it stands. */
    async better(k) {
      const { engine, tokens, hasMarks } = this;
      const { folded, exact, typed } = tokens[k];
      const [left, right] = await this.beside(folded, k);
      if (left || right) return hasMarks ? this.respelled(k, left, right) : null;
      const single = await engine.entry(folded);
      if (this.isSpelled(single, exact)) return null;
      const list = await this.lexicon();
      const keys = tracuu.typedKeys(typed);
      if (keys && list.includes(tracuu.fold(keys))) return keys;
      return (await this.edited(k, list)) ?? (single ? null : this.parted(k, list));
    }

    /** Whether some record spells a syllable so; where no marks are typed, any spelling will do. */
    isSpelled(entry, exact) {
      const typed = tracuu.marksOf(exact);
      return Boolean(entry) && (!this.hasMarks || entry.all.some(([marks]) => marks === typed));
    }

    /** Other marks, where the collection never spells the neighbours so and has one way to. */
    async respelled(k, left, right) {
      const { tokens } = this;
      const { folded, exact } = tokens[k];
      const typed = tracuu.marksOf(exact);
      const ways = [[left, 1], [right, 0]].filter(([entry]) => entry);
      if (ways.some(([entry, at]) => entry.all.some((marks) => marks[at] === typed))) return null;
      const single = await this.engine.entry(folded);
      // Without marks it may be what somebody left out, unless it is mostly spelled so.
      if (folded === exact ? single?.marks()[0] === typed : this.isSpelled(single, exact)) return null;
      const [entry, at] = ways.sort(([a], [b]) => countOf(b) - countOf(a))[0];
      return tracuu.spelled(folded, entry.marks()[at]);
    }

    /** The nearest syllable that stands beside a neighbour; of several one with the marks that were typed, then the commonest. */
    async edited(k, list) {
      const { engine, tokens } = this;
      const { folded, exact } = tokens[k];
      const near = list.filter((each) => isNear(each, folded)).slice(0, WAYS);
      if (tokens.length < 2) {
        const entry = near[0] && (await engine.entry(near[0]));
        return entry ? tracuu.spelled(near[0], entry.marks()[0]) : null;
      }
      const before = tokens[k - 1]?.folded;
      let ways = await Promise.all(near.map(async (syllable) => ({ syllable, left: before && (await engine.entry(before, syllable)) })));
      if (ways.some(({ left }) => left)) ways = ways.filter(({ left }) => left);
      ways.sort((a, b) => countOf(b.left) - countOf(a.left));
      const after = tokens[k + 1]?.folded;
      const best = await Promise.all(ways.slice(0, before ? BEST : WAYS).map(async ({ syllable, left }) => {
        const right = after && (await engine.entry(syllable, after));
        const marks = left?.marks()[1] ?? right?.marks()[0];
        const spelling = marks === undefined ? syllable : tracuu.spelled(syllable, marks);
        return { spelling, records: countOf(left) + countOf(right), sides: !!left + !!right, isMarked: marks === tracuu.marksOf(exact) };
      }));
      return best.filter(({ sides }) => sides)
        .sort((a, b) => b.sides - a.sides || b.isMarked - a.isMarked || b.records - a.records)[0]?.spelling ?? null;
    }

    /** The words that have run together. */
    async parted(k, list) {
      const { folded, exact, typed } = this.tokens[k];
      const syllables = new Set(list.slice(0, PARTS).filter((each) => each.length > 1 && SHAPE.test(each)));
      const letters = [...typed.normalize("NFC")];
      let best = null;
      for (const parts of cutsOf(folded, syllables)) {
        if (parts.length < 2) continue;
        const entries = await Promise.all(parts.slice(1).map((part, i) => this.engine.entry(parts[i], part)));
        const records = Math.min(...entries.map(countOf));
        if (!records || (best && (best.parts.length < parts.length || best.records >= records))) continue;
        best = { parts, records, entries };
      }
      if (!best) return null;
      // The marks are those that were typed, or those of the collection.
      if (letters.length === folded.length && folded !== exact) {
        let at = 0;
        return best.parts.map((part) => letters.slice(at, (at += part.length)).join("")).join(" ");
      }
      return best.parts.map((part, i) => tracuu.spelled(part, i ? best.entries[i - 1].marks()[1] : best.entries[0].marks()[0])).join(" ");
    }
  }

  /**
   * A better spelling of a query, or null.
   * @param {any} engine
   * @param {string} query as typed
   * @param {boolean} isUnfinished its last word may go on
   */
  tracuu.correct = async (engine, query, isUnfinished) => {
    const text = query.slice(0, 2000);
    const tokens = tracuu.syllables(text).map((token) => ({ ...token, typed: text.slice(token.start, token.end) }));
    if (tokens.length > LONGEST) return null;
    const isShouted = tokens.length > 1 && text === text.toUpperCase();
    const corrector = new Corrector(engine, text, tokens);
    let better = "";
    let at = 0;
    let count = 0;
    for (const [k, { folded, typed, start, end }] of tokens.entries()) {
      const isCapital = !isShouted && /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(typed);
      // Codes of numbers, and names of filters, are no words.
      if (isCapital || count === CORRECTED || (isUnfinished && k === tokens.length - 1) || !/^(?=.*[a-z])[a-z0-9]{2,40}$/.test(folded)
        || /\d/.test(folded[0]) || /^[:/]|^-\S/.test(text.slice(end, end + 2)) || /[:/]$/.test(text.slice(0, start))) continue;
      const way = await corrector.better(k);
      if (!way || way === typed.toLowerCase()) continue;
      better += text.slice(at, start) + way;
      at = end;
      count++;
      Object.assign(tokens[k], tracuu.syllables(way).at(-1), { start, end });
    }
    return at ? better + text.slice(at) : null;
  };
})();
