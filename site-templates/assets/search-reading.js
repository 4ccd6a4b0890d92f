// What a query says beside its words: the provision that it asks for, a day, a month or a year, whether only what is in force or
// the newest is wanted, and the term that is to be explained. The twin of the command's QueryReading; the rules stand in
// Sources/Search/FORMAT.md, “What a query says”. Needs text.js.
"use strict";

(() => {
  /** A longer query is a text that was pasted: all of it is words. */
  const LONGEST = 20;
  /** Units of provisions, larger ones first: their names with marks, and how many parts of an anchor their names are. */
  const UNITS = { "phụ lục": "phu-luc", "phần": "phan", "chương": "chuong", "mục": "muc", "điều": "dieu", "khoản": "khoan", "điểm": "diem" };
  const ORDER = Object.values(UNITS);
  const LABELS = {
    "phu-luc": /^(\d+|[ivx]+|[a-h])$/, phan: /^(\d+|[ivx]+)$/, chuong: /^(\d+|[ivx]+)[a-z]?$/, muc: /^(\d+|[ivx]+|[a-h])$/,
    dieu: /^\d+[a-z]?$/, khoan: /^\d+[a-z]?$/, diem: /^([a-z]|dd|\d+)$/,
  };
  /** Words of a query that say something about the answers. */
  const WISHES = {
    "còn hiệu lực": "inForce", "đang có hiệu lực": "inForce", "đang còn hiệu lực": "inForce", "hiện hành": "inForce",
    "hết hiệu lực": "outOfForce", "mới nhất": "newest",
  };
  /** What stands behind or before a term that is to be explained. */
  const AFTER = ["là gì", "là như thế nào", "là thế nào", "là cái gì", "nghĩa là gì", "có nghĩa là gì", "được hiểu là gì", "được hiểu như thế nào", "được hiểu thế nào"];
  const BEFORE = ["thế nào là", "như thế nào là"];
  /** The same, where texts are named so: “Khái niệm hợp đồng”. */
  const NAMING = ["khái niệm", "định nghĩa"];

  const isYear = (token) => /^(19[4-9]\d|20\d\d)$/.test(token?.folded);
  const isUpTo = (token, most) => /^\d{1,2}$/.test(token?.folded) && Number(token.folded) >= 1 && Number(token.folded) <= most;

  /** How many tokens from a place on say some words, 0 for none; marks count where any were typed. */
  const says = (tokens, at, words) => {
    const asked = tracuu.syllables(words);
    const isSame = asked.every(({ folded, exact }, k) => {
      const token = tokens[at + k];
      return token && (token.exact === exact || (token.folded === folded && token.exact === token.folded));
    });
    return isSame ? asked.length : 0;
  };

  /** A unit of a provision and its label from a place on. */
  const unitAt = (tokens, at) => {
    const token = tokens[at];
    // đ112, k2; đ. 112.
    const [, short, glued] = /^([đdk])(\d+[a-zđ]?)$/.exec(token.exact) ?? [];
    if (glued) return { unit: short === "k" ? "khoan" : "dieu", label: tracuu.fold(glued), end: at + 1 };
    for (const [name, unit] of Object.entries(UNITS)) {
      const length = says(tokens, at, name);
      const next = tokens[at + length];
      if (!length || !next || !/^[\s.:]*$/.test(next.gap)) continue;
      let label = next.exact === "đ" ? "dd" : next.folded;
      if (!LABELS[unit].test(label)) continue;
      let end = at + length + 1;
      // Mục II.1.2.
      while (unit === "muc" && tokens[end]?.gap === "." && /^\d+$/.test(tokens[end].folded)) label += `-${tokens[end++].folded}`;
      return { unit, label, end };
    }
    return null;
  };

  /** Where some units of one provision begin and end, and its anchors from the largest unit to the smallest. */
  const provisionIn = (tokens) => {
    for (let at = 0; at < tokens.length; at++) {
      const units = new Map();
      let end = at;
      for (let next; end < tokens.length && !tokens[end].isTaken && (next = unitAt(tokens, end)) && !units.has(next.unit); end = next.end) units.set(next.unit, next.label);
      if (!units.size) continue;
      if (units.has("dieu")) for (const unit of ["phan", "chuong", "muc"]) units.delete(unit);
      const isArticle = units.has("dieu");
      const anchors = [];
      let path = "";
      for (const unit of ORDER.filter((each) => units.has(each))) {
        const label = units.get(unit);
        // Below a section of a Party document clauses and points bear no name.
        const isBare = !isArticle && path && (unit === "khoan" || unit === "diem");
        const isSection = !isArticle && !path && unit === "khoan";
        path += (path && "-") + (isBare ? label : `${isSection ? "muc" : unit}-${label}`);
        anchors.push(path);
      }
      return { from: at, to: end, anchors };
    }
    return null;
  };

  /** What makes a question and says nothing of what is asked about; at its beginning only; and what little words say there. */
  const ASKING = "đúng hay sai|hay không|được không|có phải|phải làm sao|làm thế nào|làm sao|như thế nào|thế nào|ra sao|bao nhiêu|bao lâu|mấy|ở đâu|khi nào|tại sao|vì sao|cần gì|nào|gì|đâu".split("|");
  const LITTLE = /^(thì|mà|là|có|bị|không|nếu|khi)$/;

  /** What is left of a question without the words that only ask, `isCut` where some are left out before; at least two. */
  const askedOf = (tokens) => {
    const isAsking = tokens.map(() => false);
    // Without marks one syllable may be another word, and “AI” is one.
    tokens.forEach(({ exact, typed }, at) => ASKING.concat(at || typed === "AI" ? [] : "ai").forEach((words) => {
      const length = says(tokens, at, words);
      if (length > 1 || (length && exact === words)) isAsking.fill(true, at, at + length);
    }));
    const isQuestion = isAsking.includes(true) || (tokens.at(-1)?.exact === "không" && tokens.some(({ exact }) => /^(có|được|bị|phải)$/.test(exact)));
    const rest = isQuestion ? tokens.filter(({ exact }, k) => !isAsking[k] && !LITTLE.test(exact)) : tokens;
    if (rest.length < 2) return tokens;
    rest.forEach((token, k) => { token.isCut = k > 0 && tokens[tokens.indexOf(token) - 1] !== rest[k - 1]; });
    return rest;
  };

  /** A day, a month or a year from a place on, as the numbers of the index's days: year · 416 + month · 32 + day. */
  const dateAt = (tokens, at) => {
    const joined = (k) => /^[/.\-–]$/.test(tokens[k]?.gap);
    const dayOf = (year, month, day) => Number(year.folded) * 416 + Number(month.folded) * 32 + Number(day.folded);
    let k = at + (says(tokens, at, "ngày") && 1);
    if (isUpTo(tokens[k], 31)) {
      const day = tokens[k];
      if (joined(k + 1) && isUpTo(tokens[k + 1], 12) && joined(k + 2) && isYear(tokens[k + 2])) {
        const date = dayOf(tokens[k + 2], tokens[k + 1], day);
        return { from: date, to: date, end: k + 3 };
      }
      const month = says(tokens, k + 1, "tháng") && isUpTo(tokens[k + 2], 12) ? tokens[k + 2] : null;
      const end = k + 3 + (says(tokens, k + 3, "năm") && 1);
      if (month && isYear(tokens[end])) {
        const date = dayOf(tokens[end], month, day);
        return { from: date, to: date, end: end + 1 };
      }
    }
    k = at + (says(tokens, at, "tháng") && 1);
    if (k > at && isUpTo(tokens[k], 12)) {
      const end = k + 1 + (says(tokens, k + 1, "năm") && 1);
      const date = isYear(tokens[end]) && dayOf(tokens[end], tokens[k], { folded: 0 });
      if (date) return { from: date, to: date + 31, end: end + 1 };
    }
    return null;
  };

  /**
   * @param {{folded: string, exact: string, gap: string, isTaken?: boolean}[]} tokens those of a number are taken
   * @returns {{provision: any, date: any, year: number, wishes: Set<string>, term: any[] | null, rest: any[]}}
   *   `rest`: what is left to be ranked
   */
  tracuu.readTokens = (tokens) => {
    const reading = { provision: null, date: null, year: 0, wishes: new Set(), term: null, rest: tokens };
    if (tokens.length > LONGEST) return reading;
    const without = (from, to) => reading.rest.filter((token) => !tokens.slice(from, to).includes(token));

    for (const words of AFTER) {
      const at = tokens.length - tracuu.syllables(words).length;
      if (at > 0 && says(tokens, at, words) && (!reading.term || at < reading.term.length)) reading.term = tokens.slice(0, at);
    }
    const behind = (words) => {
      const length = says(tokens, 0, words);
      return length && length < tokens.length ? tokens.slice(length) : undefined;
    };
    for (const words of BEFORE) reading.term ??= behind(words);
    if (reading.term) return { ...reading, rest: reading.term };
    for (const words of NAMING) reading.term ??= behind(words);
    if (reading.term) return reading;

    const provision = provisionIn(tokens);
    if (provision && tokens.length > provision.to - provision.from) {
      reading.provision = provision;
      reading.rest = without(provision.from, provision.to);
    }
    for (let at = 0; at < tokens.length; at++) {
      for (const [words, wish] of Object.entries(WISHES)) {
        const length = says(tokens, at, words);
        const rest = length ? without(at, at + length) : [];
        if (!rest.length) continue;
        reading.wishes.add(wish);
        reading.rest = rest;
      }
      const date = !reading.date && !tokens[at].isTaken && dateAt(tokens, at);
      if (!date) continue;
      reading.date = date;
      reading.rest = without(at, date.end);
    }
    reading.rest = askedOf(reading.rest);
    const years = reading.rest.filter((token) => isYear(token) && !token.isTaken);
    if (years.length === 1 && reading.rest.length > 1 && !reading.date) reading.year = Number(years[0].folded);
    return reading;
  };

  /** The anchors of a record's provisions: each as how many parts it shares with the one before, and what follows. */
  const anchorsOf = (code) => {
    let last = [];
    return (code ?? "").split(" ").filter(Boolean).map((piece) => {
      last = last.slice(0, Number(piece[0])).concat(piece.slice(1).split("-"));
      return last.join("-");
    });
  };

  /** The anchor of the provision that is asked for in a record, or of the unit round it; `isWhole` for the former. */
  tracuu.provisionOf = ({ anchors }, code) => {
    const all = anchorsOf(code);
    for (const wanted of [...anchors].reverse()) {
      const ways = [wanted, wanted.replace(/^phu-luc-(\d)$/, "phu-luc-0$1")];
      const anchor = all.find((each) => ways.includes(each)) ?? all.find((each) => ways.some((way) => each.endsWith(`-${way}`)));
      if (anchor) return { anchor, isWhole: wanted === anchors.at(-1) };
    }
    return { anchor: "", isWhole: false };
  };
})();
