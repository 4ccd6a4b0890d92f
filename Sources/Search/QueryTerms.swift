import FoundationEssentials
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
        /// What is left of it in percent because it was not typed but stands for what was.
        var share = 100
    }

    /// A typed syllable.
    struct Token: Sendable, Hashable {
        var folded: String
        var exact: String
        var marks: MarkCode
        /// As typed, and what stands between it and the one before.
        var typed: String
        var gap: String
        /// Whether it belongs to a document number.
        var isTaken = false
        /// Whether words that only ask stood before it and are left out.
        var isCut = false

        init(folded: String, exact: String? = nil, marks: MarkCode, typed: String = "", gap: String = "") {
            self.folded = folded
            self.exact = exact ?? folded
            self.marks = marks
            self.typed = typed
            self.gap = gap
        }
    }

    private(set) var terms: [Term] = []
    let tokens: [Token]
    private let hasMarks: Bool

    init(_ tokens: [Token], _ store: IndexStore) throws {
        let manifest = store.manifest
        let weights = manifest.weights
        self.tokens = tokens
        hasMarks = tokens.contains { $0.marks != .bare }
        add(tokens, weights, share: 100, isOwn: true)
        for group in try store.synonyms(for: tokens) {
            // Of a group of everyday words the last is that of the texts: whoever types it needs no other.
            let isOneWay = group.first == ""
            let spellings = group.dropFirst(isOneWay ? 1 : 0).map { Self.tokens($0, limit: weights.maximumTerms) }
            var best: (place: Int, length: Int)?
            for spelling in spellings.dropLast(isOneWay ? 1 : 0) {
                guard let place = tokens.place(of: spelling) else { continue }
                if best.map({ spelling.count > $0.length }) ?? true { best = (place, spelling.count) }
            }
            guard let best else { continue }
            for spelling in spellings {
                putting(spelling, insteadOf: best.place..<best.place + best.length, weights, weights.synonym)
            }
        }
        let isShouted = tokens.count > 1 && tokens.allSatisfy { $0.typed == $0.typed.uppercased() }
        for (place, token) in tokens.enumerated() {
            let isShort = Abbreviations.isShort(token.folded) || (Self.isCapital(token.typed) && !isShouted)
            if isShort, tokens.firstIndex(where: { $0.folded == token.folded }) == place {
                for long in try store.longForms(of: token.folded) {
                    putting(
                        Self.tokens(long, limit: weights.maximumTerms), insteadOf: place..<place + 1, weights,
                        weights.abbreviation)
                }
            } else if !isShort, let parted = Self.parted(token.folded) {
                putting(
                    Self.tokens(parted, limit: weights.maximumTerms), insteadOf: place..<place + 1, weights,
                    weights.abbreviation)
            }
        }
        // covid 19 where the collection has covid19.
        for (place, next) in tokens.enumerated().dropFirst()
        where tokens[place - 1].folded.count > 2 && tokens[place - 1].folded.allSatisfy(\.isLetter)
            && next.folded.allSatisfy(\.isNumber)
        {
            putting(
                Self.tokens(tokens[place - 1].exact + next.exact, limit: weights.maximumTerms),
                insteadOf: place - 1..<place + 1, weights, weights.abbreviation)
        }
    }

    static func tokens(_ text: String, limit: Int) -> [Token] {
        // Whatever is pasted, sixteen characters a token are enough to fill the limit; counted in UTF-16 as browsers do.
        let cut =
            text.utf8.count > limit * 16 ? String(decoding: Array(text.utf16.prefix(limit * 16)), as: UTF16.self) : text
        let nfc = Normalization.nfc(cut)
        let bytes = Array(nfc.utf8)
        var last = 0
        return Syllable.all(in: nfc).prefix(limit).map { syllable in
            defer { last = syllable.range.upperBound }
            return Token(
                folded: syllable.folded, exact: syllable.exact, marks: MarkCode(of: syllable.exact.utf8),
                typed: String(decoding: bytes[syllable.range], as: UTF8.self),
                gap: String(decoding: bytes[last..<syllable.range.lowerBound], as: UTF8.self))
        }
    }

    /// Whether it is typed as an abbreviation.
    static func isCapital(_ typed: String) -> Bool {
        (2...10).contains(typed.unicodeScalars.count)
            && typed.unicodeScalars.allSatisfy { $0.properties.generalCategory == .uppercaseLetter }
    }

    /// Figures right behind letters, or the other way round, with a blank between.
    private static func parted(_ word: String) -> String? {
        guard let first = word.first else { return nil }
        let head = word.prefix { $0.isNumber == first.isNumber && $0.isLetter == first.isLetter }
        let tail = word[head.endIndex...]
        guard let next = tail.first, tail.allSatisfy({ $0.isNumber == next.isNumber && $0.isLetter == next.isLetter }),
            first.isNumber ? next.isLetter : first.isLetter && next.isNumber,
            (first.isLetter ? head : tail).count > 1
        else { return nil }
        return head + " " + tail
    }

    /// Puts other words in the place of some, and adds what is new of them and their neighbours.
    private mutating func putting(
        _ others: [Token], insteadOf range: Range<Int>, _ weights: SearchManifest.Weights, _ share: Int
    ) {
        guard !others.isEmpty, tokens.place(of: others) == nil else { return }
        let before = tokens[max(0, range.lowerBound - 1)..<range.lowerBound]
        let after = tokens[range.upperBound..<min(tokens.count, range.upperBound + 1)]
        add(before + others + after, weights, share: share, isOwn: false)
    }

    private mutating func add(
        _ tokens: some Collection<Token>, _ weights: SearchManifest.Weights, share: Int, isOwn: Bool
    ) {
        let tokens = Array(tokens)
        for (place, token) in tokens.enumerated() {
            add(
                Term(
                    first: token.folded, second: nil, marks: hasMarks ? [token.marks] : nil,
                    weight: weights.syllable * share / 100, share: share), isOwn)
            guard place + 1 < tokens.count else { continue }
            let next = tokens[place + 1]
            add(
                Term(
                    first: token.folded, second: next.folded, marks: hasMarks ? [token.marks, next.marks] : nil,
                    weight: weights.pair * share / 100, share: share), isOwn)
        }
    }

    private mutating func add(_ term: Term, _ isOwn: Bool) {
        if let known = terms.firstIndex(where: {
            $0.first == term.first && $0.second == term.second && $0.marks == term.marks
        }) {
            if isOwn { terms[known].weight += term.weight }
        } else {
            terms.append(term)
        }
    }
}
