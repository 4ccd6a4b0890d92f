import VietnameseText

/// Mends the slips of a query: typing left over from Telex or VNI, one letter too many, too few, wrong or swapped, wrong marks,
/// words run together. A syllable is doubted when no record holds it, or holds it beside its neighbours; what it is corrected
/// to must stand beside a neighbour somewhere. The twin of `search-correction.js`; the rules stand in FORMAT.md.
struct Correction {
    let store: IndexStore

    private typealias Token = QueryTerms.Token
    /// Ways looked at for one syllable, and those of them whose both neighbours are looked at.
    private static let ways = 12
    private static let best = 3
    /// Only so many of the commonest syllables are parts of words run together.
    private static let parts = 3_000
    /// Syllables corrected in one query; a longer query is a text that was pasted.
    private static let corrected = 8
    private static let longest = 20

    /// A better spelling of a query; nil when it stands.
    func better(_ query: String) throws -> String? {
        let text = Normalization.nfc(String(decoding: Array(query.utf16.prefix(2_000)), as: UTF16.self))
        let bytes = Array(text.utf8)
        let syllables = Syllable.all(in: text)
        guard syllables.count <= Self.longest else { return nil }
        var tokens = QueryTerms.tokens(text, limit: syllables.count)
        let isShouted = tokens.count > 1 && text == text.uppercased()
        let hasMarks = tokens.contains { $0.exact != $0.folded }
        var made: [UInt8] = []
        var at = 0
        var count = 0
        for (place, syllable) in syllables.enumerated() where count < Self.corrected {
            guard isWord(bytes, syllable, isShouted: isShouted),
                let way = try better(place, tokens, hasMarks), way != tokens[place].typed.lowercased(),
                let last = QueryTerms.tokens(way, limit: 100).last
            else { continue }
            made += bytes[at..<syllable.range.lowerBound] + Array(way.utf8)
            at = syllable.range.upperBound
            count += 1
            (tokens[place].folded, tokens[place].exact) = (last.folded, last.exact)
        }
        return at > 0 ? String(decoding: made + bytes[at...], as: UTF8.self) : nil
    }

    /// Codes of numbers, figures, abbreviations and names of filters are no words.
    private func isWord(_ bytes: [UInt8], _ syllable: Syllable, isShouted: Bool) -> Bool {
        let folded = Array(syllable.folded.utf8)
        guard (2...40).contains(folded.count), folded.contains(where: { (0x61...0x7A).contains($0) }),
            folded.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }),
            !(0x30...0x39).contains(folded[0])
        else { return false }
        let typed = String(decoding: bytes[syllable.range], as: UTF8.self).unicodeScalars
        let isCapital =
            typed.count > 1 && typed.first?.properties.generalCategory == .uppercaseLetter
            && typed.allSatisfy {
                $0.properties.generalCategory == .uppercaseLetter || $0.properties.numericType != nil
            }
        if isCapital, !isShouted { return false }
        let signs = [UInt8(ascii: ":"), UInt8(ascii: "/")]
        if syllable.range.lowerBound > 0, signs.contains(bytes[syllable.range.lowerBound - 1]) { return false }
        let end = syllable.range.upperBound
        guard end < bytes.count else { return true }
        if signs.contains(bytes[end]) { return false }
        return !(bytes[end] == UInt8(ascii: "-") && end + 1 < bytes.count && bytes[end + 1] > 0x20)
    }

    /// What a token is corrected to; nil where it stands.
    private func better(_ place: Int, _ tokens: [Token], _ hasMarks: Bool) throws -> String? {
        let token = tokens[place]
        let (left, right) = try beside(token.folded, place, tokens)
        if left != nil || right != nil { return hasMarks ? try respelled(token, left, right) : nil }
        let single = try entry(token.folded)
        if isSpelled(single, token, hasMarks) { return nil }
        let list = try store.lexicon()
        if let keys = TypedKeys.read(token.typed), list.contains(Folding.fold(keys)) { return keys }
        if let edited = try edited(place, tokens, list) { return edited }
        return single == nil ? try RunTogether(store: store).parted(token, list.prefix(Self.parts)) : nil
    }

    private func entry(_ first: String, _ second: String? = nil) throws -> TermEntry? {
        let text = try second.map { try store.pair(first, $0) } ?? (second == nil ? store.single(first) : nil)
        return text.map { TermEntry($0, syllables: second == nil ? 1 : 2) }
    }

    /// The entries of a syllable with its neighbours.
    private func beside(
        _ folded: String, _ place: Int, _ tokens: [Token]
    ) throws -> (left: TermEntry?, right: TermEntry?) {
        (
            place > 0 ? try entry(tokens[place - 1].folded, folded) : nil,
            place + 1 < tokens.count ? try entry(folded, tokens[place + 1].folded) : nil
        )
    }

    /// Whether some record spells a syllable so; where no marks are typed, any spelling will do.
    private func isSpelled(_ entry: TermEntry?, _ token: Token, _ hasMarks: Bool) -> Bool {
        guard let entry else { return false }
        return !hasMarks || entry.allMarks.contains([token.marks])
    }

    /// Other marks, where the collection never spells the neighbours so and has one way to.
    private func respelled(_ token: Token, _ left: TermEntry?, _ right: TermEntry?) throws -> String? {
        let typed = MarkCode(of: token.exact.utf8)
        var ways: [(entry: TermEntry, place: Int)] = []
        if let left { ways.append((left, 1)) }
        if let right { ways.append((right, 0)) }
        if ways.contains(where: { way in way.entry.allMarks.contains { $0[way.place] == typed } }) { return nil }
        let single = try entry(token.folded)
        // Without marks it may be what somebody left out, unless it is mostly spelled so.
        if token.folded == token.exact
            ? single?.mainMarks == [typed] : isSpelled(single, Token(folded: token.folded, marks: typed), true)
        {
            return nil
        }
        // Of equals the left one.
        guard let first = ways.first, let last = ways.last else { return nil }
        let way = last.entry.holders > first.entry.holders ? last : first
        return TypedKeys.spelled(token.folded, way.entry.mainMarks[way.place])
    }

    /// The nearest syllable that stands beside a neighbour; of several one with the marks that were typed, then the commonest.
    private func edited(_ place: Int, _ tokens: [Token], _ list: [String]) throws -> String? {
        let token = tokens[place]
        let near = list.filter { OneSlip.parts($0, token.folded) }.prefix(Self.ways)
        if tokens.count < 2 {
            guard let first = near.first, let entry = try entry(first) else { return nil }
            return TypedKeys.spelled(first, entry.mainMarks.first ?? .bare)
        }
        let before = place > 0 ? tokens[place - 1].folded : nil
        var ways = try near.enumerated().map { order, syllable in
            (order: order, syllable: syllable, left: try before.flatMap { try entry($0, syllable) })
        }
        if ways.contains(where: { $0.left != nil }) { ways.removeAll { $0.left == nil } }
        ways.sort {
            let (a, b) = ($0.left?.holders ?? 0, $1.left?.holders ?? 0)
            return a != b ? a > b : $0.order < $1.order
        }
        let typed = MarkCode(of: token.exact.utf8)
        var best: (spelling: String, rank: [Int])?
        for way in ways.prefix(before == nil ? Self.ways : Self.best) {
            let right =
                place + 1 < tokens.count ? try entry(way.syllable, tokens[place + 1].folded) : nil
            let sides = (way.left == nil ? 0 : 1) + (right == nil ? 0 : 1)
            guard sides > 0, let marks = way.left?.mainMarks.last ?? right?.mainMarks.first else { continue }
            let rank = [sides, marks == typed ? 1 : 0, (way.left?.holders ?? 0) + (right?.holders ?? 0)]
            if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true {
                best = (TypedKeys.spelled(way.syllable, marks), rank)
            }
        }
        return best?.spelling
    }
}

/// Whether two words are one letter apart: one more, one other, or two swapped.
enum OneSlip {
    static func parts(_ one: String, _ other: String) -> Bool {
        let (a, b) = (Array(one.utf8), Array(other.utf8))
        if a == b || abs(a.count - b.count) > 1 { return false }
        var k = 0
        while k < a.count, k < b.count, a[k] == b[k] { k += 1 }
        func isSame(_ from: Int, _ at: Int) -> Bool { a.dropFirst(k + from).elementsEqual(b.dropFirst(k + at)) }
        if isSame(1, 1) || isSame(0, 1) || isSame(1, 0) { return true }
        return k + 1 < a.count && k + 1 < b.count && a[k] == b[k + 1] && a[k + 1] == b[k] && isSame(2, 2)
    }
}

extension TermEntry {
    /// The marks of every spelling that some record of this tier has.
    var allMarks: [[MarkCode]] { [mainMarks] + others.map(\.marks) }
    /// Records of both tiers.
    var holders: Int { postings.count + skipped }
}
