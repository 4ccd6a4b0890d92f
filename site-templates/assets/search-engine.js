// The search engine of the site: reads a query and answers it with records, best first.
//
// It is the twin of the command's reader and must give the same order to the last place: whole numbers throughout, the
// same steps in the same sequence. No DOM here; files come through a loader, so that tests can hand them in. Load text.js,
// numbers.js, search-entries.js, search-query.js, search-reading.js, search-columns.js, search-snippet.js and search-ranking.js
// first; search-correction.js comes when a query is doubted.
//
// The lists of facets, the sections of long records and the syllables for corrections are read when they are needed.
//
//   const engine = await tracuu.openSearch((name) => Promise<parsed JSON of search/NAME.json>);
//   const answer = await engine.search("điều tra dư luận", { limit: 10, unfinished: true });
"use strict";

(() => {
  const { nameKey, closenessOf, placeOf, provisionOf, readTokens, runsOf, snippetOf, sectionsOf, wordsOf, Columns } = tracuu;
  const { Ranking, own, top } = tracuu;

  /** Hits whose sections are looked into. */
  const LOOKED_INTO = 3;
  /** Words of a facet's name behind the first. */
  const NAME_WORDS = 7;

  /** The shard with a record's sections is named after the folder of its page. */
  const sectionsNameOf = (url) => `sections/${url.replace(/\/index\.html$/, "")}`;
  const foldedOf = (tokens) => tokens.map(({ folded }) => folded).join(" ");
  const isChosen = (filters) => Object.values(filters).some((each) => each?.length);

  /** Whether the collection has all neighbours of a query as they are spelled, so that none of them can be a slip. */
  const isSound = (tokens, evidence) => {
    const hasMarks = tokens.some(({ marks }) => marks);
    const has = (...parts) => evidence.some(({ term, entry }) => term.first === parts[0].folded && term.second === parts[1]?.folded
      && (!hasMarks || entry.all.some((marks) => marks.every((each, k) => each === parts[k].marks))));
    return tokens.length === 1 ? has(tokens[0]) : tokens.slice(1).every((token, k) => token.isCut || has(tokens[k], token));
  };

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

  class Engine extends Ranking {
    /**
     * The best answers, best first. `missing` counts shards that could not be loaded: the answer is then partial.
     * With `unfinished` the last syllable may go on. With `facets` come counts, and the sections of long hits. Where `isWanted`
     * says no, the answer is null; where it does for `isLast`, it is not corrected.
     * @param {{limit?: number, unfinished?: boolean, sort?: "relevance" | "newest" | "oldest", isWanted?: (isLast?: boolean) => boolean,
     *   filters?: Record<string, any>, facets?: boolean, correct?: boolean}} options
     */
    async search(query, options = {}) {
      const answer = await this.answer(query, options);
      if (!answer || options.correct === false || answer.isExact || answer.isSound || answer.hits.some((hit) => hit.isNumberMatch) || options.isWanted?.(true) === false) return answer;
      if (!tracuu.correct) await tracuu.loadCorrection?.().catch(() => {});
      const better = tracuu.correct && (await this.guard(answer, null, () => tracuu.correct(this, query, answer.isOpen)));
      const corrected = better && (await this.answer(better, options));
      return corrected?.total ? { ...corrected, correction: { query: better } } : answer;
    }

    async answer(query, { limit = 10, unfinished = false, sort = "relevance", filters = {}, facets = false, isWanted }) {
      const missing = { missing: 0 };
      const { manifest } = this;
      const { weights } = manifest;
      const asked = tracuu.parseQuery(query);
      const isNarrowed = asked.named.length > 0 || asked.years || isChosen(filters);
      const loading = facets || isNarrowed ? this.guard(missing, null, () => this.columns()) : null;
      filters = this.filtersOf(asked, asked.named.length ? await loading : null, filters);
      const all = this.tokens(asked.words);
      this.ahead(readTokens(all).rest);
      const numbers = await this.guard(missing, [], () => this.numbersIn(asked.words, all));
      const reading = readTokens(all);
      const tokens = reading.rest;
      // What is still being typed may be no word to rank.
      unfinished &&= tokens.at(-1) === all.at(-1);
      if (isWanted?.() === false) return null;
      // Of which type everything of a day or of a year is wanted.
      const typeKey = tokens.map(({ folded }) => (reading.year && (folded === "nam" || Number(folded) === reading.year) ? "" : folded)).join("");
      const ofType = reading.date || reading.year ? manifest.types.map((ways) => ways.split(" ")).filter((ways) => ways.includes(typeKey)).flat() : [];
      const isOfType = ofType.length > 0;
      const columns = await (isOfType ? this.guard(missing, null, () => this.columns()) : loading);
      if (isOfType && columns) filters = { ...filters, type: ofType.flatMap((way) => columns.named("type", way)), ...(reading.year && { year: [reading.year, reading.year] }) };

      const free = tokens.filter(({ isTaken }) => !isTaken);
      const isComplete = facets || isNarrowed || isOfType || reading.wishes.has("newest") || sort !== "relevance";
      const [{ scores, unknown, found: evidence, isOpen }, beside, dates, defined] = await Promise.all([
        this.rank(tokens, reading, isComplete, unfinished, missing),
        numbers.length && free.length ? this.rank(free, reading, true, unfinished, missing) : null,
        reading.date && this.guard(missing, null, () => this.shard("dates")),
        reading.term && this.guard(missing, [], () => this.definitions(reading.term)),
      ]);
      if (!tokens.length && (isChosen(filters) || reading.date)) scores.fill(1);
      if (isOfType) scores.forEach((score, record) => { scores[record] = score || 1; });
      const drop = (isDropped) => scores.forEach((_, record) => {
        if (isDropped(record)) scores[record] = 0;
      });
      // The day or the month, where anything is of it.
      const days = dates && runsOf(dates).filter(({ value }) => reading.date.from <= value && value <= reading.date.to);
      if (days?.some(({ from, to }) => scores.slice(from, to).some(Boolean))) drop((record) => !days.some(({ from, to }) => from <= record && record < to));

      // A number alone asks for its bearers and for those that name it.
      const [number] = numbers;
      const printed = numbers.length === 1 && (number.isWhole ? (await this.record(number.records[0])).number : number.printed);
      const naming = printed && (await this.holders(printed, missing, true));
      if (naming?.size) drop((record) => !naming.has(record));
      const absent = await Promise.all(numbers.filter((each) => each.absent).map(async ({ absent, typed }) =>
        ({ number: typed, naming: (await this.holders(absent.join(" "), missing, true))?.size ?? 0 })));

      // Bearers of numbers and provisions that define come first: of several numbers one of each, then the next.
      const lists = numbers.map(({ records }) => (beside ? [...records].sort((a, b) => beside.scores[b] - beside.scores[a] || b - a) : records));
      if (defined) lists.push(defined.map(([record]) => record).sort((a, b) => scores[b] - scores[a] || b - a));
      const first = new Set();
      for (let k = 0; lists.some((list) => list.length > k); k++) for (const list of lists) if (list.length > k) first.add(list[k]);
      const best = first.size && top(scores) + first.size;
      [...first].forEach((record, place) => { scores[record] = best - place; });

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
      if (reading.wishes.has("newest") && sort === "relevance" && !first.size) {
        const most = top(scores);
        for (const record of matches) if (scores[record] * 100 >= most * weights.newest) scores[record] = most + record;
      }
      if (isWanted?.() === false) return null;
      const rows = await Promise.all(this.ordered(matches, scores, sort, Math.max(limit, weights.nearest)).map(async (record) => {
        const row = await this.guard(missing, null, () => this.record(record));
        return row && { ...row, record, words: wordsOf(row, tokens), score: scores[record], isFirst: first.has(record), isNumberMatch: numbers.some(({ records }) => records.includes(record)) };
      }));
      const shown = rows.filter(Boolean);
      // The first ones, behind a number's bearers, in the order of how near together they have what was asked.
      if (sort === "relevance" && tokens.length && !reading.wishes.has("newest")) {
        const bearers = shown.filter((row) => row.isFirst).length;
        const head = shown.slice(bearers, weights.nearest);
        const valueOf = (row) => Math.floor(row.score / 100) * (100 + closenessOf(row.words, tokens, weights));
        head.map((row) => [valueOf(row), row]).sort(([a], [b]) => b - a).forEach(([, row], k) => {
          shown[bearers + k] = { ...row, score: head[k].score };
        });
      }
      const hits = shown.slice(0, limit).map((row) => ({ ...row, anchor: defined?.find(([record]) => record === row.record)?.[1] ?? "", snippet: snippetOf(row.words) }));
      const provision = reading.provision && hits.length && isWanted?.(true) !== false ? await this.lead(reading.provision, hits, all, missing) : null;
      let relief = null;
      if (!matches.length) {
        const [phrase] = asked.phrases;
        if (found) relief = columns.relief(filters, narrowed.losses);
        else if (hadAny && phrase) relief = { dropTerm: query.substr(query.indexOf(phrase) - 1, phrase.length + 2) };
        else if (hadAny && asked.excluded.length) relief = { dropTerm: `-${asked.excluded[0]}` };
        else if (asked.words.trim().includes(" ") && unknown.length) relief = { dropTerm: unknown[0].typed };
      }
      return {
        hits, total: matches.length, missing: missing.missing, absent, provision, isExact: asked.phrases.length > 0,
        isOpen, isSound: isSound(isOpen ? tokens.slice(0, -1) : tokens, evidence),
        sectionsOf: (hit) => this.sections(hit, tokens, evidence),
        ...(facets && { facets: narrowed?.counts ?? {} }), correction: null, relief, unknown,
      };
    }

    /** Lets the first hits lead to the provision that is asked for; says which the first of them lacks. */
    async lead(provision, hits, tokens, missing) {
      await Promise.all(hits.slice(0, LOOKED_INTO).map(async (hit) => {
        const code = hit.sections ? await this.guard(missing, [], () => this.shard(sectionsNameOf(hit.url))) : [hit.provisions];
        Object.assign(hit, provisionOf(provision, code[0]));
      }));
      const part = tokens.slice(provision.from, provision.to);
      return { name: part.map(({ gap, typed }, k) => (k ? gap : "") + typed).join(""), isThere: hits[0].isWhole };
    }

    /** The sections of one hit that answer best, that of its provision first. */
    async sections({ url, sections, anchor }, tokens, evidence) {
      if (!sections || !tokens.length) return [];
      const [, ...list] = await this.shard(sectionsNameOf(url));
      return sectionsOf(list, tokens, evidence, anchor);
    }

    /** The records whose texts define a term, each with the anchor of the provision. */
    async definitions(term) {
      const { definitionShards } = this.manifest;
      const key = foldedOf(term);
      return (definitionShards && own(await this.shard(`definitions/${placeOf(key, definitionShards)}`), key)) || null;
    }

    async columns() {
      this.loaded ??= new Columns(await this.shard("facets"), this.manifest.records);
      return this.loaded;
    }

    /** The filters that a query names, together with others; a name that no value bears goes back to the words. */
    filtersOf(asked, columns, others) {
      const chosen = {};
      // From the last on, so that the words behind the others keep their places.
      for (const { facet, value, at, isQuoted } of [...asked.named].reverse()) {
        const idsOf = (name) => (columns?.named(facet, name) ?? []).concat(facet === "status" ? own(tracuu.statusWords, nameKey(name)) ?? [] : []);
        // A name of several words needs no quotation marks: the longest that some value bears.
        let more = isQuoted ? 0 : Math.min(NAME_WORDS, asked.kept.length - at);
        let ids = [];
        for (; !(ids = idsOf([value, ...asked.kept.slice(at, at + more)].join(" "))).length && more; more--);
        if (ids.length) {
          asked.kept.splice(at, more);
          chosen[facet] = ids.concat(chosen[facet] ?? []);
        } else asked.kept.splice(at, 0, value);
      }
      asked.words = asked.kept.join(" ");
      return { ...others, ...(asked.years && { year: asked.years }), ...chosen };
    }

    /** The first `limit` of some records in ascending order. */
    ordered(records, scores, sort, limit) {
      if (sort === "newest") return records.slice(-limit).reverse();
      if (sort === "relevance") return bestOf(records, scores, limit);
      const isDated = (record) => record >= this.manifest.undated;
      return [...records.filter(isDated), ...records.filter((record) => !isDated(record))].slice(0, limit);
    }

    // Records

    async record(number) {
      const { columns, recordsPerShard } = this.manifest;
      const rows = await this.shard(`records/${Math.floor(number / recordsPerShard)}`);
      const row = rows[number % recordsPerShard];
      return Object.fromEntries(columns.map((name, k) => [name, row[k]]));
    }

    /** The numbers in a query, each with its records, newest first; the tokens of a number are marked as taken. */
    async numbersIn(words, tokens) {
      const { numberShards, types } = this.manifest;
      const found = await tracuu.findNumbers(words, types, async (sequence) =>
        (numberShards && own(await this.shard(`numbers/${sequence % numberShards}`), sequence)) || []);
      return found.map((number) => {
        let at = 0;
        const part = tokens.filter((token) => {
          const from = at;
          at += tracuu.numberTokens(token.typed);
          return from >= number.first && from < number.end;
        });
        part.forEach((token) => { token.isTaken = true; });
        return {
          ...number, records: [...new Set(number.rows.map((row) => row[3]))].sort((a, b) => b - a),
          typed: part.map(({ gap, typed }, k) => (k ? gap : "") + typed).join(""),
        };
      });
    }
  }

  /** Opens the index. Rejects when the manifest cannot be loaded or is of another version. */
  tracuu.openSearch = async (load) => {
    const manifest = await load("manifest");
    if (manifest.version !== 7) throw new Error("version");
    return new Engine(manifest, load);
  };
})();
