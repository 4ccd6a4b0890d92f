// Corrects syllables of a query that no record holds: typing left over from Telex or VNI, words run together, one letter
// too many, too few, wrong or swapped. Of several ways the one that stands most often beside its neighbours is taken. Needs
// text.js and search-entries.js; reads the shard `lexicon` when there is something to correct.
"use strict";

(function (root) {
  const tracuu = (root.tracuu = root.tracuu || {});

  /** Ways looked at for one syllable. */
  const WAYS = 8;
  /** Only so many of the commonest syllables are parts of words run together. */
  const PARTS = 1500;
  /** Syllables corrected in one query. */
  const CORRECTED = 3;

  const rows = ["aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ"];
  const isVowel = (letter) => rows.some((row) => row[0] === letter);

  /** Puts a tone (0 to 5) where it belongs in a syllable without one. */
  const toned = (syllable, tone) => {
    const letters = [...syllable];
    let first = letters.findIndex(isVowel);
    if (!tone || first < 0) return syllable;
    let last = first;
    while (isVowel(letters[last + 1])) last += 1;
    if (last > first && /^(qu|gi)/.test(syllable)) first = 2;
    let place = -1;
    for (let k = first; k <= last; k++) if (/[ăâêôơư]/.test(letters[k])) place = k;
    if (place < 0) place = last - first === 2 ? first + 1 : last === first || last < letters.length - 1 ? last : first;
    letters[place] = rows.find((row) => row[0] === letters[place])[tone];
    return letters.join("");
  };

  const TELEX = { s: 2, f: 1, r: 3, x: 4, j: 5 };
  const VNI = [0, 2, 1, 3, 4, 5];
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
      if (hasVowel && TELEX[key]) tone = TELEX[key];
      else if (hasVowel && key >= "1" && key <= "5") tone = VNI[Number(key)];
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
    const letters = Math.floor(marks / 6);
    const variants = { a: "aăâ", e: "eê", o: "oôơ", u: "uư" };
    let ways = [""];
    [...folded].forEach((letter, k) => {
      const choices = k === 0 && letter === "d" ? "dđ" : variants[letter] ?? letter;
      ways = ways.flatMap((way) => [...choices].map((choice) => way + choice));
    });
    const way = ways.find((each) => Math.floor(tracuu.marksOf(each) / 6) === letters);
    return toned(way ?? folded, way ? marks % 6 : 0);
  };

  /** Whether two words are one slip apart. */
  const isNear = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let k = 0;
    while (k < a.length && a[k] === b[k]) k += 1;
    const rest = (text, from) => text.slice(from);
    return a !== b && (rest(a, k + 1) === rest(b, k + 1) || rest(a, k) === rest(b, k + 1) || rest(a, k + 1) === rest(b, k)
      || (a[k] === b[k + 1] && a[k + 1] === b[k] && rest(a, k + 2) === rest(b, k + 2)));
  };

  /**
   * A better spelling of a query, or null.
   * @param {any} engine
   * @param {string} query as typed
   * @param {{typed: string, folded: string}[]} unknown its syllables that no record holds
   */
  tracuu.correct = async (engine, query, unknown, isUnfinished) => {
    const all = tracuu.syllables(query.slice(0, 2000));
    const last = all.at(-1);
    const wrong = new Set(unknown.slice(0, CORRECTED * 2).map(({ folded }) => folded));
    const places = all.filter((each) => wrong.has(each.folded) && !(isUnfinished && each === last)
      && /[a-z]/.test(each.folded) && each.folded.length > 1 && each.folded.length <= 24).slice(0, CORRECTED);
    if (places.length === 0) return null;
    const lexicon = (await engine.shard("lexicon")).split(" ");
    const rank = new Map(lexicon.map((syllable, k) => [syllable, k]));
    let better = "";
    let at = 0;
    for (const place of places) {
      const index = all.indexOf(place);
      const way = await best(engine, lexicon, rank, place, all[index - 1]?.folded, all[index + 1]?.folded, query);
      if (!way) continue;
      better += query.slice(at, place.start) + way;
      at = place.end;
    }
    return at === 0 ? null : better + query.slice(at);
  };

  const best = async (engine, lexicon, rank, { start, end, folded }, before, after, query) => {
    const keys = tracuu.typedKeys(query.slice(start, end));
    if (keys && rank.has(tracuu.fold(keys))) return keys;
    for (let cut = 1; cut < folded.length; cut++) {
      const parts = [folded.slice(0, cut), folded.slice(cut)];
      if (!parts.every((part) => (rank.get(part) ?? PARTS) < PARTS)) continue;
      const entry = await entryOf(engine, ...parts);
      if (entry) return parts.map((part, k) => tracuu.spelled(part, entry.mainMarks[k])).join(" ");
    }
    const near = lexicon.filter((syllable) => isNear(syllable, folded)).slice(0, WAYS);
    let found = null;
    for (const syllable of near) {
      let records = 0;
      let marks;
      for (const [pair, k] of [[[before, syllable], 1], [[syllable, after], 0]]) {
        const entry = pair.includes(undefined) ? null : await entryOf(engine, ...pair);
        if (!entry) continue;
        records += entry.count + entry.skipped;
        marks ??= entry.mainMarks[k];
      }
      if (!found || records > found.records) found = { syllable, records, marks };
    }
    if (!found) return null;
    found.marks ??= (await entryOf(engine, found.syllable, null))?.mainMarks[0] ?? 0;
    return tracuu.spelled(found.syllable, found.marks);
  };

  const entryOf = async (engine, first, second) => {
    const text = await engine.entryText({ first, second });
    return typeof text === "string" ? new tracuu.IndexEntry(text, second === null ? 1 : 2) : null;
  };
})(globalThis);
