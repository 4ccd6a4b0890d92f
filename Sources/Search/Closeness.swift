import VietnameseText

/// Puts the first answers in the order of how near together they have what was asked: the rule is FORMAT.md's, the browser's
/// twin stands in `search-snippet.js` and `search-engine.js`.
struct Closeness {
    private let query: [QueryTerms.Token]
    private let weights: SearchManifest.Weights
    private let singles: Set<String>
    private let pairs: Set<String>

    init(_ query: [QueryTerms.Token], _ weights: SearchManifest.Weights) {
        self.query = query
        self.weights = weights
        singles = Set(query.map(\.folded))
        pairs = Set(zip(query, query.dropFirst()).map { $0.folded + " " + $1.folded })
    }

    /// The answers with the first `count` of them, behind the bearers of a number, in their order. The scores keep theirs.
    func ordered(_ hits: [SearchHit], first count: Int) -> [SearchHit] {
        if query.isEmpty { return hits }
        let bearers = hits.count { $0.isFirst }
        guard bearers < min(count, hits.count) else { return hits }
        let head = hits[bearers..<min(count, hits.count)]
        let values = head.map { $0.score / 100 * (100 + percent(title: $0.title, text: $0.text)) }
        let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
        var result = hits
        for (place, index) in order.enumerated() {
            result[bearers + place] = hits[bearers + index]
            result[bearers + place].score = hits[bearers + place].score
        }
        return result
    }

    /// What a record's score rises by.
    private func percent(title: String, text: String) -> Int {
        let most = singles.count + 3 * pairs.count
        let tokens = Syllable.all(in: title).map(\.folded)
        let found = zip(tokens, tokens.dropFirst()).count { pairs.contains($0 + " " + $1) }
        let titled = found == 0 ? 0 : weights.titled * found / (tokens.count - 1)
        let whole = Syllable.all(in: title + "\n" + text)
        return weights.near * Snippet.evidence(of: whole, singles, pairs).best / most + titled
    }
}
