// The search engine of the site: reads the index under search/ (Sources/Search/FORMAT.md) and ranks records.
//
// It is the twin of the command's reader and must give the same order to the last place: whole numbers throughout, the
// same steps in the same sequence. No DOM here; files come through a loader, so that tests can hand them in. Load text.js,
// numbers.js, search-entries.js, search-query.js, search-reading.js, search-columns.js and search-snippet.js first; search-correction.js comes when a query is doubted.
//
// The lists of facets, the sections of long records and the syllables for corrections are read when they are needed.
//
//   const engine = await tracuu.openSearch((name) => Promise<parsed JSON of search/NAME.json>);
//   const answer = await engine.search("điều tra dư luận", { limit: 10, unfinished: true });
"use strict";

(() => {
  const { eachId, marksOf, nameKey, closenessOf, placeOf, provisionOf, readTokens, runsOf, snippetOf, sectionsOf, wordsOf, IndexEntry, Columns } = tracuu;

  /** Parsed shards that are kept: enough for a long session, few enough for a phone. */
  const KEPT_SHARDS = 1000;
  /** Hits whose sections are looked into. */
  const LOOKED_INTO = 3;
  /** Words of a facet's name behind the first. */
  const NAME_WORDS = 7;

  /** Letters that make no Vietnamese syllable: a short form, perhaps one that the texts explain. */
  const SHORT = /^(?![bcdghklmnpqrstvx]*[aeiouy]+([cmpt]|[cn]h|ng?)?$)[a-z]{2,10}$/;

  const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);
  const top = (scores) => {
    let best = 0;
    for (let record = 0; record < scores.length; record++) if (scores[record] > best) best = scores[record];
    return best;
  };
  const foldedOf = (tokens) => tokens.map(({ folded }) => folded).join(" ");
  const isChosen = (filters) => Object.values(filters).some((each) => each?.length);

  /** A syllable or a pair to look up, with its marks when any of the query's tokens has some. */
  const termOf = (parts, tokens) => ({
    first: parts[0].folded, second: parts[1]?.folded, marks: tokens.some(({ marks }) => marks) && parts.map(({ marks }) => marks),
  });

  /** Where some tokens hold others as a run, -1 for nowhere; marks count where some were typed. */
  const placeIn = (tokens, part) => (part.length ? tokens.findIndex((_, start) => part.every(({ folded, exact }, k) => {
    const token = tokens[start + k];
    return token && (token.exact === exact || (token.folded === folded && token.exact === token.folded));
  })) : -1);

  /** Whether a token is typed as an abbreviation, in a query that is not all capitals. */
  const isCapital = (typed) => /^\p{Lu}{2,10}$/u.test(typed);
  /** Figures right behind letters, or the other way round. */
  const MIXED = /^(?:(\p{L}{2,})(\p{N}+)|(\p{N}+)(\p{L}{2,}))$/u;

  /** Whether the collection has all neighbours of a query as they are spelled, so that none of them can be a slip. */
  const isSound = (tokens, evidence) => {
    const hasMarks = tokens.some(({ marks }) => marks);
    const has = (...parts) => evidence.some(({ term, entry }) => term.first === parts[0].folded && term.second === parts[1]?.folded
      && (!hasMarks || entry.all.some((marks) => marks.every((each, k) => each === parts[k].marks))));
    return tokens.length === 1 ? has(tokens[0]) : tokens.slice(1).every((token, k) => has(tokens[k], token));
  };

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
      if (options.correct === false || answer.isExact || answer.isSound || answer.hits.some((hit) => hit.isNumberMatch)) return answer;
      if (!tracuu.correct) await tracuu.loadCorrection?.().catch(() => {});
      const better = tracuu.correct && (await this.guard(answer, null, () => tracuu.correct(this, query, options.unfinished)));
      const corrected = better && (await this.answer(better, options));
      return corrected?.total ? { ...corrected, correction: { query: better } } : answer;
    }

    async answer(query, { limit = 10, unfinished = false, sort = "relevance", filters = {}, facets = false }) {
      const missing = { missing: 0 };
      const { manifest } = this;
      const { weights } = manifest;
      const asked = tracuu.parseQuery(query);
      const isNarrowed = asked.named.length > 0 || asked.years || isChosen(filters);
      const loading = facets || isNarrowed ? this.guard(missing, null, () => this.columns()) : null;
      filters = this.filtersOf(asked, asked.named.length ? await loading : null, filters);
      const all = this.tokens(asked.words);
      const numbers = await this.guard(missing, [], () => this.numbersIn(asked.words, all));
      const reading = readTokens(all);
      const tokens = reading.rest;
      // Of which type everything of a day or of a year is wanted.
      const typeWords = foldedOf(tokens.filter((token) => Number(token.folded) !== reading.year && !(reading.year && token.folded === "nam")));
      const typeKey = typeWords.replaceAll(" ", "");
      const isOfType = (reading.date || reading.year) && manifest.types.some((ways) => ways.split(" ").includes(typeKey));
      const columns = await (isOfType ? this.guard(missing, null, () => this.columns()) : loading);
      if (isOfType && columns) filters = { ...filters, type: manifest.types.map((ways) => ways.split(" ")).filter((ways) => ways.includes(typeKey)).flat().flatMap((way) => columns.named("type", way)), ...(reading.year && { year: [reading.year, reading.year] }) };

      const free = tokens.filter(({ isTaken }) => !isTaken);
      const isComplete = facets || isNarrowed || isOfType || reading.wishes.has("newest") || sort !== "relevance";
      const [{ scores, unknown, found: evidence }, beside, dates, defined] = await Promise.all([
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
      const provision = reading.provision && hits.length ? await this.lead(reading.provision, hits, all, missing) : null;
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
        isSound: isSound(unfinished ? tokens.slice(0, -1) : tokens, evidence),
        sectionsOf: (hit) => this.sections(hit, tokens, evidence),
        ...(facets && { facets: narrowed?.counts ?? {} }), correction: null, relief, unknown,
      };
    }

    /** Lets the first hits lead to the provision that is asked for; says which the first of them lacks. */
    async lead(provision, hits, tokens, missing) {
      await Promise.all(hits.slice(0, LOOKED_INTO).map(async (hit) => {
        const code = hit.sections ? await this.guard(missing, [], () => this.shard(`sections/${hit.record}`)) : [hit.provisions];
        Object.assign(hit, provisionOf(provision, code[0]));
      }));
      const part = tokens.slice(provision.from, provision.to);
      return { name: part.map(({ gap, typed }, k) => (k ? gap : "") + typed).join(""), isThere: hits[0].isWhole };
    }

    /** The sections of one hit that answer best, that of its provision first. */
    async sections({ record, sections, anchor }, tokens, evidence) {
      if (!sections || !tokens.length) return [];
      const [, ...list] = await this.shard(`sections/${record}`);
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

    // Words

    /** The syllables of a text that are looked up. */
    tokens(text) {
      const limit = this.manifest.weights.maximumTerms;
      let last = 0;
      // Whatever is pasted, sixteen characters a token are enough to fill the limit.
      return tracuu.syllables(text.slice(0, limit * 16)).slice(0, limit).map(({ start, end, folded, exact }) => {
        const gap = text.slice(last, start);
        last = end;
        return { typed: text.slice(start, end), folded, exact, gap, marks: marksOf(exact) };
      });
    }

    /** The distinct syllables and pairs of a query, and of what its words may stand for too, with their weights. */
    async terms(tokens, missing) {
      const { abbreviationShards, synonyms, weights } = this.manifest;
      const terms = new Map();
      const add = (list, share, isOwn) => list.forEach((token, k) => [[token], list.slice(k, k + 2)].forEach((parts, isPair) => {
        if (parts.length <= isPair) return;
        const term = termOf(parts, tokens);
        const key = Object.values(term).join(" ");
        const known = terms.get(key);
        if (known && !isOwn) return;
        const weight = Math.trunc(((isPair ? weights.pair : weights.syllable) * share) / 100);
        terms.set(key, { ...term, share, weight: weight + (known?.weight ?? 0) });
      }));
      add(tokens, 100, true);
      /** Puts other words in the place of some, and looks up what is new of them and their neighbours. */
      const instead = (at, length, others, share) => {
        if (placeIn(tokens, others) < 0) add([...tokens.slice(Math.max(0, at - 1), at), ...others, ...tokens.slice(at + length, at + length + 1)], share);
      };
      for (const group of synonyms) {
        const spellings = group.map((each) => this.tokens(each));
        const [at, length] = spellings.map((each) => [placeIn(tokens, each), each.length]).sort(([a, long], [b, other]) => (b >= 0) - (a >= 0) || other - long)[0];
        if (at >= 0) for (const each of spellings) instead(at, length, each, weights.synonym);
      }
      const isShouted = tokens.length > 1 && tokens.every(({ typed }) => typed === typed.toUpperCase());
      await Promise.all(tokens.map(async ({ folded, typed }, at) => {
        const isShort = SHORT.test(folded);
        if (abbreviationShards && (isShort || (isCapital(typed) && !isShouted)) && tokens.findIndex((each) => each.folded === folded) === at) {
          const shard = await this.guard(missing, {}, () => this.shard(`abbreviations/${placeOf(folded, abbreviationShards)}`));
          return (own(shard, folded) ?? []).map((long) => [at, this.tokens(long)]);
        }
        const [, ...parts] = MIXED.exec(folded) ?? [];
        return parts.length ? [[at, this.tokens(parts.filter(Boolean).join(" "))]] : [];
      })).then((lists) => lists.flat().forEach(([at, long]) => instead(at, 1, long, weights.abbreviation)));
      // covid 19 where the collection has covid19.
      tokens.forEach(({ folded, exact }, at) => {
        const next = tokens[at + 1];
        if (next && /^\p{L}{3,}$/u.test(folded) && /^\p{N}+$/u.test(next.folded)) instead(at, 2, this.tokens(exact + next.exact), weights.abbreviation);
      });
      return [...terms.values()];
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
     * Every record's score, 0 for those that are no answers, the tokens that no record holds, and the terms found. `isComplete`:
     * all answers are counted or put in another order; pairs are then read whole where what was cut off could hold one.
     */
    async rank(tokens, { year, wishes }, isComplete, unfinished, missing) {
      const { cited, inactive, records, weights, years } = this.manifest;
      const terms = await this.terms(tokens, missing);
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

      // How much of their names the query holds, and how much of it their names hold; single syllables where there is no pair.
      const named = new Float64Array(records);
      const held = new Float64Array(records);
      const telling = hasPair() ? found.filter(({ term }) => term.second) : found;
      const entries = telling.map(({ term, worth, entry }) => [term, worth, entry]);
      open.forEach(({ term, worth }, k) => rests[k] && telling.some((each) => each.term === term) && entries.push([term, worth, rests[k]]));
      for (const [term, worth, entry] of entries) {
        const agreement = entry.agreement(term.marks);
        entry.eachNamed((record, share) => {
          if (record >= records) return;
          named[record] += share * Math.trunc((shares[agreement(record)] * (term.share ?? 100)) / 100);
          held[record] += worth;
        });
      }
      const most = telling.filter(({ term }) => (term.share ?? 100) === 100).reduce((sum, { worth }) => sum + worth, 0);

      // Whole numbers: documents out of force yield, those that others cite gain.
      const isWanted = wishes.has("inForce") || wishes.has("outOfForce");
      const [active, expired] = [wishes.has("outOfForce") ? weights.unwanted : 100, isWanted && !wishes.has("outOfForce") ? weights.unwanted : isWanted ? 100 : weights.inactive];
      const standing = new Uint8Array(records).fill(active);
      eachId(inactive, (record) => { standing[record] = expired; });
      eachId(cited, (record, level) => { standing[record] += level; });
      if (year) for (const { value, from, to } of runsOf(years)) if (value === year) for (let record = from; record < to; record++) standing[record] += weights.year;
      let best = 0;
      for (let record = 0; record < records; record++) {
        scores[record] = Math.floor(scores[record] / 100) * standing[record];
        if (scores[record] > best) best = scores[record];
      }
      const least = (best * weights.match) / 100;
      for (let record = 0; record < records; record++) {
        if (scores[record] < least) scores[record] = 0;
        const rise = most && Math.floor((weights.named * Math.min(named[record], 4800) * Math.min(held[record], most)) / (3200 * most));
        scores[record] *= 100 + rise;
      }
      const known = new Set(found.map(({ term }) => !term.second && term.first));
      return { scores, found, unknown: missing.missing ? [] : tokens.filter(({ folded }) => !known.has(folded) && !common.has(folded)) };
    }

    /** The commonest ways in which the last syllable may go on; the length of an entry stands for how common it is. */
    async continuations(tokens, missing) {
      // A syllable with a tone is whole, and so is one that the collection has beside the one before.
      if (!tokens.length || tokens.at(-1).marks % 6 || (await this.guard(missing, null, () => this.entry(...tokens.slice(-2).map(({ folded }) => folded))))) return [];
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
      const [fileName, , url, kind, typeName, printed, date, status, title, text, sections, provisions] = rows[number % recordsPerShard];
      return { fileName, url, kind, typeName, number: printed, date, status, title, text, sections, provisions };
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
    if (manifest.version !== 5) throw new Error("version");
    return new Engine(manifest, load);
  };
})();
