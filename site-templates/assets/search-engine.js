// The search engine of the site: reads the index under search/ (Sources/Search/FORMAT.md) and ranks records.
//
// It is the twin of the command's reader and must give the same order to the last place: whole numbers throughout, the
// same steps in the same sequence. No DOM here; files come through a loader, so that tests can hand them in.
//
//   const engine = await tracuu.openSearch((name) => Promise<parsed JSON of search/NAME.json>);
//   const answer = await engine.search("điều tra dư luận", { limit: 10, unfinished: true });
"use strict";

(function (root) {
  const tracuu = (root.tracuu = root.tracuu || {});

  // The alphabet of the index: symbol 0 parts sections, 1 to 32 are impact levels, 33 to 72 end a number, 73 to 92
  // continue it.
  const FIRST_DIGIT = 33;
  const ENDING = 40;
  const CONTINUING = 20;
  /** Bytes of the longest token that is looked up. */
  const LONGEST_TOKEN = 60;
  /** Parsed shards that are kept: enough for a long session, few enough for a phone. */
  const KEPT_SHARDS = 400;
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

  /** The typed syllables, at most `limit`. */
  function tokensOf(text, limit) {
    // Whatever is pasted, sixteen characters a token are enough to fill the limit.
    const short = text.length > limit * 16 ? Array.from(text.slice(0, limit * 32)).slice(0, limit * 16).join("") : text;
    const tokens = [];
    for (const syllable of tracuu.syllables(short)) {
      if (tokens.length === limit) break;
      if (utf8Length(syllable.exact) <= LONGEST_TOKEN) {
        tokens.push({ folded: syllable.folded, marks: marksOf(syllable.exact) });
      }
    }
    return tokens;
  }

  function utf8Length(text) {
    let length = 0;
    for (const letter of text) {
      const code = letter.codePointAt(0);
      length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    return length;
  }

  const holds = (tokens, part) => {
    for (let start = 0; part.length > 0 && start + part.length <= tokens.length; start++) {
      if (part.every((token, k) => token.folded === tokens[start + k].folded)) return true;
    }
    return false;
  };

  /** The distinct syllables and pairs of a query with their weights, typed ones first. */
  function queryTerms(query, manifest) {
    const weights = manifest.weights;
    const tokens = tokensOf(query, weights.maximumTerms);
    const hasMarks = tokens.some((token) => token.marks !== 0);
    const terms = new Map();
    const put = (first, second, marks, weight) => {
      const key = `${first} ${second ?? ""} ${marks ?? ""}`;
      const known = terms.get(key);
      if (known) known.weight += weight;
      else terms.set(key, { first, second, marks, weight });
    };
    const add = (list, share) => {
      for (const token of list) {
        put(token.folded, null, hasMarks ? [token.marks] : null, Math.trunc((weights.syllable * share) / 100));
      }
      for (let k = 0; k + 1 < list.length; k++) {
        const marks = hasMarks ? [list[k].marks, list[k + 1].marks] : null;
        put(list[k].folded, list[k + 1].folded, marks, Math.trunc((weights.pair * share) / 100));
      }
    };
    add(tokens, 100);
    for (const group of manifest.synonyms) {
      const spellings = group.map((spelling) => tokensOf(spelling, weights.maximumTerms));
      if (!spellings.some((spelling) => holds(tokens, spelling))) continue;
      for (const spelling of spellings) {
        if (spelling.length > 0 && !holds(tokens, spelling)) add(spelling, weights.synonym);
      }
    }
    return { tokens, terms: [...terms.values()] };
  }

  /** Name of the shard that holds a term: the last one whose first term is not after it. */
  function shardStart(term, starts) {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (term < starts[middle]) high = middle;
      else low = middle;
    }
    return low;
  }

  const shardName = (family, start) => `terms/${family}-${start.replaceAll(" ", "-")}`;

  function restName(first, second) {
    const term = second === null ? first : `${first}-${second}`;
    const family = second === null ? "s" : "p";
    let isPlain = true;
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(term)) {
      if (byte >= 0x80) isPlain = false;
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
    return isPlain ? `rest/${family}-${term}` : `rest/${family}-x-${hash.toString(16).padStart(8, "0")}`;
  }

  const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);

  class Engine {
    constructor(manifest, load) {
      this.manifest = manifest;
      this.load = load;
      this.kept = new Map();
      this.common = new Set(manifest.common.split(" "));
      this.inactive = new Set();
      eachId(manifest.inactive, 0, manifest.inactive.length, (id) => this.inactive.add(id));
    }

    get count() {
      return this.manifest.records;
    }

    /** A shard, from memory or through the loader; one that failed is asked for again next time. */
    shard(name) {
      const inline = own(this.manifest.shards, name);
      if (inline !== undefined) return Promise.resolve(inline);
      let promise = this.kept.get(name);
      this.kept.delete(name);
      if (!promise) {
        promise = Promise.resolve(this.load(name));
        promise.catch(() => this.kept.delete(name));
        if (this.kept.size >= KEPT_SHARDS) this.kept.delete(this.kept.keys().next().value);
      }
      this.kept.set(name, promise);
      return promise;
    }

    /**
     * The best answers, best first. `missing` counts shards that could not be loaded: the answer is then partial.
     * With `unfinished` the last syllable may go on.
     */
    async search(query, { limit = 10, unfinished = false, from = 0 } = {}) {
      const missing = { count: 0 };
      const { tokens, terms } = queryTerms(query, this.manifest);
      const [byNumber, words] = await Promise.all([
        this.guard(missing, [], () => this.recordsByNumber(query)),
        this.rank(tokens, terms, limit + from, unfinished, missing),
      ]);
      const onTop = new Set(byNumber);
      const best = (words.ranked.length ? words.ranked[0].score : 0) + byNumber.length;
      const ranked = byNumber.map((record, k) => ({ record, score: best - k, isNumberMatch: true }));
      for (const word of words.ranked) if (!onTop.has(word.record)) ranked.push(word);
      const hits = await Promise.all(
        ranked.slice(from, from + limit).map(async (hit) => {
          const row = await this.guard(missing, null, () => this.record(hit.record));
          return row && { ...row, ...hit, snippet: snippetOf(row.text, tokens) };
        })
      );
      const added = byNumber.filter((record) => !words.found(record)).length;
      return { hits: hits.filter(Boolean), total: words.total + added, missing: missing.count };
    }

    async guard(missing, fallback, work) {
      try {
        return await work();
      } catch {
        missing.count += 1;
        return fallback;
      }
    }

    async record(number) {
      const perShard = this.manifest.recordsPerShard;
      const rows = await this.shard(`records/${Math.floor(number / perShard)}`);
      const row = rows[number % perShard];
      if (!row) throw new Error("record shard too short");
      const [fileName, id, url, kind, typeName, printed, date, status, title, text] = row;
      return { fileName, id: id || fileName, url, kind, typeName, number: printed, date, status, title, text };
    }

    // Words

    async entryText(term) {
      if (term.second === null) {
        const start = this.manifest.singles[shardStart(term.first, this.manifest.singles)];
        return own(await this.shard(shardName("s", start)), term.first);
      }
      const start = this.manifest.pairs[shardStart(`${term.first} ${term.second}`, this.manifest.pairs)];
      return own(own(await this.shard(shardName("p", start)), term.first), term.second);
    }

    /** What one term says; null when no record holds it. */
    async evidence(term, missing) {
      const text = await this.guard(missing, undefined, () => this.entryText(term));
      if (text === undefined) return null;
      const entry = new Entry(text, term.second === null ? 1 : 2);
      const holders = entry.count + entry.skipped;
      const idf = Math.log(1 + (this.manifest.records - holders + 0.5) / (holders + 0.5));
      return { term, entry, worth: term.weight * Math.round(idf * 1000) };
    }

    async rank(tokens, terms, limit, unfinished, missing) {
      const { records, weights } = this.manifest;
      const all = unfinished ? terms.concat(await this.continuations(tokens, missing)) : terms;
      const read = (list) => Promise.all(list.map((term) => this.evidence(term, missing)));
      const isLean = tokens.length >= weights.leanFrom && tokens.length <= weights.leanTo;
      const common = isLean ? this.common : new Set();
      const isCommon = (term) => term.second === null && common.has(term.first);
      let found = (await read(all.filter((term) => !isCommon(term)))).filter(Boolean);
      if (common.size > 0 && !found.some(({ term }) => term.second !== null)) {
        found = found.concat((await read(all.filter(isCommon))).filter(Boolean));
      }
      const scores = new Float64Array(records);
      for (const evidence of found) addEvidence(scores, evidence, evidence.entry, weights);
      const open = found.filter((evidence) => evidence.entry.skipped > 0);
      if (open.length > 0 && !settled(scores, open, weights)) {
        const rests = await Promise.all(
          open.map(({ term }) =>
            this.guard(missing, null, () => this.shard(restName(term.first, term.second)))
          )
        );
        rests.forEach((text, k) => {
          if (text === null) return;
          addEvidence(scores, open[k], new Entry(text, open[k].term.second === null ? 1 : 2), weights);
        });
      }
      const { ranked, total } = best(scores, this.inactive, weights.inactive, limit);
      return { ranked, total, found: (record) => scores[record] > 0 };
    }

    /** The commonest ways in which the last syllable may go on; the length of an entry stands for how common it is. */
    async continuations(tokens, missing) {
      if (tokens.length === 0) return [];
      const { weights, singles, pairs } = this.manifest;
      const last = tokens[tokens.length - 1].folded;
      const previous = tokens.length > 1 ? tokens[tokens.length - 2].folded : null;
      const shards = async (family, starts, from, to) => {
        const first = shardStart(from, starts);
        const end = Math.min(shardStart(to, starts), first + 1);
        const names = starts.slice(first, end + 1).map((start) => shardName(family, start));
        return Promise.all(names.map((name) => this.guard(missing, {}, () => this.shard(name))));
      };
      const ways = [];
      const collect = (object, first, asSecond) => {
        for (const key of Object.keys(object ?? {})) {
          if (key.length > last.length && key.startsWith(last)) ways.push({ first, key, asSecond, text: object[key] });
        }
      };
      if (previous !== null) {
        for (const shard of await shards("p", pairs, `${previous} ${last}`, `${previous} ${last}~`)) {
          collect(own(shard, previous), previous, true);
        }
      } else {
        for (const shard of await shards("s", singles, last, `${last}~`)) collect(shard, null, false);
      }
      ways.sort((a, b) => b.text.length - a.text.length || (a.key < b.key ? -1 : 1));
      return ways.slice(0, weights.prefixExpansions).map(({ first, key, asSecond }) => ({
        first: asSecond ? first : key,
        second: asSecond ? key : null,
        marks: null,
        weight: Math.trunc(((asSecond ? weights.pair : weights.syllable) * weights.prefix) / 100),
      }));
    }

    // Numbers

    async recordsByNumber(query) {
      // A figure alone is no number to the grammar, but here it may be the one that somebody remembers.
      const bare = /^\s*([0-9]{1,6})\s*$/.exec(query);
      if (bare) return this.numbersNear([], Number(bare[1]), null);
      const reading = tracuu.readNumber(query, this.manifest.codeBook);
      if (reading.kind === "full") {
        for (const candidate of reading.numbers) {
          const rows = await this.numbers(candidate.sequence);
          const bearers = rows.filter((row) => row[0] === candidate.key);
          if (bearers.length > 0) return newestFirst(bearers);
        }
        const [first] = reading.numbers;
        return first ? this.numbersNear(first.type ? [first.type] : [], first.sequence, first.year ?? null) : [];
      }
      if (reading.kind === "partial") {
        return this.numbersNear(reading.types ?? [], reading.sequence, reading.year ?? null);
      }
      return [];
    }

    async numbers(sequence) {
      const shards = this.manifest.numberShards;
      if (shards === 0) return [];
      return own(await this.shard(`numbers/${sequence % shards}`), String(sequence)) ?? [];
    }

    async numbersNear(types, sequence, year) {
      const keys = types.map(numberKey);
      const rows = await this.numbers(sequence);
      return newestFirst(
        rows.filter(([, rowYear, rowTypes]) => {
          const own = rowTypes.split(" ");
          return (keys.length === 0 || keys.some((key) => own.includes(key))) && (year === null || year === rowYear);
        })
      );
    }
  }

  const newestFirst = (rows) => [...new Set(rows.map((row) => row[3]))].sort((a, b) => b - a);

  /** Numbers compared without case, marks, separators and leading zeros. */
  const numberKey = (text) => tracuu.fold(text).replace(/[^0-9a-z]/g, "").replace(/^0+/, "");

  function addEvidence(scores, { term, worth }, entry, weights) {
    const size = scores.length;
    if (term.marks === null) {
      entry.each((record, level) => {
        if (record < size) scores[record] += worth * level * 100;
      });
      return;
    }
    const shares = [weights.folded, weights.otherTone, 100];
    const { usual, exceptions } = entry.agreements(term.marks);
    entry.each((record, level) => {
      if (record >= size) return;
      const agreement = exceptions.size === 0 ? usual : exceptions.get(record) ?? usual;
      scores[record] += worth * level * shares[agreement];
    });
  }

  /** Whether no record that stands only in skipped postings can reach the first answers. */
  function settled(scores, open, weights) {
    const bound = open.reduce((sum, { worth, entry }) => sum + worth * entry.skippedLevel * 100, 0);
    let reached = 0;
    for (const score of scores) {
      if (score > 0 && score >= bound) {
        reached += 1;
        if (reached >= weights.settledAnswers) return true;
      }
    }
    return false;
  }

  /** The `limit` best records and the number of all; of equals the newest first. */
  function best(scores, inactive, inactiveShare, limit) {
    const heap = []; // the worst of the kept ones on top
    const isWorse = (a, b) => (a.score !== b.score ? a.score < b.score : a.record < b.record);
    let total = 0;
    for (let record = 0; record < scores.length; record++) {
      if (scores[record] <= 0) continue;
      total += 1;
      const hit = { record, score: scores[record] * (inactive.has(record) ? inactiveShare : 100), isNumberMatch: false };
      if (heap.length < limit) {
        let place = heap.push(hit) - 1;
        while (place > 0) {
          const parent = (place - 1) >> 1;
          if (!isWorse(heap[place], heap[parent])) break;
          [heap[place], heap[parent]] = [heap[parent], heap[place]];
          place = parent;
        }
      } else if (limit > 0 && isWorse(heap[0], hit)) {
        heap[0] = hit;
        for (let place = 0; ; ) {
          let child = 2 * place + 1;
          if (child >= heap.length) break;
          if (child + 1 < heap.length && isWorse(heap[child + 1], heap[child])) child += 1;
          if (!isWorse(heap[child], heap[place])) break;
          [heap[place], heap[child]] = [heap[child], heap[place]];
          place = child;
        }
      }
    }
    return { ranked: heap.sort((a, b) => (isWorse(a, b) ? 1 : -1)), total };
  }

  // Snippets

  /** Tokens that a snippet shows, about two lines. */
  const SNIPPET = 36;

  /** Folds of the words seen so far: folding is slow, and texts repeat themselves. */
  const folds = new Map();

  /** The words of a text with their folds, as `tracuu.syllables` gives them. */
  function wordsOf(text) {
    const words = [];
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      let folded = folds.get(word);
      if (folded === undefined) {
        folded = tracuu.syllables(word)[0]?.folded ?? "";
        if (folds.size > 20_000) folds.clear();
        folds.set(word, folded);
      }
      if (folded) words.push({ start: index, end: index + word.length, folded });
    }
    return words;
  }

  /** The part of a text that answers a query best, as pieces `{ text, isMarked }`. */
  function snippetOf(text, query) {
    const tokens = wordsOf(text);
    if (tokens.length === 0) return [];
    const singles = new Set(query.map((token) => token.folded));
    const pairs = new Set(query.slice(1).map((token, k) => `${query[k].folded} ${token.folded}`));
    const pairAt = (k) => (k + 1 < tokens.length ? `${tokens[k].folded} ${tokens[k + 1].folded}` : "");
    const isSingle = tokens.map((token) => singles.has(token.folded));
    const isPair = tokens.map((_, k) => isSingle[k] && pairs.has(pairAt(k)));

    let top = 0;
    let start = 0;
    tokens.forEach((_, from) => {
      if (!isSingle[from]) return;
      const seen = new Set();
      let score = 0;
      const see = (key, value) => {
        if (!seen.has(key)) score += value;
        seen.add(key);
      };
      for (let k = from; k < Math.min(tokens.length, from + SNIPPET - 6); k++) {
        if (isSingle[k]) see(tokens[k].folded, 1);
        if (isPair[k]) see(pairAt(k), 3);
      }
      if (score > top) [top, start] = [score, from];
    });
    start = start < SNIPPET / 2 ? 0 : start - 4;

    const end = Math.min(tokens.length, start + SNIPPET);
    const hasPair = isPair.slice(start, end).includes(true);
    const pieces = [];
    const put = (piece, isMarked) => {
      if (!piece) return;
      const last = pieces[pieces.length - 1];
      if (last && last.isMarked === isMarked) last.text += piece;
      else pieces.push({ text: piece, isMarked });
    };
    const between = (from, to) => text.slice(from, to).replaceAll("\n", " ");
    let position = start === 0 ? 0 : tokens[start].start;
    if (start > 0) put("… ", false);
    for (let k = start; k < end; k++) {
      const joined = k > start && isPair[k - 1];
      const isMarked = hasPair ? isPair[k] || joined : isSingle[k];
      put(between(position, tokens[k].start), isMarked && joined);
      put(between(tokens[k].start, tokens[k].end), isMarked);
      position = tokens[k].end;
    }
    put(end < tokens.length ? " …" : between(position, text.length), false);
    return pieces;
  }

  /** Opens the index. Rejects when the manifest cannot be loaded or is of another version. */
  tracuu.openSearch = async (load) => {
    const manifest = await load("manifest");
    if (!manifest || manifest.format !== "tracuu-search" || manifest.version !== 1) {
      throw new Error("unknown search index");
    }
    return new Engine(manifest, load);
  };
  tracuu.marksOf = marksOf;
  tracuu.snippetOf = snippetOf;
})(globalThis);
