import VietnameseText

/// The part of a record's text that answers a query best, with the answering words marked.
public struct Snippet: Sendable, Hashable {
    public struct Segment: Sendable, Hashable {
        public var text: String
        public var isMarked: Bool
    }

    public private(set) var segments: [Segment] = []

    /// Tokens that a snippet shows, about two lines.
    static let length = 36

    /// Pairs of the query count three times a single syllable; of equal windows the first wins. Single syllables are
    /// marked only where no pair of the query stands, nor in the title: alone they are mostly noise.
    init(_ text: String, under title: String = "", for query: [QueryTerms.Token]) {
        let tokens = Syllable.all(in: text)
        if tokens.isEmpty { return }
        let singles = Set(query.map(\.folded))
        let pairs = Set(zip(query, query.dropFirst()).map { $0.folded + " " + $1.folded })
        let (isSingle, isPair, _, first) = Self.evidence(of: tokens, singles, pairs)
        let start = first < Self.length / 2 ? 0 : first - 4
        let end = min(tokens.count, start + Self.length)
        let hasPair =
            isPair[start..<end].contains(true)
            || Self.evidence(of: Syllable.all(in: title), singles, pairs).isPair.contains(true)
        let bytes = Array(text.utf8)
        // A heading or cell that ends without a stop is parted from what follows.
        func piece(_ range: Range<Int>) -> String {
            let text = String(decoding: bytes[range].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
            return bytes[range].first == 0x0A ? " ·" + text : text
        }
        var position = start == 0 ? 0 : tokens[start].range.lowerBound
        if start > 0 { append("… ", isMarked: false) }
        for index in start..<end {
            let marked =
                hasPair ? isPair[index] || index > start && isPair[index - 1] : isSingle[index]
            let range = tokens[index].range
            // What parts two marked words belongs to the mark.
            append(piece(position..<range.lowerBound), isMarked: marked && index > start && isPair[index - 1])
            append(piece(range), isMarked: marked)
            position = range.upperBound
        }
        if end < tokens.count {
            append(" …", isMarked: false)
        } else {
            append(piece(position..<bytes.count), isMarked: false)
        }
    }

    /// The text alone.
    public var text: String { segments.map(\.text).joined() }

    private mutating func append(_ text: String, isMarked: Bool) {
        if text.isEmpty { return }
        if segments.last?.isMarked == isMarked {
            segments[segments.count - 1].text += text
        } else {
            segments.append(Segment(text: text, isMarked: isMarked))
        }
    }

    /// Which tokens are syllables of a query and at which a pair of it starts; how much distinct evidence the best window has,
    /// one for a syllable and three for a pair, and where that starts.
    static func evidence(of tokens: [Syllable], _ singles: Set<String>, _ pairs: Set<String>) -> (
        isSingle: [Bool], isPair: [Bool], best: Int, start: Int
    ) {
        let isSingle = tokens.map { singles.contains($0.folded) }
        let isPair = tokens.indices.map {
            $0 + 1 < tokens.count && isSingle[$0] && isSingle[$0 + 1]
                && pairs.contains(tokens[$0].folded + " " + tokens[$0 + 1].folded)
        }
        var best = (score: 0, start: 0)
        for start in tokens.indices where isSingle[start] {
            var seen = Set<String>()
            var score = 0
            for index in start..<min(tokens.count, start + length - 6) where isSingle[index] {
                if seen.insert(tokens[index].folded).inserted { score += 1 }
                if isPair[index], seen.insert(tokens[index].folded + " " + tokens[index + 1].folded).inserted {
                    score += 3
                }
            }
            if score > best.score { best = (score, start) }
        }
        return (isSingle, isPair, best.score, best.start)
    }
}
