// Reads document numbers as people type them, against the numbers that the index holds. What is typed is only cut into
// figures and letters; which letters are a type or an organ, the rows of the index say (Sources/Search/FORMAT.md, “Numbers
// in a query”). The twin of the command's TypedNumbers. Needs text.js.
"use strict";
globalThis.tracuu ??= {};

(() => {
  /** Figures behind or in front of these words count or measure something. */
  const COUNTED = /^(dieu|khoan|diem|chuong|muc|phan|trang|ngay|thang|quy|tiet|tuan|phuluc)$/;
  const MEASURED = /^(nam|thang|ngay|tuan|gio|phut|lan|nguoi|trieu|ty|ti|dong|trang|diem)$/;

  /** Runs of d as one: NDD and BGDDDT are what typing leaves of NĐ and BGDĐT. */
  const loose = (text) => tracuu.fold(text).replace(/d+/g, "d");

  /** What stands between two tokens: "" nothing, " " blanks, "-" what joins, ":", or "!" the end of a number. */
  const gapOf = (signs) => {
    const rest = signs.trim();
    if (!rest) return signs && " ";
    if (signs === "." || /^([\p{Pd}\u2212\u2044\u2215/\\_&])\1*$/u.test(rest)) return "-";
    return rest === ":" ? rest : "!";
  };

  /** Runs of figures and of Latin letters. TƯ is how many papers write TW, but thông tư is none. @param {string} typed */
  const tokensOf = (typed) => {
    const text = typed.slice(0, 2000).normalize("NFKC").replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replace(/(?<!th[oô]ng\s+)t\.?ư/giu, "TW");
    let end = 0;
    return [...text.matchAll(/[0-9]+|[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+/g)].map(({ 0: word, index }) => {
      const gap = gapOf(text.slice(end, index));
      end = index + word.length;
      return { gap, word, exact: word.toLowerCase().replace(/[ðɖ]/g, "đ"), plain: loose(word), isFigures: /\d/.test(word) };
    });
  };

  const isYear = (token) => /^(19\d\d|20\d\d|2100)$/.test(token?.word);

  /**
   * The numbers that what was typed may mean, in its order; all of them have to be looked up.
   * @param {string} typed
   * @param {string[][]} types ways to name each type of the index
   */
  const numbersIn = (typed, types) => {
    const tokens = tokensOf(typed);
    const found = [];
    const named = (test) => types.flatMap((ways, type) => (ways.some(test) ? type : []));
    tokens.forEach((token, at) => {
      const { gap, word, isFigures } = token;
      const before = tokens[at - 1];
      if (!isFigures || word.length > 9 || found.length > 7) return;
      if (before?.isFigures ? /^[-:]?$/.test(gap) : before && gap === " " && COUNTED.test(before.plain)) return;

      // “Kết luận số”, “NĐ”, “Decree No.” in front.
      const isSaid = /^(so|no|nr|number)$/.test(before?.plain);
      let first = at - isSaid;
      let kinds = [];
      for (let from = first - 1, name = ""; from >= Math.max(0, at - 6) && !tokens[from].isFigures && (tokens[from + 1].gap === " " || (!name && tokens[from + 1].gap !== "!")); from--) {
        name = loose(tokens[from].plain + name);
        const other = named((way) => way === name);
        if (other.length) [kinds, first] = [other, from];
      }
      if (before && gap === "" && !kinds.length && !isSaid) return;

      // The year, and the letters behind it.
      let end = at + 1;
      let year = 0;
      const next = tokens[end];
      if (isYear(next) && /[- ]/.test(next.gap) && !(isYear(token) && next.gap === "-")) year = tokens[end++];
      else if (next?.plain === "nam" && isYear(tokens[end + 1])) [year, end] = [tokens[end + 1], end + 2];
      let last = end;
      while (/^-?$/.test(tokens[last]?.gap)) last++;
      const behind = /^[- ]?$/.test(tokens[end]?.gap) && !tokens[end].isFigures ? tokens[end] : null;
      const letters = tokens.slice(end, last).filter((each) => !each.isFigures);
      const isCut = tokens[end]?.isFigures && /^[-:]?$/.test(tokens[end].gap);
      const isPrinted = !isCut && (letters.length > 1 || (letters.length && (year?.gap === "-" || /^\p{Lu}./u.test(letters[0].word))));
      const begin = types.flat().filter((way) => way === behind?.plain || (way.length > 1 && behind?.plain.startsWith(way))).sort((a, b) => b.length - a.length)[0];
      const begins = begin ? named((way) => way === begin) : [];
      const isMeasure = !isSaid && next?.gap === " " && MEASURED.test(next.plain) && !tokens[at + 2]?.isFigures;
      const isAlone = !first && (isSaid || (year && !isYear(token)) || (tokens.length === 1 && word.length < 7));
      const near = kinds.length ? kinds : behind?.gap !== " " || behind.plain === begin ? begins : [];
      const isNear = !isCut && !isMeasure && (near.length > 0 || isPrinted || (isAlone && end === tokens.length));
      // With its year a number is one whatever its letters are: “04 2022 qh15”.
      if (!isNear && !(behind && (behind.gap !== " " || begins.length || year || tokens[end + 1]?.gap === "-"))) return;

      // Ways in which the letters and figures behind may be the rest of a number, longest first.
      const tails = [];
      let exact = "";
      for (let k = at + 1; k < at + 13 && /^[- ]?$/.test(tokens[k]?.gap); k++) {
        exact += tokens[k].exact;
        if (tokens[k + 1]?.gap !== "") tails.unshift({ exact, isWhole: !first && k + 1 === tokens.length, end: k + 1 });
      }
      const printed = isPrinted && !first && last === tokens.length
        ? [String(Number(word)).padStart(2, "0"), ...tokens.slice(at + 1).map((each) => each.word)].join(" ") : null;
      // 302020NDCP: all signs lost, the year among them.
      const [, sequence, glued] = (next?.gap === "" && /^(\d{1,4})(19[4-9]\d|20\d\d|2100)$/.exec(word)) || [];
      if (sequence) found.push({ sequence, tails: tails.map((each) => ({ ...each, exact: glued + each.exact })), kinds, first });
      const isType = begin && behind.plain === begin;
      found.push({
        sequence: word, tails, kinds, near, year: Number(year.word) || 0, isNear, printed, first,
        // Where the figures, the year and the type end, or all that was printed in one.
        end: isPrinted ? last : end + (isType ? 1 : 0),
        // What an incomplete number has to go on from, and the whole of one that names its issuer.
        key: isPrinted ? loose(tokens.slice(at + 1, last).map((each) => each.exact).join("")) : "",
        words: isPrinted && letters.length > 1 - !!year ? tokens.slice(at, last).map((each) => each.word) : null,
      });
    });
    return found;
  };

  /**
   * The numbers of a query, in its order, each with the rows of the index that it means: its bearers, else those that agree in
   * what was typed of it. A number that names its issuer means no other issuer's.
   * @param {string} typed
   * @param {string[]} types
   * @param {(sequence: number) => Promise<[string, number, number, number][]>} rowsOf
   * @returns {Promise<{rows: any[], isFull: boolean, isWhole?: boolean, printed?: string | null, absent?: string[] | null, first: number, end: number}[]>}
   *   `isWhole`: nothing else was typed; `printed`: a full number, nothing else, that nobody bears; `absent`: the words of a
   *   full one; `first`, `end`: its tokens
   */
  tracuu.findNumbers = async (typed, types, rowsOf) => {
    const ways = types.map((each) => each.split(" "));
    const found = [];
    for (const { sequence, tails, kinds, near, year, isNear, printed, first, end, key: whole, words } of numbersIn(typed, ways)) {
      if (first < found.at(-1)?.end) continue;
      const rows = await rowsOf(Number(sequence));
      /** Whether a row goes on as typed, with the type in the number or only in front of it. */
      const agrees = (test) => ([tail, , type]) => {
        const own = loose(tail);
        return test(own) || (kinds.includes(type) && ways[type].some((way) => test(own.replace(way, ""))));
      };
      let match = null;
      for (const { exact, isWhole, end } of tails) {
        const key = loose(exact);
        const bearers = /[a-z]/.test(key) ? rows.filter(agrees((own) => own === key)) : [];
        // Where marks were typed, an exact match leaves the others out.
        const spelled = key === exact ? [] : bearers.filter(([tail]) => tail === exact);
        if (!match && bearers.length) match = { rows: spelled.length ? spelled : bearers, isFull: true, isWhole, first, end };
      }
      if (!match && isNear) {
        const begun = agrees((own) => own.startsWith(whole));
        const others = rows.filter((row) => (!near.length || near.includes(row[2])) && (!year || year === row[1]) && (!whole || begun(row)));
        if (others.length || words) match = { rows: others, isFull: false, isNamed: kinds.length > 0, printed, absent: others.length ? null : words, first, end };
      }
      if (match) found.push(match);
    }
    // Beside a full number, other figures are one only behind a type; without any, the first that anything bears counts.
    const isFull = found.some((each) => each.isFull);
    const first = found.find(({ rows }) => rows.length);
    return found.filter((each) => each.isFull || each.absent || each.isNamed || (!isFull && each === first));
  };

  /** How many tokens of a number a word is. */
  tracuu.numberTokens = (word) => tokensOf(word).length;
})();
