// The words of a query in the index under search/ (Sources/Search/FORMAT.md): by what they are looked up, and the score of
// every record.
//
// The twin of the command's `WordRanking`: whole numbers throughout, the same steps in the same sequence. Load text.js,
// search-entries.js and search-reading.js first.
"use strict";

(() => {
  const { eachId, marksOf, placeOf, runsOf, IndexEntry } = tracuu;

  /** Parsed shards that are kept: enough for a long session, few enough for a phone. */
  const KEPT_SHARDS = 1000;

  /** Letters that make no Vietnamese syllable: a short form, perhaps one that the texts explain. */
  const SHORT = /^(?![bcdghklmnpqrstvx]*[aeiouy]+([cmpt]|[cn]h|ng?)?$)[a-z]{2,10}$/;
  /** Whether a token is typed as an abbreviation, in a query that is not all capitals. */
  const isCapital = (typed) => /^\p{Lu}{2,10}$/u.test(typed);
  /** Figures right behind letters, or the other way round. */
  const MIXED = /^(?:(\p{L}{2,})(\p{N}+)|(\p{N}+)(\p{L}{2,}))$/u;

  const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);
  const top = (scores) => {
    let best = 0;
    for (let record = 0; record < scores.length; record++) if (scores[record] > best) best = scores[record];
    return best;
  };

  /** A syllable or a pair to look up, with its marks when any of the query's tokens has some. */
  const termOf = (parts, tokens) => ({
    first: parts[0].folded, second: parts[1]?.folded, marks: tokens.some(({ marks }) => marks) && parts.map(({ marks }) => marks),
  });

  /** Where some tokens hold others as a run, -1 for nowhere; marks count where some were typed. */
  const placeIn = (tokens, part) => (part.length ? tokens.findIndex((_, start) => part.every(({ folded, exact }, k) => {
    const token = tokens[start + k];
    return token && (token.exact === exact || (token.folded === folded && token.exact === token.folded));
  })) : -1);

  const shardName = (family, start) => `terms/${family}-${start.replaceAll(" ", "-")}`;
  /** The shard that holds a term: the last one whose first term is not after it. */
  const shardOf = (term, starts) => starts.findLastIndex((start) => start <= term);

  /** What terms could add to a record that stands in skipped postings alone. */
  const boundOf = (open) => open.reduce((sum, { worth, entry }) => sum + worth * entry.skippedLevel * 100, 0);

  /** The index as it is loaded, shard by shard, and what words say in it. */
  class Ranking {
    constructor(manifest, load) {
      this.manifest = manifest;
      this.load = load;
      this.kept = new Map();
      this.common = new Set(manifest.common.split(" "));
      this.synonyms = new RegExp(`(^| )(${manifest.synonyms.replaceAll(",", "|") || "-"})( |$)`);
      this.singles = manifest.singles.split(" ");
      this.pairs = manifest.pairs.split(",").flatMap((group) => {
        const [first, ...seconds] = group.split(" ");
        return seconds.map((second) => (second ? `${first} ${second}` : first));
      });
    }

    /** A shard, from memory or through the loader, which gets the name of its script, too; one that failed is loaded anew next time. */
    async shard(name) {
      const { kept, manifest } = this;
      const inline = own(manifest.shards, name);
      if (inline !== undefined) return inline;
      const [family] = name.split("/");
      const promise = kept.get(name) ?? this.load(name, `search/scripts/${family}-${placeOf(name, manifest.scripts[family])}`);
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
      const { abbreviationShards, weights } = this.manifest;
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
      for (const group of this.synonyms.test(tokens.map(({ folded }) => folded).join(" ")) ? await this.guard(missing, [], () => this.shard("synonyms")) : []) {
        // Of a group of everyday words the last is that of the texts: whoever types it needs no other.
        const isOneWay = group[0] === "";
        const spellings = group.slice(isOneWay ? 1 : 0).map((each) => this.tokens(each));
        const [at, length] = spellings.slice(0, isOneWay ? -1 : undefined).map((each) => [placeIn(tokens, each), each.length]).sort(([a, long], [b, other]) => (b >= 0) - (a >= 0) || other - long)[0];
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

    /** Asks for what a query's neighbours will be looked up in, so that one file does not wait for another. */
    ahead(tokens) {
      for (const [k, { folded }] of tokens.entries()) if (k || tokens.length < 2) this.entry(...(k ? [tokens[k - 1].folded] : []), folded).catch(() => {});
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
      const [terms, more] = await Promise.all([this.terms(tokens, missing), unfinished ? this.continuations(tokens, missing) : null]);
      const all = terms.concat(more ?? []);
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
      const areOldWanted = wishes.has("outOfForce");
      const active = areOldWanted ? weights.unwanted : 100;
      const expired = areOldWanted ? 100 : wishes.has("inForce") ? weights.unwanted : weights.inactive;
      const standing = new Uint8Array(records).fill(active);
      eachId(inactive, (record) => { standing[record] = expired; });
      eachId(cited, (record, level) => { standing[record] += level; });
      if (year) for (const { value, from, to } of runsOf(years)) if (value === year) for (let record = from; record < to; record++) standing[record] += weights.year;
      for (let record = 0; record < records; record++) scores[record] = Math.floor(scores[record] / 100) * standing[record];
      const least = (top(scores) * weights.match) / 100;
      for (let record = 0; record < records; record++) {
        if (scores[record] < least) scores[record] = 0;
        const rise = most && Math.floor((weights.named * Math.min(named[record], 4800) * Math.min(held[record], most)) / (3200 * most));
        scores[record] *= 100 + rise;
      }
      const known = new Set(found.map(({ term }) => !term.second && term.first));
      return { scores, found, isOpen: !!more, unknown: missing.missing ? [] : tokens.filter(({ folded }) => !known.has(folded) && !common.has(folded)) };
    }

    /**
     * The commonest ways in which the last syllable may go on; the length of an entry stands for how common it is. Null where it is
     * whole: with a tone, or where nothing goes on so.
     */
    async continuations(tokens, missing) {
      if (!tokens.length || tokens.at(-1).marks % 6) return null;
      // One that the collection has beside the one before stands as it is.
      if (await this.guard(missing, null, () => this.entry(...tokens.slice(-2).map(({ folded }) => folded)))) return [];
      const { weights } = this.manifest;
      const [last, previous] = tokens.map(({ folded }) => folded).reverse();
      const [family, starts, term] = previous ? ["p", this.pairs, `${previous} ${last}`] : ["s", this.singles, last];
      const from = shardOf(term, starts);
      const names = starts.slice(from, Math.min(shardOf(`${term}~`, starts), from + 1) + 1);
      const shards = await Promise.all(names.map((start) => this.guard(missing, {}, () => this.shard(shardName(family, start)))));
      const ways = shards.flatMap((shard) => Object.entries((previous ? own(shard, previous) : shard) ?? {}))
        .filter(([key]) => key.length > last.length && key.startsWith(last));
      return ways.length ? ways.sort(([, one], [, other]) => other.length - one.length).slice(0, weights.prefixExpansions)
        .map(([key]) => ({
          first: previous ?? key, second: previous && key, marks: null,
          weight: Math.trunc(((previous ? weights.pair : weights.syllable) * weights.prefix) / 100),
        })) : null;
    }
  }

  Object.assign(tracuu, { Ranking, own, top });
})();
