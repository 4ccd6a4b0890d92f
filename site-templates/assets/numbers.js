// Reads document numbers as people type them. The twin of the Swift module Citations; Tests/vectors proves that both
// agree. Needs text.js. The code book comes with the search index: {"types": [[abbreviation, name, English name,
// systems]], "organs": [[abbreviation, systems]]}; systems is 1 for the Party, 2 for the State, 3 for both.
"use strict";
globalThis.tracuu ??= {};

/**
 * @typedef {{types: [string, string, string, number][], organs: [string, number][]}} CodeBook
 * @typedef {{abbreviation: string, name: string, systems: number}} Type
 * @typedef {{abbreviation: string, systems: number, known: boolean, legislature?: number}} Organ
 * @typedef {{text: string, folded: string, digits: boolean, gap: string, spaced: boolean, initials?: boolean}} Token
 * @typedef {{text: string, letters: string, digits: string, gap: string, spaced: boolean, capital: boolean}} Group
 * @typedef {{sequence: number, letter: string, year?: number}} Head
 * @typedef {{sequence: number, letter: string, year?: number, type?: string, organs: string[], legislature?: number,
 *   suffix: string, layout: "party" | "state", canonical: string, key: string, slug: string}} DocumentNumber
 * @typedef {{kind: "none" | "full" | "partial" | "standard", summary: string, typeNames: string[], isWhole: boolean,
 *   numbers?: DocumentNumber[], types?: string[], sequence?: number, year?: number}} NumberReading
 */
(() => {
  const PARTY = 1, STATE = 2, BOTH = 3;
  const legislatures = ["QH", "UBTVQH", "HĐNN"];

  /** @param {string} text */
  const lettersOf = (text) => tracuu.fold(text).replace(/[^a-z0-9]/g, "");
  /** @param {string} text */
  const slugOf = (text) => tracuu.fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  /** Runs of d as one: the typing leftovers NDD and BGDDDT. @param {string} letters */
  const loose = (letters) => letters.replace(/d+/g, "d");
  const joins = (gap) => gap === "-" || gap === "/";
  const joinsAnywhere = (gap) => joins(gap) || gap === "_" || gap === ".";
  const isMarked = (text) => /[^\x00-\x7f]/.test(text);
  const startsWithCapital = (text) => /^\p{Lu}/u.test(text);
  /** @template T @param {T[]} list @param {(item: T) => string} by */
  const unique = (list, by) => [...new Map(list.map((item) => [by(item), item]).reverse()).values()].reverse();

  // Code book

  const compiled = new WeakMap();

  /** Look-up tables of a book, made once. @param {CodeBook} book */
  const compile = (book) => {
    if (compiled.has(book)) return compiled.get(book);
    const tables = { types: new Map(), names: new Map(), organs: new Map(), looseTypes: new Map(), looseOrgans: new Map() };
    const add = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
    for (const [abbreviation, name, english, systems] of book.types) {
      const type = { abbreviation, name, systems };
      add(tables.names, slugOf(name), type);
      if (english) add(tables.names, slugOf(english), type);
      if (!abbreviation) continue;
      add(tables.types, lettersOf(abbreviation), type);
      add(tables.looseTypes, loose(lettersOf(abbreviation)), type);
    }
    for (const [abbreviation, systems] of book.organs) {
      const organ = { abbreviation, systems, known: true };
      add(tables.organs, lettersOf(abbreviation), organ);
      add(tables.looseOrgans, loose(lettersOf(abbreviation)), organ);
    }
    compiled.set(book, tables);
    return tables;
  };

  // Tokens

  /** One sign for each of the many that look like it. @param {string} text */
  const unified = (text) =>
    text.normalize("NFC")
      .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/[ÐƉ]/g, "Đ").replace(/[ðɖ]/g, "đ")
      .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-").replace(/[\u2044\u2215\\]/g, "/");

  /** What stands between two tokens, as one sign: "" nothing, "!" the end of a phrase. @param {string} signs */
  const gapOf = (signs) => {
    const spaces = "\\s\\u2000-\\u200a";
    const rest = signs.replace(new RegExp(`[${spaces}]`, "g"), "");
    if (!rest) return signs && " ";
    if (rest[0] === "." && signs !== ".") return "!";
    return /^([-/_:])\1*$|^\.$/.test(rest) ? rest[0] : "!";
  };

  /** @param {string} typed @returns {Token[]} */
  const lex = (typed) => {
    /** @type {Token[]} */
    const tokens = [];
    let end = 0;
    const text = Array.from(unified(typed.slice(0, 8000))).slice(0, 2000).join("");
    for (const match of text.matchAll(/[0-9]+|[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff][A-Za-z&\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]*/g)) {
      const signs = text.slice(end, match.index);
      end = match.index + match[0].length;
      const digits = /[0-9]/.test(match[0][0]);
      const last = tokens.at(-1);
      if (last?.initials && signs === "." && !digits && match[0].length === 1) {
        last.text += match[0];
        last.folded = lettersOf(last.text);
        continue;
      }
      tokens.push({
        text: match[0], folded: digits ? match[0] : lettersOf(match[0]), digits, gap: gapOf(signs),
        spaced: /[\s\u2000-\u200a]/.test(signs), initials: !digits && match[0].length === 1,
      });
    }
    return tokens;
  };

  /** @param {Token} [token] */
  const numberOf = (token) => (token?.digits && token.folded.length <= 9 ? Number(token.folded) : undefined);
  const isYear = (token) => !!token?.digits && /^(19\d\d|20\d\d|2100)$/.test(token.folded);

  /** Letters and the digits glued to them. @param {Token[]} tokens @param {number} at @returns {[Group, number] | undefined} */
  const groupAt = (tokens, at) => {
    const token = tokens[at];
    if (!token || token.digits) return undefined;
    // TƯ is how many papers write TW; after a space a small "tư" is a word.
    const text = token.text.replace(/T[ưƯ]|tƯ/g, (both) => both[0] + "W")
      .replace(/tư/g, token.gap === " " ? "tư" : "tw");
    const group = {
      text, letters: lettersOf(text), digits: "", gap: token.gap, spaced: token.spaced, capital: startsWithCapital(token.text),
    };
    const next = tokens[at + 1];
    if (!next?.digits || next.gap !== "") return [group, at + 1];
    group.digits = next.folded;
    group.text += next.folded;
    return [group, at + 2];
  };

  // Composing

  /** @param {ReturnType<typeof compile>} book */
  const composer = (book) => {
    /** @param {Group} group @returns {Organ} */
    const organOf = (group) => {
      const find = (letters) => letters &&
        (book.organs.get(letters) ?? book.looseOrgans.get(loose(letters).replace(/tuw/g, "tw")))?.[0];
      const entry = find(group.letters + group.digits) || find(group.letters);
      if (!entry) {
        const text = group.capital || !group.letters ? group.text : group.text.toUpperCase();
        return { abbreviation: text, systems: BOTH, known: false };
      }
      if (legislatures.includes(entry.abbreviation) && /^\d\d?$/.test(group.digits)) {
        return { ...entry, legislature: Number(group.digits) };
      }
      const glued = lettersOf(entry.abbreviation) === group.letters ? group.digits : "";
      return { ...entry, abbreviation: entry.abbreviation + glued };
    };

    /** Where marks were typed, an exact match leaves the others out. @param {Type[]} types */
    const preferExact = (types, text, marked) => {
      if (!marked && !isMarked(text)) return types;
      const exact = types.filter((type) => text.toUpperCase().startsWith(type.abbreviation.toUpperCase()));
      return exact.length ? exact : types;
    };

    /** @param {Group} group @returns {Type[]} */
    const typesOf = (group, marked) => {
      if (group.digits && !(group.digits === "9" && group.letters.endsWith("d"))) return [];
      const found = book.types.get(group.letters) ?? book.looseTypes.get(loose(group.letters)) ?? [];
      return preferExact(found, group.text, marked);
    };

    /** The fewest known organs that spell the letters. @returns {string[] | undefined} */
    const segments = (letters, organs) => {
      const best = { [letters.length]: [] };
      for (let start = letters.length - 1; start >= 0; start--) {
        for (let end = letters.length; end > start; end--) {
          const organ = best[end] && organs.get(letters.slice(start, end))?.[0];
          if (organ && !(best[start]?.length <= best[end].length + 1)) best[start] = [organ.abbreviation, ...best[end]];
        }
      }
      return best[0];
    };

    /** A type and organs typed without signs between them: HDBTGTW. @param {Group} group */
    const split = (group, marked) => {
      if (group.letters.length > 60) return [];
      const attempt = (letters, types, organs) => {
        const parts = [];
        for (let length = letters.length - 1; length > 0; length--) {
          const found = types.get(letters.slice(0, length));
          const pieces = found && segments(letters.slice(length), organs);
          if (!pieces) continue;
          const groups = pieces.map((text) =>
            ({ text, letters: lettersOf(text), digits: "", gap: "-", spaced: false, capital: true }));
          groups.at(-1).digits = group.digits;
          parts.push({ types: preferExact(found, group.text, marked), organs: groups });
        }
        return parts.sort((a, b) => a.organs.length - b.organs.length);
      };
      const exact = attempt(group.letters, book.types, book.organs);
      return exact.length ? exact : attempt(loose(group.letters), book.looseTypes, book.looseOrgans);
    };

    /** The types that the organ's system and the signs allow; all when none would be left. @param {Type[]} types */
    const fitting = (types, systems, head, groups) => {
      let allowed = systems;
      if (head.year) allowed = STATE;
      else if (groups[1] && groups[0].gap === "-" && groups[1].gap === "/" && systems === BOTH) allowed = PARTY;
      const kept = types.filter((type) => type.systems & allowed);
      return kept.length ? kept : types;
    };

    /** @returns {"party" | "state"} */
    const layoutOf = (head, groups, organ, typeSystems, signsLost) => {
      if (head.year) return "state";
      const before = groups[0].gap;
      const between = groups[1] && !signsLost ? groups[1].gap : "";
      if (before === "-" && between === "/") return "party";
      const isParty = organ?.systems === PARTY;
      if (before === "/" && between === "-") {
        return isParty && (typeSystems === PARTY || organ.abbreviation === "TW") ? "party" : "state";
      }
      if (groups.length === 1 && !signsLost && (!organ || typeSystems === BOTH) && joins(before)) {
        return before === "-" ? "party" : "state";
      }
      if (isParty) return "party";
      if (organ?.systems === STATE) return "state";
      if (typeSystems === PARTY) return "party";
      return before === "-" && between !== "-" ? "party" : "state";
    };

    /** @param {Head} head @param {Type | undefined} type @param {Group[]} organGroups @param {Group[]} groups */
    const assemble = (head, type, organGroups, groups, signsLost = false) => {
      const name = type?.abbreviation;
      const layout = layoutOf(
        head, groups, organGroups[0] && organOf(organGroups[0]), type ? type.systems : BOTH, signsLost);
      /** @type {string[]} */
      const organs = [];
      const printed = [];
      let legislature, suffix = "";
      organGroups.forEach((group, index) => {
        const organ = organOf(group);
        if (index && (suffix || !group.letters || !(organ.known || (layout === "state" && group.gap !== "/")))) {
          suffix += (group.gap === "/" ? "/" : "-") + group.text;
          return;
        }
        const extra = organ.legislature && legislature ? organ.legislature : "";
        legislature ??= organ.legislature;
        organs.push(organ.abbreviation + extra);
        printed.push(organ.abbreviation + (organ.legislature ?? ""));
      });
      const [outer, inner] = layout === "party" ? ["-", "/"] : ["/", "-"];
      const year = head.year ? `/${head.year}` : "";
      const canonical = String(head.sequence).padStart(2, "0") + head.letter + year + outer +
        (name ? name + (organs.length ? inner : "") : "") + printed.join("-") + suffix;
      const key = head.sequence + head.letter + (head.year ? `n${head.year}` : "") +
        lettersOf((name ?? "") + printed.join("") + suffix);
      return {
        sequence: head.sequence, letter: head.letter, year: head.year, type: name, organs, legislature, suffix, layout,
        canonical, key, slug: slugOf(canonical),
      };
    };

    /** Groups that the book does not know are believed when they look printed. */
    const unknown = (head, groups) => {
      const first = groups[0];
      const printed = groups.every((group) => joins(group.gap) && !group.spaced && group.capital);
      if (!printed || first.letters.length < 2) return [];
      if (groups.length > 1) {
        const typed = head.year || (first.gap === "-" && groups[1].gap === "/");
        if (!typed && first.gap !== "/") return [];
        return [assemble(head, typed ? { abbreviation: first.text, systems: BOTH } : undefined,
          typed ? groups.slice(1) : groups, groups)];
      }
      if (head.year) return [];
      const keys = [...book.types.keys()].sort((a, b) => b.length - a.length)
        .filter((key) => first.letters.startsWith(key) && first.letters.length >= key.length + 2);
      return keys.slice(0, 3).flatMap((key) => book.types.get(key).map((type) => {
        const rest = { ...first, text: first.text.slice(key.length), letters: first.letters.slice(key.length) };
        return assemble(head, type, [rest], groups, true);
      }));
    };

    /** @param {Head} head @param {Group[]} groups @param {Type[]} named */
    const all = (head, groups, named, marked) => {
      const first = groups[0];
      if (!first.digits && groups.length > 1) {
        const types = typesOf(first, marked);
        if (types.length) {
          return fitting(types, organOf(groups[1]).systems, head, groups)
            .map((type) => assemble(head, type, groups.slice(1), groups));
        }
      }
      const leading = organOf(first);
      if (leading.known) {
        const isLegislature = leading.legislature !== undefined;
        if ((leading.systems === PARTY || head.year) && !isLegislature) {
          const types = fitting(named, leading.systems, head, groups).filter((type) => type.abbreviation);
          if (types.length) return types.map((type) => assemble(head, type, groups, groups));
          if (!joins(first.gap)) return [];
        }
        if (first.gap === " " && !isLegislature && groups.length < 2) return [];
        if (first.gap === " " && isLegislature && !head.year) return [];
        return [assemble(head, undefined, groups, groups)];
      }
      const glued = split(first, marked);
      if (!glued.length) return unknown(head, groups);
      return glued.flatMap((part) =>
        fitting(part.types, organOf(part.organs[0]).systems, head, groups)
          .map((type) => assemble(head, type, [...part.organs, ...groups.slice(1)], groups, true)));
    };

    const candidates = (head, groups, named, marked) =>
      unique(all(head, groups, named, marked), (number) => JSON.stringify(number));
    return { organOf, typesOf, split, candidates };
  };

  // Standards: TCVN 6909:2001

  /** @param {Token[]} tokens */
  const standardIn = (tokens) => {
    for (let start = 0; start < tokens.length; start++) {
      if (!/^(tcvn|qcvn|tcxdvn|tccs)$/.test(tokens[start].folded)) continue;
      let text = tokens[start].folded.toUpperCase(), at = start + 1;
      for (; /^(iso|iec)$/.test(tokens[at]?.folded ?? ""); at++) {
        text += (tokens[at].gap === "/" ? "/" : " ") + tokens[at].folded.toUpperCase();
      }
      const isPart = (token) => token?.digits && token.folded.length <= 6;
      if (!isPart(tokens[at])) continue;
      text += " " + tokens[at++].folded;
      while (isPart(tokens[at]) && !tokens[at].spaced && /^[-.:]$/.test(tokens[at].gap)) {
        text += tokens[at].gap + tokens[at].folded;
        if (tokens[at++].gap === ":") break;
      }
      if (tokens[at]?.gap === "/" && startsWithCapital(tokens[at].text)) text += "/" + tokens[at++].text;
      return { text, start, end: at };
    }
    return undefined;
  };

  // Reading

  const otherCounts = /^(dieu|khoan|diem|chuong|muc|phan|trang|ngay|thang|quy|tiet|tuan|phuluc)$/;
  const units = /^(nam|thang|ngay|tuan|gio|phut|lan|nguoi|trieu|ty|ti|dong|trang|diem)$/;
  const isNumberWord = (token) => /^(so|no|nr|number)$/.test(token?.folded ?? "");

  /**
   * What a person who typed this may have meant: a full number (several are candidates, best first), a partial one, a
   * standard, or none.
   * @param {string} typed
   * @param {CodeBook} codeBook
   * @returns {NumberReading}
   */
  tracuu.readNumber = (typed, codeBook) => {
    const book = compile(codeBook);
    const { organOf, typesOf, split, candidates } = composer(book);
    const tokens = lex(typed);
    const marked = tokens.some((token) => isMarked(token.text));

    const canStart = (index) => {
      const { gap } = tokens[index], before = tokens[index - 1];
      if (!before) return true;
      if (before.digits) return !joinsAnywhere(gap) && gap !== ":" && gap !== "";
      if (gap === "") return book.types.has(before.folded) || isNumberWord(before);
      return !(gap === " " && otherCounts.test(before.folded));
    };

    /** "Kết luận số", "NĐ", "Decree No." in front of a number. */
    const wordsBefore = (index) => {
      let at = index;
      const numberWord = isNumberWord(tokens[at - 1]);
      if (numberWord) at--;
      const words = { types: /** @type {Type[]} */ ([]), numberWord, start: at };
      const phrase = [];
      for (let i = at - 1; i >= 0 && !tokens[i].digits && phrase.length < 5; i--) {
        if (i < at - 1 && tokens[i + 1].gap !== " ") break;
        phrase.unshift(tokens[i].folded);
        const types = book.names.get(phrase.join("-"));
        if (types) Object.assign(words, { types, start: i });
      }
      const gap = tokens[at].gap;
      if (!words.types.length && /^[ :-]?$/.test(gap)) {
        const group = groupAt(tokens, at - 1)?.[0];
        const types = group ? typesOf({ ...group, text: tokens[at - 1].text, digits: "" }, marked) : [];
        if (types.length) Object.assign(words, { types, start: at - 1 });
      }
      return words;
    };

    const belongs = (group, groups) => {
      if (group.letters.length > 60 || group.gap === "!" || group.gap === ":") return false;
      const known = organOf(group).known, last = groups.at(-1);
      if (!last) return group.gap !== " " || known || !!typesOf(group, marked).length || !!split(group, marked).length;
      if (group.gap === " ") return known && (groups.length === 1 || last.gap === " ");
      if (!joinsAnywhere(group.gap)) return false;
      if (known || (groups.length === 1 && !group.spaced) || group.letters + group.digits === "nb") return true;
      return !group.spaced && (group.capital || !groups[0].capital);
    };

    const full = (sequence, index, words) => {
      /** @type {Head} */
      const head = { sequence, letter: "" };
      let at = index + 1;
      const after = tokens[at + 1];
      if (after && /^[abcd]$/.test(tokens[at].folded) && tokens[at].gap === "" && joins(after.gap) &&
        (!after.digits || isYear(after))) {
        head.letter = tokens[at++].folded;
      }
      if (isYear(tokens[at]) && tokens[at + 1] && !tokens[at + 1].digits &&
        (joinsAnywhere(tokens[at].gap) || tokens[at].gap === " ")) {
        head.year = numberOf(tokens[at++]);
      }
      /** @type {Group[]} */
      const groups = [];
      for (let next; groups.length < 12 && (next = groupAt(tokens, at)) && belongs(next[0], groups); at = next[1]) {
        groups.push(next[0]);
      }
      if (!groups.length) return undefined;
      let numbers = candidates(head, groups, words.types, marked);
      const inside = /^(\d{1,4})(19[4-9]\d|20\d\d|2100)$/.exec(tokens[index].folded);
      if (inside && Number(inside[1]) && Number(inside[2]) >= 1945 && !head.year && groups[0].gap === "") {
        // 302020NDCP: all signs lost, the year among them.
        const dated = candidates(
          { sequence: Number(inside[1]), letter: "", year: Number(inside[2]) }, groups, words.types, marked);
        numbers = [...dated.filter((number) => number.type || number.legislature), ...numbers];
      }
      return numbers.length && { numbers, isWhole: words.start === 0 && at === tokens.length };
    };

    const partial = (sequence, index, words) => {
      let year, end = index + 1;
      const next = tokens[end], named = words.types.length > 0;
      if (next) {
        if (isYear(next) && (next.gap === "/" || next.gap === " " || (next.gap === "-" && named))) {
          if (next.gap === "-" && isYear(tokens[index])) return undefined;
          year = numberOf(next);
          end++;
        } else if (next.folded === "nam" && next.gap === " " && isYear(tokens[end + 1])) {
          year = numberOf(tokens[end + 1]);
          end += 2;
        } else if (next.gap === "" || (next.digits && (joinsAnywhere(next.gap) || next.gap === ":"))) {
          return undefined;
        } else if (!words.numberWord && next.gap === " " && units.test(next.folded) && !tokens[end + 1]?.digits) {
          return undefined;
        }
      }
      if (year && tokens[end]?.digits && joinsAnywhere(tokens[end].gap)) return undefined;
      const abbreviations = (types) => {
        const dated = types.filter((type) => type.systems & STATE);
        return [...new Set((year && dated.length ? dated : types).map((type) => type.abbreviation).filter(Boolean))];
      };
      const behind = groupAt(tokens, end);
      if (!named && behind && !/[!:]/.test(behind[0].gap) && !behind[0].digits) {
        const types = typesOf(behind[0], marked);
        if (types.length) {
          return { types: abbreviations(types), sequence, year, isWhole: words.start === 0 && behind[1] === tokens.length };
        }
      }
      const isWhole = words.start === 0 && end === tokens.length;
      // "số 100" and "144/2017" are numbers only when nothing else was typed.
      if (!named && !(isWhole && (words.numberWord || (year && !isYear(tokens[index]))))) return undefined;
      return { types: abbreviations(words.types), sequence, year, isWhole };
    };

    const standard = standardIn(tokens);
    let found, typeNames = [];
    for (let index = 0; index < tokens.length; index++) {
      if (standard && index >= standard.start && index < standard.end) continue;
      const sequence = canStart(index) && numberOf(tokens[index]);
      if (!sequence) continue;
      const words = wordsBefore(index);
      const names = [...new Set(words.types.map((type) => type.name))];
      const whole = full(sequence, index, words);
      if (whole) {
        const summary = whole.numbers.map((number) => number.canonical).join(" | ");
        return { kind: "full", ...whole, summary, typeNames: names };
      }
      if (!found && (found = partial(sequence, index, words))) typeNames = names;
    }
    if (standard) {
      const isWhole = standard.start === 0 && standard.end === tokens.length;
      return { kind: "standard", summary: standard.text, typeNames: [], isWhole };
    }
    if (!found) return { kind: "none", summary: "(none)", typeNames: [], isWhole: false };
    const number = `${found.sequence}${found.year ? "/" + found.year : ""}?`;
    const summary = found.types.map((type) => `${type} ${number}`).join(" | ") || number;
    return { kind: "partial", ...found, summary, typeNames };
  };
})();
