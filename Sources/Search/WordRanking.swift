import Foundation

/// Ranks records by the syllables and pairs of a query. Whole numbers throughout, so that the browser's twin in
/// `search-engine.js` gives the same order to the last place.
struct WordRanking {
    let store: IndexStore

    /// Records with their scores, best first; of equals the newest.
    func rank(_ query: QueryTerms) throws -> [(record: Int, score: Int)] {
        let manifest = store.manifest
        let isLean = (manifest.weights.leanFrom...manifest.weights.leanTo).contains(query.tokens.count)
        let common = isLean ? Set(manifest.common.split(separator: " ").map(String.init)) : []
        let isCommon = { (term: QueryTerms.Term) in term.second == nil && common.contains(term.first) }
        var found = try query.terms.filter { !isCommon($0) }.compactMap(evidence)
        if !common.isEmpty, !found.contains(where: { $0.term.second != nil }) {
            found += try query.terms.filter(isCommon).compactMap(evidence)
        }
        var scores = [Int](repeating: 0, count: manifest.records)
        for evidence in found { evidence.add(to: &scores, manifest.weights) }
        let open = found.filter { $0.entry.skipped > 0 }
        if !open.isEmpty, !settled(scores, open, manifest.weights) {
            for evidence in open {
                let text = try store.rest(evidence.term.first, evidence.term.second)
                let rest = TermEntry(text, syllables: evidence.term.second == nil ? 1 : 2)
                evidence.with(rest).add(to: &scores, manifest.weights)
            }
        }
        return sorted(scores)
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

    private func sorted(_ scores: [Int]) -> [(record: Int, score: Int)] {
        var inactive = Set<Int>()
        for record in SymbolCode.ids(in: store.manifest.inactive.utf8) { inactive.insert(record) }
        var ranked: [(record: Int, score: Int)] = []
        for (record, score) in scores.enumerated() where score > 0 {
            ranked.append((record, score * (inactive.contains(record) ? store.manifest.weights.inactive : 100)))
        }
        return ranked.sorted { $0.score != $1.score ? $0.score > $1.score : $0.record > $1.record }
    }

    /// What one term says.
    private struct Evidence {
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

        private init(_ term: QueryTerms.Term, _ entry: TermEntry, worth: Int) {
            self.term = term
            self.entry = entry
            self.worth = worth
        }

        /// The same term with the postings of its second tier.
        func with(_ rest: TermEntry) -> Evidence { Evidence(term, rest, worth: worth) }

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
