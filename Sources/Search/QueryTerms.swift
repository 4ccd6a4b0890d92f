import VietnameseText

/// A query as ranking sees it: the distinct syllables and pairs to look up, each with its weight.
struct QueryTerms: Sendable {
    /// One thing to look up.
    struct Term: Sendable, Hashable {
        var first: String
        /// Nil for a single syllable.
        var second: String?
        /// Marks as typed; nil when the query carries none and all spellings are alike.
        var marks: [MarkCode]?
        /// In percent; repeated terms add up.
        var weight: Int
    }

    /// A typed syllable.
    struct Token: Sendable, Hashable {
        var folded: String
        var marks: MarkCode
    }

    private(set) var terms: [Term] = []
    let tokens: [Token]
    let hasMarks: Bool

    init(_ query: String, _ store: IndexStore) throws {
        let manifest = store.manifest
        tokens = Self.tokens(query, limit: manifest.weights.maximumTerms)
        hasMarks = tokens.contains { $0.marks != .bare }
        let weights = manifest.weights
        add(tokens, weights, share: 100)
        for synonym in Self.synonyms(of: tokens, in: manifest.synonyms, limit: weights.maximumTerms) {
            add(synonym, weights, share: weights.synonym)
        }
        let folded = tokens.map(\.folded)
        for (place, short) in folded.enumerated() where Abbreviations.isShort(short) {
            if folded[..<place].contains(short) { continue }
            for long in try store.abbreviations()[short] ?? [] {
                let spelled = Self.tokens(long, limit: weights.maximumTerms)
                if !Self.contains(folded, spelled.map(\.folded)) { add(spelled, weights, share: weights.synonym) }
            }
        }
    }

    static func tokens(_ text: String, limit: Int) -> [Token] {
        // Whatever is pasted, sixteen characters a token are enough to fill the limit; counted in UTF-16 as browsers do.
        let text =
            text.utf8.count > limit * 16 ? String(decoding: Array(text.utf16.prefix(limit * 16)), as: UTF16.self) : text
        return Syllable.all(in: Normalization.nfc(text)).lazy
            .prefix(limit)
            .map { Token(folded: $0.folded, marks: MarkCode(of: $0.exact.utf8)) }
    }

    /// The other spellings of every group that has one spelling among the tokens.
    private static func synonyms(of tokens: [Token], in groups: [[String]], limit: Int) -> [[Token]] {
        var found: [[Token]] = []
        let folded = tokens.map(\.folded)
        for group in groups {
            let spellings = group.map { Self.tokens($0, limit: limit) }
            guard spellings.contains(where: { contains(folded, $0.map(\.folded)) }) else { continue }
            found += spellings.filter { !$0.isEmpty && !contains(folded, $0.map(\.folded)) }
        }
        return found
    }

    private static func contains(_ tokens: [String], _ part: [String]) -> Bool {
        guard !part.isEmpty, part.count <= tokens.count else { return false }
        return (0...(tokens.count - part.count)).contains { Array(tokens[$0..<($0 + part.count)]) == part }
    }

    private mutating func add(_ tokens: [Token], _ weights: SearchManifest.Weights, share: Int) {
        for token in tokens {
            add(
                Term(
                    first: token.folded, second: nil, marks: hasMarks ? [token.marks] : nil,
                    weight: weights.syllable * share / 100))
        }
        for (first, second) in zip(tokens, tokens.dropFirst()) {
            add(
                Term(
                    first: first.folded, second: second.folded, marks: hasMarks ? [first.marks, second.marks] : nil,
                    weight: weights.pair * share / 100))
        }
    }

    private mutating func add(_ term: Term) {
        if let known = terms.firstIndex(where: {
            $0.first == term.first && $0.second == term.second && $0.marks == term.marks
        }) {
            terms[known].weight += term.weight
        } else {
            terms.append(term)
        }
    }
}
