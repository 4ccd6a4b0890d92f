import Glibc

/// Ranks records by the syllables and pairs of a query. Whole numbers throughout, so that the browser's twin in
/// `search-ranking.js` gives the same order to the last place.
struct WordRanking {
    let store: IndexStore

    /// Every record's score, 0 for those that are no answers, and the terms that some record holds.
    ///
    /// - Parameter isComplete: Whether all answers are counted or put in another order: pairs are then read whole where
    ///   what was cut off could hold one.
    func scores(
        _ tokens: [QueryTerms.Token], _ reading: QueryReading, isComplete: Bool
    ) throws -> (scores: [Int], evidence: [Evidence]) {
        let query = try QueryTerms(tokens, store)
        let manifest = store.manifest
        let isLean = (manifest.weights.leanFrom...manifest.weights.leanTo).contains(tokens.count)
        let common = isLean ? Set(manifest.common.split(separator: " ").map(String.init)) : []
        let isCommon = { (term: QueryTerms.Term) in term.second == nil && common.contains(term.first) }
        var found = try query.terms.filter { !isCommon($0) }.compactMap(evidence)
        if !common.isEmpty, !found.contains(where: { $0.term.second != nil }) {
            found += try query.terms.filter(isCommon).compactMap(evidence)
        }
        var scores = [Int](repeating: 0, count: manifest.records)
        for evidence in found { evidence.add(to: &scores, manifest.weights) }
        var open = found.filter { $0.entry.skipped > 0 }
        if !open.isEmpty, settled(scores, open, manifest.weights) {
            open = isComplete ? countable(scores, open, found, manifest.weights) : []
        }
        var read = found
        for evidence in open {
            let text = try store.rest(evidence.term.first, evidence.term.second)
            let rest = evidence.with(TermEntry(text, syllables: evidence.term.second == nil ? 1 : 2))
            rest.add(to: &scores, manifest.weights)
            read.append(rest)
        }
        return (answers(scores, Naming(read, of: found, manifest), reading), found)
    }

    /// The records that hold all the pairs of a phrase, or its one syllable; nil when it has no syllables.
    ///
    /// - Parameter isNumber: Whether it is a document number, of which long lists are taken on trust beside short ones.
    func holders(of phrase: String, isNumber: Bool = false) throws -> Set<Int>? {
        let tokens = QueryTerms.tokens(phrase, limit: store.manifest.weights.maximumTerms)
        guard let first = tokens.first else { return nil }
        let isMarked = tokens.contains { $0.marks != .bare }
        var terms = zip(tokens, tokens.dropFirst()).map {
            QueryTerms.Term(
                first: $0.folded, second: $1.folded, marks: isMarked ? [$0.marks, $1.marks] : nil, weight: 100)
        }
        if terms.isEmpty {
            terms = [.init(first: first.folded, second: nil, marks: isMarked ? [first.marks] : nil, weight: 100)]
        }
        var found: [Evidence] = []
        for term in Set(terms) {
            guard let evidence = try evidence(term) else { return [] }
            found.append(evidence)
        }
        if isNumber, found.contains(where: { $0.entry.skipped == 0 }) { found.removeAll { $0.entry.skipped > 0 } }
        var holders: Set<Int>?
        for evidence in found {
            var records = evidence.exactHolders
            if evidence.entry.skipped > 0 {
                let text = try store.rest(evidence.term.first, evidence.term.second)
                records.formUnion(
                    evidence.with(TermEntry(text, syllables: evidence.term.second == nil ? 1 : 2)).exactHolders)
            }
            holders = holders?.intersection(records) ?? records
        }
        return holders
    }

    /// Cut lists of pairs (of all terms where no pair was found) whose rest could hold an answer.
    private func countable(
        _ scores: [Int], _ open: [Evidence], _ found: [Evidence], _ weights: SearchManifest.Weights
    ) -> [Evidence] {
        let hasPairs = found.contains { $0.term.second != nil }
        let counted = open.filter { !hasPairs || $0.term.second != nil }
        let bound = counted.reduce(0) { $0 + $1.value(level: $1.entry.skippedLevel) }
        return bound * 100 >= (scores.max() ?? 0) * weights.match ? counted : []
    }

    private func evidence(_ term: QueryTerms.Term) throws -> Evidence? {
        guard let text = try entry(term) else { return nil }
        return Evidence(
            term, TermEntry(text, syllables: term.second == nil ? 1 : 2), records: store.manifest.records)
    }

    private func entry(_ term: QueryTerms.Term) throws -> String? {
        guard let second = term.second else { return try store.single(term.first) }
        return try store.pair(term.first, second)
    }

    /// Whether no record that stands only in skipped postings can reach the first answers.
    private func settled(_ scores: [Int], _ open: [Evidence], _ weights: SearchManifest.Weights) -> Bool {
        let bound = open.reduce(0) { $0 + $1.value(level: $1.entry.skippedLevel) }
        var reached = 0
        for score in scores where score >= bound && score > 0 {
            reached += 1
            if reached >= weights.settledAnswers { return true }
        }
        return false
    }

    /// Documents out of force put back, those raised that others cite, that are of the year or that are named so, and what is
    /// too far below the best left out.
    private func answers(_ scores: [Int], _ naming: Naming, _ reading: QueryReading) -> [Int] {
        let weights = store.manifest.weights
        var scores = scores
        let (active, inactive) =
            reading.wishes.contains(.outOfForce)
            ? (weights.unwanted, 100) : (100, reading.wishes.contains(.inForce) ? weights.unwanted : weights.inactive)
        var standing = [Int](repeating: active, count: scores.count)
        for record in SymbolCode.ids(in: store.manifest.inactive.utf8) where record < scores.count {
            standing[record] = inactive
        }
        for (record, level) in TermEntry(store.manifest.cited, syllables: 0).postings where record < scores.count {
            standing[record] += level
        }
        if reading.year > 0 {
            for run in ColumnRun.all(in: store.manifest.years) where run.value == reading.year {
                for record in run.records where record < scores.count { standing[record] += weights.year }
            }
        }
        for record in scores.indices { scores[record] = scores[record] / 100 * standing[record] }
        let least = (scores.max() ?? 0) * weights.match
        for record in scores.indices {
            scores[record] =
                scores[record] * 100 < least ? 0 : scores[record] * (100 + naming.rise(of: record, weights.named))
        }
        return scores
    }

    /// How much of their names the query holds, and how much of it their names hold. Single syllables count where there is no
    /// pair.
    private struct Naming {
        private var named: [Int]
        private var held: [Int]
        private var most = 0

        init(_ read: [Evidence], of found: [Evidence], _ manifest: SearchManifest) {
            named = [Int](repeating: 0, count: manifest.records)
            held = named
            let hasPair = found.contains { $0.term.second != nil }
            let shares = [manifest.weights.folded, manifest.weights.otherTone, 100]
            for evidence in read where !hasPair || evidence.term.second != nil {
                let agreements = evidence.term.marks.map(evidence.entry.agreements)
                for (record, share) in evidence.entry.named where record < named.count {
                    let agreement = agreements.map { $0.exceptions[record] ?? $0.usual } ?? .exact
                    named[record] += share * (shares[agreement.rawValue] * evidence.term.share / 100)
                    held[record] += evidence.worth
                }
            }
            for evidence in found where evidence.term.share == 100 && (!hasPair || evidence.term.second != nil) {
                most += evidence.worth
            }
        }

        /// In percent of a record's score.
        func rise(of record: Int, _ weight: Int) -> Int {
            let whole = NamedTerms.whole * 100
            return most == 0
                ? 0 : weight * min(named[record], whole + whole / 2) * min(held[record], most) / (whole * most)
        }
    }

    /// What one term says.
    struct Evidence {
        let term: QueryTerms.Term
        let entry: TermEntry
        /// Weight in percent times inverse document frequency in thousandths.
        let worth: Int

        init(_ term: QueryTerms.Term, _ entry: TermEntry, records: Int) {
            self.term = term
            self.entry = entry
            let holders = Double(entry.postings.count + entry.skipped)
            let idf = log(1 + (Double(records) - holders + 0.5) / (holders + 0.5))
            worth = term.weight * Int((idf * 1000).rounded())
        }

        fileprivate init(_ term: QueryTerms.Term, _ entry: TermEntry, worth: Int) {
            self.term = term
            self.entry = entry
            self.worth = worth
        }

        /// The same term with the postings of its second tier.
        func with(_ rest: TermEntry) -> Evidence { Evidence(term, rest, worth: worth) }

        /// Records that spell it as typed.
        var exactHolders: Set<Int> {
            guard let typed = term.marks else { return Set(entry.postings.map(\.record)) }
            let (usual, exceptions) = entry.agreements(with: typed)
            return Set(entry.postings.lazy.map(\.record).filter { exceptions[$0] ?? usual == .exact })
        }

        func value(level: Int) -> Int { worth * level * 100 }

        func add(to scores: inout [Int], _ weights: SearchManifest.Weights) {
            guard let typed = term.marks else {
                for (record, level) in entry.postings where record < scores.count {
                    scores[record] += worth * level * 100
                }
                return
            }
            let shares = [weights.folded, weights.otherTone, 100]
            let (usual, exceptions) = entry.agreements(with: typed)
            for (record, level) in entry.postings where record < scores.count {
                let agreement = exceptions.isEmpty ? usual : exceptions[record] ?? usual
                scores[record] += worth * level * shares[agreement.rawValue]
            }
        }
    }
}
