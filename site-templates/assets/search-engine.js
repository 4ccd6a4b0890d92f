// The search engine of the site: reads the index under search/ (Sources/Search/FORMAT.md) and ranks records.
//
// It is the twin of the command's reader and must give the same order to the last place: whole numbers throughout, the
// same steps in the same sequence. No DOM here; files come through a loader, so that tests can hand them in. Load text.js,
// numbers.js, search-entries.js and search-snippet.js first.
//
//   const engine = await tracuu.openSearch((name) => Promise<parsed JSON of search/NAME.json>);
//   const answer = await engine.search("điều tra dư luận", { limit: 10, unfinished: true });
"use strict";

(function (root) {
  const tracuu = (root.tracuu = root.tracuu || {});
  const { eachId, marksOf, IndexEntry, snippetOf } = tracuu;

  /** Bytes of the longest token that is looked up. */
  const LONGEST_TOKEN = 60;
  /** Parsed shards that are kept: enough for a long session, few enough for a phone. */
  const KEPT_SHARDS = 400;

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
      const entry = new IndexEntry(text, term.second === null ? 1 : 2);
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
          addEvidence(scores, open[k], new IndexEntry(text, open[k].term.second === null ? 1 : 2), weights);
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

  /** Opens the index. Rejects when the manifest cannot be loaded or is of another version. */
  tracuu.openSearch = async (load) => {
    const manifest = await load("manifest");
    if (!manifest || manifest.format !== "tracuu-search" || manifest.version !== 1) {
      throw new Error("unknown search index");
    }
    return new Engine(manifest, load);
  };
})(globalThis);
