// Corrects syllables of a query that no record holds: typing left over from Telex or VNI, words run together, one letter
// too many, too few, wrong or swapped. Of several ways the one that stands most often beside its neighbours is taken. Needs
// text.js and search-entries.js; reads the shard `lexicon` when there is something to correct.
"use strict";

(() => {
  /** Ways looked at for one syllable. */
  const WAYS = 8;
  /** Only so many of the commonest syllables are parts of words run together. */
  const PARTS = 1500;
  /** Syllables corrected in one query. */
  const CORRECTED = 3;

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

  /** The best way to spell a syllable that stands between two others; null when there is none. */
  const best = async (engine, lexicon, typed, folded, before, after) => {
    const keys = tracuu.typedKeys(typed);
    if (keys && lexicon.includes(tracuu.fold(keys))) return keys;
    for (let cut = 1; cut < folded.length; cut++) {
      const parts = [folded.slice(0, cut), folded.slice(cut)];
      const entry = parts.every((part) => lexicon.slice(0, PARTS).includes(part)) && (await engine.entry(...parts));
      if (entry) return parts.map((part, k) => tracuu.spelled(part, entry.marks()[k])).join(" ");
    }
    let found = null;
    for (const syllable of lexicon.filter((each) => isNear(each, folded)).slice(0, WAYS)) {
      const [left, right] = [before && (await engine.entry(before, syllable)), after && (await engine.entry(syllable, after))];
      const records = [left, right].reduce((sum, entry) => sum + (entry ? entry.count + entry.skipped : 0), 0);
      if (!found || records > found.records) found = { syllable, records, marks: left?.marks()[1] ?? right?.marks()[0] };
    }
    return found && tracuu.spelled(found.syllable, found.marks ?? (await engine.entry(found.syllable))?.marks()[0] ?? 0);
  };

  /**
   * A better spelling of a query, or null.
   * @param {any} engine
   * @param {string} query as typed
   * @param {{folded: string}[]} unknown its syllables that no record holds
   */
  tracuu.correct = async (engine, query, unknown, isUnfinished) => {
    const all = tracuu.syllables(query.slice(0, 2000));
    const wrong = unknown.slice(0, CORRECTED * 2).map(({ folded }) => folded);
    const places = all.filter(({ folded }, k) => wrong.includes(folded) && !(isUnfinished && k === all.length - 1)
      && /[a-z]/.test(folded) && folded.length > 1 && folded.length <= 24).slice(0, CORRECTED);
    if (!places.length) return null;
    const lexicon = (await engine.shard("lexicon")).split(" ");
    let better = "";
    let at = 0;
    for (const place of places) {
      const k = all.indexOf(place);
      const way = await best(engine, lexicon, query.slice(place.start, place.end), place.folded, all[k - 1]?.folded, all[k + 1]?.folded);
      if (!way) continue;
      better += query.slice(at, place.start) + way;
      at = place.end;
    }
    return at ? better + query.slice(at) : null;
  };
})();
