// The search engine of the site: reads the index under search/ (Sources/Search/FORMAT.md) and ranks records.
//
// It is the twin of the command's reader and must give the same order to the last place: whole numbers throughout, the
// same steps in the same sequence. No DOM here; files come through a loader, so that tests can hand them in. Load text.js,
// search-entries.js, search-query.js, search-columns.js and search-snippet.js first; numbers.js and search-correction.js when
// they are needed, unless they are there.
//
// The lists of facets, the sections of long records and the syllables for corrections are read when they are needed.
//
//   const engine = await tracuu.openSearch((name) => Promise<parsed JSON of search/NAME.json>);
//   const answer = await engine.search("điều tra dư luận", { limit: 10, unfinished: true });
"use strict";

(function (root) {
  const tracuu = (root.tracuu = root.tracuu || {});
  const { eachId, marksOf, nameKey, snippetOf, sectionsOf, IndexEntry, Columns } = tracuu;

  /** Bytes of the longest token that is looked up. */
  const LONGEST_TOKEN = 60;
  /** Parsed shards that are kept: enough for a long session, few enough for a phone. */
  const KEPT_SHARDS = 400;
  /** Hits whose sections are looked into. */
  const LOOKED_INTO = 3;

  /** The typed syllables, at most `limit`. */
  function tokensOf(text, limit) {
    // Whatever is pasted, sixteen characters a token are enough to fill the limit.
    const short = text.length > limit * 16 ? Array.from(text.slice(0, limit * 32)).slice(0, limit * 16).join("") : text;
    const tokens = [];
    for (const syllable of tracuu.syllables(short)) {
      if (tokens.length === limit) break;
      if (utf8Length(syllable.exact) <= LONGEST_TOKEN) {
        const { start, end, folded, exact } = syllable;
        tokens.push({ typed: short.slice(start, end), folded, marks: marksOf(exact) });
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
     * With `unfinished` the last syllable may go on. With `facets` come counts, and the sections of long hits.
     * @param {{limit?: number, from?: number, unfinished?: boolean, sort?: "relevance" | "newest" | "oldest",
     *   filters?: Record<string, any>, facets?: boolean, correct?: boolean}} options
     */
    async search(query, options = {}) {
      const answer = await this.answer(query, options);
      if (options.correct === false || answer.hits.some((hit) => hit.isNumberMatch)) return answer;
      if (answer.unknown.length === 0) return answer;
      const better = await this.guard({ count: 0 }, null, async () => {
        if (!tracuu.correct) await tracuu.scripts("search-correction");
        return tracuu.correct(this, query, answer.unknown, options.unfinished);
      });
      if (!better) return answer;
      const corrected = await this.answer(better, options);
      return corrected.total > 0 ? { ...corrected, correction: { query: better } } : answer;
    }

    async answer(query, { limit = 10, from = 0, unfinished = false, sort = "relevance", filters = {}, facets = false }) {
      const missing = { count: 0 };
      const asked = tracuu.parseQuery(query);
      const isNarrowed = asked.named.length > 0 || asked.years !== null || Object.values(filters).some((each) => each?.length);
      const isComplete = facets || isNarrowed || sort !== "relevance";
      const loading = facets || isNarrowed ? this.guard(missing, null, () => this.columns()) : null;
      filters = this.filtersOf(asked, asked.named.length ? await loading : null, filters);
      const { tokens, terms } = queryTerms(asked.words, this.manifest);
      const [columns, number, words] = await Promise.all([
        loading,
        this.guard(missing, { records: [] }, () => this.recordsByNumber(asked.words)),
        this.rank(tokens, terms, isComplete, unfinished, missing),
      ]);
      const { scores } = words;
      if (tokens.length === 0 && Object.values(filters).some((each) => each?.length)) scores.fill(1);
      const keepOnly = (holders) => {
        for (let record = 0; record < scores.length; record++) if (!holders.has(record)) scores[record] = 0;
      };
      // A number alone asks for its bearers and for those that name it.
      const naming = number.printed ? await this.holders(number.printed, missing, true) : null;
      if (naming?.size) keepOnly(naming);
      let best = 0;
      for (const score of scores) if (score > best) best = score;
      number.records.forEach((record, place) => (scores[record] = best + number.records.length - place));
      const [phrases, excluded] = await Promise.all([asked.phrases, asked.excluded].map((list) =>
        Promise.all(list.map((text) => this.holders(text, missing)))));
      const all = new Set();
      if (asked.phrases.length + asked.excluded.length > 0) scores.forEach((score, record) => score > 0 && all.add(record));
      for (const holders of phrases) if (holders) keepOnly(holders);
      for (const holders of excluded) if (holders) for (const record of holders) scores[record] = 0;

      let matches = [];
      for (let record = 0; record < scores.length; record++) if (scores[record] > 0) matches.push(record);
      const found = matches.length;
      const narrowed = columns?.narrow(matches, filters);
      if (narrowed) matches = narrowed.records;
      const bearers = new Set(number.records);
      const hits = await Promise.all(
        this.ordered(matches, scores, sort, from + limit).slice(from).map(async (record, place) => {
          const row = await this.guard(missing, null, () => this.record(record));
          if (!row) return null;
          const { sections, ...shown } = row;
          const within = facets && sections && tokens.length && place < LOOKED_INTO
            ? await this.guard(missing, [], async () => sectionsOf(await this.shard(`sections/${record}`), tokens)) : [];
          return {
            ...shown, record, score: scores[record], isNumberMatch: bearers.has(record), snippet: snippetOf(row.text, tokens),
            sections: within,
          };
        })
      );
      let relief = null;
      if (matches.length === 0) {
        if (found > 0) relief = columns.relief(filters, narrowed.losses);
        else if (all.size > 0) {
          const [phrase] = asked.phrases;
          relief = { dropTerm: phrase ? query.substr(query.indexOf(phrase) - 1, phrase.length + 2) : `-${asked.excluded[0]}` };
        } else if (asked.words.trim().includes(" ")) relief = words.unknown.length ? { dropTerm: words.unknown[0].typed } : null;
      }
      return {
        hits: hits.filter(Boolean), total: matches.length, missing: missing.count,
        ...(facets && { facets: narrowed?.counts ?? {} }),
        parsed: { words: asked.words, phrases: asked.phrases, excluded: asked.excluded, filters },
        correction: null, relief, unknown: words.unknown,
      };
    }

    async columns() {
      this.loaded ??= new Columns(await this.shard("facets"), this.count);
      return this.loaded;
    }

    /** The filters that a query names, together with others; a name that no value bears goes back to the words. */
    filtersOf(asked, columns, others) {
      const chosen = {};
      for (const { facet, value } of asked.named) {
        const ids = columns?.named(facet, value) ?? [];
        const key = nameKey(value);
        if (facet === "status" && Object.hasOwn(tracuu.statusWords, key)) ids.push(...tracuu.statusWords[key]);
        if (ids.length === 0) asked.words += (asked.words && " ") + value;
        else (chosen[facet] ??= []).push(...ids);
      }
      return { ...others, ...(asked.years && { year: asked.years }), ...chosen };
    }

    /** The first `limit` of some records in ascending order. */
    ordered(records, scores, sort, limit) {
      if (sort === "newest") return records.slice(-limit).reverse();
      if (sort === "oldest") {
        const start = records.findIndex((record) => record >= this.manifest.undated);
        return (start < 0 ? records : [...records.slice(start), ...records.slice(0, start)]).slice(0, limit);
      }
      return best(records, scores, limit);
    }

    /** The records that hold all the pairs of a phrase, or its one syllable; null when it has no syllables. */
    async holders(phrase, missing, isNumber = false) {
      const tokens = tokensOf(phrase, this.manifest.weights.maximumTerms);
      if (tokens.length === 0) return null;
      const isMarked = tokens.some((token) => token.marks !== 0);
      const marks = (...list) => (isMarked ? list.map((token) => token.marks) : null);
      let terms = tokens.slice(1).map((token, k) => ({ first: tokens[k].folded, second: token.folded, marks: marks(tokens[k], token) }));
      if (terms.length === 0) terms = [{ first: tokens[0].folded, second: null, marks: marks(tokens[0]) }];
      let found = await Promise.all(terms.map((term) => this.evidence({ ...term, weight: 100 }, missing)));
      if (found.includes(null)) return new Set();
      // Of a number, long lists are taken on trust beside short ones.
      if (isNumber && found.some(({ entry }) => !entry.skipped)) found = found.filter(({ entry }) => !entry.skipped);
      let holders = null;
      for (const { term, entry } of found) {
        const records = new Set();
        entry.eachExact(term.marks, (record) => records.add(record));
        if (entry.skipped) {
          const rest = await this.rest(term, missing);
          rest?.eachExact(term.marks, (record) => records.add(record));
        }
        holders = holders ? new Set([...holders].filter((record) => records.has(record))) : records;
      }
      return holders;
    }

    async rest(term, missing) {
      const text = await this.guard(missing, null, () => this.shard(restName(term.first, term.second)));
      return text === null ? null : new IndexEntry(text, term.second === null ? 1 : 2);
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
      const [fileName, id, url, kind, typeName, printed, date, status, title, text, sections] = row;
      return { fileName, id: id || fileName, url, kind, typeName, number: printed, date, status, title, text, sections };
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
      if (typeof text !== "string") return null;
      const entry = new IndexEntry(text, term.second === null ? 1 : 2);
      const holders = entry.count + entry.skipped;
      const idf = Math.log(1 + (this.manifest.records - holders + 0.5) / (holders + 0.5));
      return { term, entry, worth: term.weight * Math.round(idf * 1000) };
    }

    /**
     * Every record's score, 0 for those that are no answers, and the tokens that no record holds. `isComplete`: all answers
     * are counted or put in another order; pairs are then read whole where what was cut off could hold one.
     */
    async rank(tokens, terms, isComplete, unfinished, missing) {
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
      let open = found.filter((evidence) => evidence.entry.skipped > 0);
      if (open.length > 0 && settled(scores, open, weights)) open = isComplete ? countable(scores, open, found, weights) : [];
      const rests = await Promise.all(open.map(({ term }) => this.rest(term, missing)));
      rests.forEach((rest, k) => rest && addEvidence(scores, open[k], rest, weights));
      for (let record = 0; record < records; record++) scores[record] *= this.inactive.has(record) ? weights.inactive : 100;
      let best = 0;
      for (const score of scores) if (score > best) best = score;
      for (let record = 0; record < records; record++) if (scores[record] * 100 < best * weights.match) scores[record] = 0;

      const known = new Set(found.map(({ term }) => term.second === null && term.first));
      const unknown = missing.count > 0 ? [] : tokens.filter(({ folded }) => !known.has(folded) && !common.has(folded));
      return { scores, unknown };
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
      if (bare) return { records: await this.numbersNear([], Number(bare[1]), null) };
      // Without a figure there is no number, and its grammar need not be loaded.
      if (!/\p{Nd}/u.test(query)) return { records: [] };
      if (!tracuu.readNumber) await tracuu.scripts("numbers");
      const reading = tracuu.readNumber(query, this.manifest.codeBook);
      if (reading.kind === "full") {
        for (const candidate of reading.numbers) {
          const rows = await this.numbers(candidate.sequence);
          const bearers = rows.filter((row) => row[0] === candidate.key);
          if (bearers.length > 0) return { records: newestFirst(bearers), printed: reading.isWhole && candidate.canonical };
        }
        const [first] = reading.numbers;
        if (!first) return { records: [] };
        const records = await this.numbersNear(first.type ? [first.type] : [], first.sequence, first.year ?? null);
        return { records, printed: reading.isWhole && first.canonical };
      }
      if (reading.kind !== "partial") return { records: [] };
      return { records: await this.numbersNear(reading.types ?? [], reading.sequence, reading.year ?? null) };
    }

    async numbers(sequence) {
      const shards = this.manifest.numberShards;
      if (shards === 0) return [];
      return own(await this.shard(`numbers/${sequence % shards}`), String(sequence)) ?? [];
    }

    async numbersNear(types, sequence, year) {
      const keys = types.map(nameKey);
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

  /** Cut lists of pairs (of all terms where no pair was found) whose rest could hold an answer. */
  function countable(scores, open, found, weights) {
    const hasPairs = found.some(({ term }) => term.second !== null);
    const counted = open.filter(({ term }) => !hasPairs || term.second !== null);
    const bound = counted.reduce((sum, { worth, entry }) => sum + worth * entry.skippedLevel * 100, 0);
    let best = 0;
    for (const score of scores) if (score > best) best = score;
    return bound * 100 >= best * weights.match ? counted : [];
  }

  /** The `limit` best of some records; of equals the newest first. */
  function best(records, scores, limit) {
    const heap = []; // the worst of the kept ones on top
    const isWorse = (a, b) => (scores[a] !== scores[b] ? scores[a] < scores[b] : a < b);
    for (const hit of records) {
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
    return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
  }

  /** Opens the index. Rejects when the manifest cannot be loaded or is of another version. */
  tracuu.openSearch = async (load) => {
    const manifest = await load("manifest");
    if (!manifest || manifest.format !== "tracuu-search" || manifest.version !== 2) {
      throw new Error("unknown search index");
    }
    return new Engine(manifest, load);
  };
})(globalThis);
