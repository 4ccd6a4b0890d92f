// The search engine of the site: reads the index under search/ (Sources/Search/FORMAT.md) and ranks records.
//
// It is the twin of the command's reader and must give the same order to the last place: whole numbers throughout, the
// same steps in the same sequence. No DOM here; files come through a loader, so that tests can hand them in. Load text.js,
// numbers.js, search-entries.js, search-query.js, search-columns.js, search-snippet.js and search-correction.js first.
//
// The lists of facets, the sections of long records and the syllables for corrections are read when they are needed.
//
//   const engine = await tracuu.openSearch((name) => Promise<parsed JSON of search/NAME.json>);
//   const answer = await engine.search("điều tra dư luận", { limit: 10, unfinished: true });
"use strict";

(() => {
  const { eachId, marksOf, nameKey, closenessOf, snippetOf, sectionsOf, wordsOf, IndexEntry, Columns } = tracuu;

  /** Parsed shards that are kept: enough for a long session, few enough for a phone. */
  const KEPT_SHARDS = 1000;
  /** Hits whose sections are looked into. */
  const LOOKED_INTO = 3;

  /** Letters that make no Vietnamese syllable: a short form, perhaps one that the texts explain. */
  const SHORT = /^(?![bcdghklmnpqrstvx]*[aeiouy]+([cmpt]|[cn]h|ng?)?$)[a-z]{2,10}$/;

  const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);
  const top = (scores) => {
    let best = 0;
    for (let record = 0; record < scores.length; record++) if (scores[record] > best) best = scores[record];
    return best;
  };
  const isChosen = (filters) => Object.values(filters).some((each) => each?.length);

  /** A syllable or a pair to look up, with its marks when any of the query's tokens has some. */
  const termOf = (parts, tokens) => ({
    first: parts[0].folded, second: parts[1]?.folded, marks: tokens.some(({ marks }) => marks) && parts.map(({ marks }) => marks),
  });

  /** Whether some tokens hold others as a run. */
  const holds = (tokens, part) => tokens.some((_, start) => part.length && part.every(({ folded }, k) => folded === tokens[start + k]?.folded));

  const shardName = (family, start) => `terms/${family}-${start.replaceAll(" ", "-")}`;
  /** The shard that holds a term: the last one whose first term is not after it. */
  const shardOf = (term, starts) => starts.findLastIndex((start) => start <= term);

  /** What terms could add to a record that stands in skipped postings alone. */
  const boundOf = (open) => open.reduce((sum, { worth, entry }) => sum + worth * entry.skippedLevel * 100, 0);

  /** The `limit` best of some records in ascending order; of equals the newest first. */
  const bestOf = (records, scores, limit) => {
    const list = [];
    for (const record of records) {
      if (list.length >= limit && scores[record] < scores[list.at(-1)]) continue;
      list.unshift(record);
      list.sort((a, b) => scores[b] - scores[a]).splice(limit);
    }
    return list;
  };

  class Engine {
    constructor(manifest, load) {
      this.manifest = manifest;
      this.load = load;
      this.kept = new Map();
      this.common = new Set(manifest.common.split(" "));
      this.singles = manifest.singles.split(" ");
      this.pairs = manifest.pairs.split(",").flatMap((group) => {
        const [first, ...seconds] = group.split(" ");
        return seconds.map((second) => (second ? `${first} ${second}` : first));
      });
    }

    /** A shard, from memory or through the loader; one that failed is asked for again next time. */
    async shard(name) {
      const { kept } = this;
      const inline = own(this.manifest.shards, name);
      if (inline !== undefined) return inline;
      const promise = kept.get(name) ?? this.load(name);
      kept.delete(name);
      kept.set(name, promise);
      if (kept.size > KEPT_SHARDS) kept.delete(kept.keys().next().value);
      promise.catch(() => kept.delete(name));
      return promise;
    }

    /** What some work gives; a failure gives the fallback, and counts in the `missing` of an answer. */
    guard(missing, fallback, work) {
      return work().catch(() => {
        missing.missing++;
        return fallback;
      });
    }

    /**
     * The best answers, best first. `missing` counts shards that could not be loaded: the answer is then partial.
     * With `unfinished` the last syllable may go on. With `facets` come counts, and the sections of long hits.
     * @param {{limit?: number, unfinished?: boolean, sort?: "relevance" | "newest" | "oldest",
     *   filters?: Record<string, any>, facets?: boolean, correct?: boolean}} options
     */
    async search(query, options = {}) {
      const answer = await this.answer(query, options);
      if (options.correct === false || answer.hits.some((hit) => hit.isNumberMatch)) return answer;
      const better = await this.guard(answer, null, () => tracuu.correct(this, query, answer.unknown, options.unfinished));
      const corrected = better && (await this.answer(better, options));
      return corrected?.total ? { ...corrected, correction: { query: better } } : answer;
    }

    async answer(query, { limit = 10, unfinished = false, sort = "relevance", filters = {}, facets = false }) {
      const missing = { missing: 0 };
      const asked = tracuu.parseQuery(query);
      const isNarrowed = asked.named.length > 0 || asked.years || isChosen(filters);
      const loading = facets || isNarrowed ? this.guard(missing, null, () => this.columns()) : null;
      filters = this.filtersOf(asked, asked.named.length ? await loading : null, filters);
      const { tokens, terms } = await this.terms(asked.words, missing);
      const [columns, number, { scores, unknown }] = await Promise.all([
        loading,
        this.guard(missing, { records: [] }, () => this.recordsByNumber(asked.words)),
        this.rank(tokens, terms, facets || isNarrowed || sort !== "relevance", unfinished, missing),
      ]);
      if (!tokens.length && isChosen(filters)) scores.fill(1);
      const drop = (isDropped) => scores.forEach((_, record) => {
        if (isDropped(record)) scores[record] = 0;
      });
      // A number alone asks for its bearers and for those that name it.
      const naming = number.printed && (await this.holders(number.printed, missing, true));
      if (naming?.size) drop((record) => !naming.has(record));
      const best = number.records.length && top(scores) + number.records.length;
      number.records.forEach((record, place) => { scores[record] = best - place; });
      const [phrases, excluded] = await Promise.all([asked.phrases, asked.excluded].map((list) =>
        Promise.all(list.map((text) => this.holders(text, missing)))));
      const hadAny = scores.some((score) => score > 0);
      for (const holders of phrases) if (holders) drop((record) => !holders.has(record));
      for (const holders of excluded) if (holders) drop((record) => holders.has(record));

      let matches = [];
      for (let record = 0; record < scores.length; record++) if (scores[record]) matches.push(record);
      const found = matches.length;
      const narrowed = columns?.narrow(matches, filters);
      if (narrowed) matches = narrowed.records;
      const { weights } = this.manifest;
      const rows = await Promise.all(this.ordered(matches, scores, sort, Math.max(limit, weights.nearest)).map(async (record) => {
        const row = await this.guard(missing, null, () => this.record(record));
        return row && { ...row, record, words: wordsOf(row, tokens), score: scores[record], isNumberMatch: number.records.includes(record) };
      }));
      const all = rows.filter(Boolean);
      // The first ones, behind a number's bearers, in the order of how near together they have what was asked.
      if (sort === "relevance" && tokens.length) {
        const bearers = all.filter((row) => row.isNumberMatch).length;
        const head = all.slice(bearers, weights.nearest);
        const valueOf = (row) => Math.floor(row.score / 100) * (100 + closenessOf(row.words, tokens, weights));
        head.map((row) => [valueOf(row), row]).sort(([a], [b]) => b - a).forEach(([, row], k) => {
          all[bearers + k] = { ...row, score: head[k].score };
        });
      }
      const hits = await Promise.all(all.slice(0, limit).map(async (row, place) => ({
        ...row, snippet: snippetOf(row.words),
        sections: facets && row.sections && tokens.length && place < LOOKED_INTO
          ? await this.guard(missing, [], async () => sectionsOf(await this.shard(`sections/${row.record}`), tokens)) : [],
      })));
      let relief = null;
      if (!matches.length) {
        const [phrase] = asked.phrases;
        if (found) relief = columns.relief(filters, narrowed.losses);
        else if (hadAny && phrase) relief = { dropTerm: query.substr(query.indexOf(phrase) - 1, phrase.length + 2) };
        else if (hadAny && asked.excluded.length) relief = { dropTerm: `-${asked.excluded[0]}` };
        else if (asked.words.trim().includes(" ") && unknown.length) relief = { dropTerm: unknown[0].typed };
      }
      return {
        hits, total: matches.length, missing: missing.missing,
        ...(facets && { facets: narrowed?.counts ?? {} }), correction: null, relief, unknown,
      };
    }

    async columns() {
      this.loaded ??= new Columns(await this.shard("facets"), this.manifest.records);
      return this.loaded;
    }

    /** The filters that a query names, together with others; a name that no value bears goes back to the words. */
    filtersOf(asked, columns, others) {
      const chosen = {};
      for (const { facet, value } of asked.named) {
        const ids = columns?.named(facet, value) ?? [];
        if (facet === "status") ids.push(...(own(tracuu.statusWords, nameKey(value)) ?? []));
        if (ids.length) (chosen[facet] ??= []).push(...ids);
        else asked.words += (asked.words && " ") + value;
      }
      return { ...others, ...(asked.years && { year: asked.years }), ...chosen };
    }

    /** The first `limit` of some records in ascending order. */
    ordered(records, scores, sort, limit) {
      if (sort === "newest") return records.slice(-limit).reverse();
      if (sort === "relevance") return bestOf(records, scores, limit);
      const isDated = (record) => record >= this.manifest.undated;
      return [...records.filter(isDated), ...records.filter((record) => !isDated(record))].slice(0, limit);
    }

    // Words

    /** The syllables of a text that are looked up. */
    tokens(text) {
      const limit = this.manifest.weights.maximumTerms;
      // Whatever is pasted, sixteen characters a token are enough to fill the limit.
      return tracuu.syllables(text.slice(0, limit * 16)).slice(0, limit)
        .map(({ start, end, folded, exact }) => ({ typed: text.slice(start, end), folded, marks: marksOf(exact) }));
    }

    /** The distinct syllables and pairs of a query and of its synonyms, with their weights. */
    async terms(words, missing) {
      const { synonyms, weights } = this.manifest;
      const tokens = this.tokens(words);
      const shorts = [...new Set(tokens.map(({ folded }) => folded))].filter((each) => SHORT.test(each));
      const meanings = shorts[0] && (await this.guard(missing, {}, () => this.shard("abbreviations")));
      const terms = new Map();
      const add = (list, share) => list.forEach((token, k) => [[token], list.slice(k, k + 2)].forEach((parts, isPair) => {
        if (parts.length <= isPair) return;
        const term = termOf(parts, tokens);
        const key = Object.values(term).join(" ");
        const weight = Math.trunc(((isPair ? weights.pair : weights.syllable) * share) / 100);
        terms.set(key, { ...term, weight: weight + (terms.get(key)?.weight ?? 0) });
      }));
      add(tokens, 100);
      for (const group of synonyms) {
        const spellings = group.map((each) => this.tokens(each));
        const others = spellings.filter((each) => !holds(tokens, each));
        if (others.length < spellings.length) for (const each of others) add(each, weights.synonym);
      }
      for (const long of shorts.flatMap((each) => own(meanings, each) ?? [])) {
        const spelling = this.tokens(long);
        if (!holds(tokens, spelling)) add(spelling, weights.synonym);
      }
      return { tokens, terms: [...terms.values()] };
    }

    /** The entry of a syllable or a pair; null when no record holds it. */
    async entry(first, second) {
      const [family, starts, term] = second ? ["p", this.pairs, `${first} ${second}`] : ["s", this.singles, first];
      const shard = await this.shard(shardName(family, starts[shardOf(term, starts)]));
      const text = second ? own(own(shard, first), second) : own(shard, first);
      return text ? new IndexEntry(text, second ? 2 : 1) : null;
    }

    /** What was cut off the entry of a term. */
    rest({ first, second }, missing) {
      return this.guard(missing, null, async () => new IndexEntry(await this.shard(second ? `rest/p-${first}-${second}` : `rest/s-${first}`), second ? 2 : 1));
    }

    /** What terms say, those that records hold. */
    async evidence(terms, missing) {
      const all = await Promise.all(terms.map(async (term) => {
        const entry = await this.guard(missing, null, () => this.entry(term.first, term.second));
        if (!entry) return null;
        const holders = entry.count + entry.skipped;
        const idf = Math.log(1 + (this.manifest.records - holders + 0.5) / (holders + 0.5));
        return { term, entry, worth: term.weight * Math.round(idf * 1000) };
      }));
      return all.filter(Boolean);
    }

    /** The records that hold all the pairs of a phrase, or its one syllable; null when it has no syllables. */
    async holders(phrase, missing, isNumber) {
      const tokens = this.tokens(phrase);
      if (!tokens.length) return null;
      const parts = tokens.length > 1 ? tokens.slice(1).map((token, k) => [tokens[k], token]) : [tokens];
      const terms = parts.map((each) => termOf(each, tokens));
      let found = await this.evidence(terms, missing);
      if (found.length < terms.length) return new Set();
      // Of a number, long lists are taken on trust beside short ones.
      if (isNumber && found.some(({ entry }) => !entry.skipped)) found = found.filter(({ entry }) => !entry.skipped);
      const sets = await Promise.all(found.map(async ({ term, entry }) => {
        const records = new Set();
        const rest = entry.skipped ? await this.rest(term, missing) : null;
        for (const each of [entry, rest]) each?.eachExact(term.marks, (record) => records.add(record));
        return records;
      }));
      return sets.reduce((all, some) => new Set([...all].filter((record) => some.has(record))));
    }

    /**
     * Every record's score, 0 for those that are no answers, and the tokens that no record holds. `isComplete`: all answers
     * are counted or put in another order; pairs are then read whole where what was cut off could hold one.
     */
    async rank(tokens, terms, isComplete, unfinished, missing) {
      const { cited, inactive, records, weights } = this.manifest;
      const all = unfinished ? terms.concat(await this.continuations(tokens, missing)) : terms;
      const common = tokens.length >= weights.leanFrom && tokens.length <= weights.leanTo ? this.common : new Set();
      const isCommon = ({ first, second }) => !second && common.has(first);
      const hasPair = () => found.some(({ term }) => term.second);
      let found = await this.evidence(all.filter((term) => !isCommon(term)), missing);
      if (!hasPair()) found = found.concat(await this.evidence(all.filter(isCommon), missing));
      const scores = new Float64Array(records);
      const shares = [weights.folded, weights.otherTone, 100];
      const add = ({ marks }, worth, entry) => {
        const agreement = entry.agreement(marks);
        entry.each((record, level) => {
          if (record < records) scores[record] += worth * level * shares[agreement(record)];
        });
      };
      for (const { term, worth, entry } of found) add(term, worth, entry);
      let open = found.filter(({ entry }) => entry.skipped);
      const bound = boundOf(open);
      let reached = 0;
      if (open.length) for (let record = 0; record < records; record++) if (scores[record] && scores[record] >= bound) reached++;
      // Where enough records reach what skipped postings could give, those are read only for counts they could change.
      if (reached >= weights.settledAnswers) {
        open = isComplete ? open.filter(({ term }) => !hasPair() || term.second) : [];
        if (boundOf(open) * 100 < top(scores) * weights.match) open = [];
      }
      const rests = await Promise.all(open.map(({ term }) => this.rest(term, missing)));
      rests.forEach((rest, k) => rest && add(open[k].term, open[k].worth, rest));
      // Whole numbers: documents out of force yield, those that others cite gain.
      const standing = new Uint8Array(records).fill(100);
      eachId(inactive, (record) => { standing[record] = weights.inactive; });
      eachId(cited, (record, level) => { standing[record] += level; });
      for (let record = 0; record < records; record++) scores[record] *= standing[record];
      const least = (top(scores) * weights.match) / 100;
      for (let record = 0; record < records; record++) if (scores[record] < least) scores[record] = 0;

      const known = new Set(found.map(({ term }) => !term.second && term.first));
      return { scores, unknown: missing.missing ? [] : tokens.filter(({ folded }) => !known.has(folded) && !common.has(folded)) };
    }

    /** The commonest ways in which the last syllable may go on; the length of an entry stands for how common it is. */
    async continuations(tokens, missing) {
      if (!tokens.length) return [];
      const { weights } = this.manifest;
      const [last, previous] = tokens.map(({ folded }) => folded).reverse();
      const [family, starts, term] = previous ? ["p", this.pairs, `${previous} ${last}`] : ["s", this.singles, last];
      const from = shardOf(term, starts);
      const names = starts.slice(from, Math.min(shardOf(`${term}~`, starts), from + 1) + 1);
      const shards = await Promise.all(names.map((start) => this.guard(missing, {}, () => this.shard(shardName(family, start)))));
      return shards.flatMap((shard) => Object.entries((previous ? own(shard, previous) : shard) ?? {}))
        .filter(([key]) => key.length > last.length && key.startsWith(last))
        .sort(([, one], [, other]) => other.length - one.length).slice(0, weights.prefixExpansions)
        .map(([key]) => ({
          first: previous ?? key, second: previous && key, marks: null,
          weight: Math.trunc(((previous ? weights.pair : weights.syllable) * weights.prefix) / 100),
        }));
    }

    // Records

    async record(number) {
      const { recordsPerShard } = this.manifest;
      const rows = await this.shard(`records/${Math.floor(number / recordsPerShard)}`);
      const [fileName, , url, kind, typeName, printed, date, status, title, text, sections] = rows[number % recordsPerShard];
      return { fileName, url, kind, typeName, number: printed, date, status, title, text, sections };
    }

    /** The records of a number in the query, newest first; `printed` is a full number that is all of the query. */
    async recordsByNumber(query) {
      const { numberShards, types } = this.manifest;
      const { rows, isWhole, printed } = await tracuu.findNumber(query, types, async (sequence) =>
        (numberShards && own(await this.shard(`numbers/${sequence % numberShards}`), sequence)) || []);
      const records = [...new Set(rows.map((row) => row[3]))].sort((a, b) => b - a);
      return { records, printed: isWhole ? (await this.record(records[0])).number : printed };
    }
  }

  /** Opens the index. Rejects when the manifest cannot be loaded or is of another version. */
  tracuu.openSearch = async (load) => {
    const manifest = await load("manifest");
    if (manifest.version !== 4) throw new Error("version");
    return new Engine(manifest, load);
  };
})();
