/// A phrase of running text that names provisions: “điểm a và b khoản 1, khoản 3 Điều 5 và Điều 7”.
struct ProvisionPhrase {
    /// The provisions, each with the text that says it, in printed order.
    var parts: [CitedPart]
    var end: Int

    private struct Unit {
        var unit: ProvisionReference.Unit
        var slug: String
        var label: String
        var range: Range<Int>
    }

    private struct Word {
        var unit: ProvisionReference.Unit
        var bytes: [UInt8]
        /// In bytes of the text: blanks inside a word may be several.
        var length = 0
    }

    private static let spellings: [(unit: ProvisionReference.Unit, text: String)] = [
        (.article, "điều"), (.clause, "khoản"), (.point, "điểm"), (.section, "mục"), (.chapter, "chương"),
        (.annex, "phụ"), (.part, "phần"),
    ]
    private static let annexEndings = ["lục", "Lục"].map { Array($0.utf8) }
    private static let words = spellings.map { Word(unit: $0.unit, bytes: Array($0.text.utf8)) }

    private static let these = Array("này".utf8)
    private static let several = Array("các".utf8)
    private static let number = Array("số".utf8)
    private static let links = ["và", "hoặc", "hay", "đến", "của", "tại"].map { Array($0.utf8) }
    private static let rangeFrom = Array("từ".utf8)
    private static let limit = 40

    /// Reads a phrase that begins with a unit's word; nil when no label follows it. Looks at no more than a few hundred
    /// bytes beyond what it takes.
    static func read(_ text: TextBytes, at start: Int) -> ProvisionPhrase? {
        guard let word = word(text, at: start) else { return nil }
        var units: [Unit] = []
        var index = start
        var unit = word.unit
        guard let first = label(text, text.skipBlanks(index + word.length), unit, after: index) else { return nil }
        units.append(first)
        index = first.range.upperBound
        while units.count < limit {
            guard let next = following(text, index, unit) else { break }
            units.append(next)
            unit = next.unit
            index = next.range.upperBound
        }
        return ProvisionPhrase(parts: parts(units), end: index)
    }

    /// The next unit or label of the phrase.
    private static func following(_ text: TextBytes, _ index: Int, _ unit: ProvisionReference.Unit) -> Unit? {
        var at = index
        var isSeparated = false
        if text.at(at) == UInt8(ascii: ",") || text.at(at) == UInt8(ascii: ";") {
            isSeparated = true
            at += 1
        }
        let blank = text.skipBlanks(at)
        guard blank > at else { return nil }
        at = blank
        if let link = links.first(where: { text.has($0, at: at) && text.skipBlanks(at + $0.count) > at + $0.count }) {
            at = text.skipBlanks(at + link.count)
            isSeparated = true
        }
        if text.has(rangeFrom, at: at) { at = text.skipBlanks(at + rangeFrom.count) }
        if text.has(several, at: at) { at = text.skipBlanks(at + several.count) }
        if let word = word(text, at: at) {
            return label(text, text.skipBlanks(at + word.length), word.unit, after: at)
        }
        guard isSeparated, unit != .annex else { return nil }
        return label(text, at, unit, after: at)
    }

    private static func word(_ text: TextBytes, at index: Int) -> Word? {
        guard var word = words.first(where: { text.hasWord($0.bytes, at: index) }) else { return nil }
        var end = index + word.bytes.count
        guard isBlank(text, end) else { return nil }
        if word.unit == .annex {
            end = text.skipBlanks(end)
            guard let ending = annexEndings.first(where: { text.has($0, at: end) }), isBlank(text, end + ending.count)
            else { return nil }
            end += ending.count
        }
        word.length = end - index
        return word
    }

    private static func isBlank(_ text: TextBytes, _ index: Int) -> Bool { text.skipBlanks(index) > index }

    /// The label of a unit at an index; `start` is where its word or, in a list, the label itself begins.
    private static func label(
        _ text: TextBytes, _ index: Int, _ unit: ProvisionReference.Unit, after start: Int
    ) -> Unit? {
        func made(_ slug: String, _ end: Int) -> Unit? {
            guard text.letter(end) == nil, !text.isDigit(end) else { return nil }
            return Unit(unit: unit, slug: slug, label: text.string(index..<end), range: start..<end)
        }
        switch unit {
        case .article, .clause:
            if text.has(these, at: index), let unit = made("", index + these.count) { return unit }
            guard let number = text.integer(index), number.end - index <= 3 else { return nil }
            return numbered(text, index, number.end).flatMap { made($0.slug, $0.end) }
        case .point: return point(text, index).flatMap { made($0.slug, $0.end) }
        case .section, .chapter, .part, .annex:
            let from = unit == .annex && text.has(number, at: index) ? text.skipBlanks(index + number.count) : index
            guard let label = roman(text, from) ?? numbered(text, from, text.integer(from)?.end ?? from) else {
                return nil
            }
            guard text.letter(label.end) == nil, !text.isDigit(label.end) else { return nil }
            return Unit(unit: unit, slug: label.slug, label: text.string(from..<label.end), range: start..<label.end)
        }
    }

    /// `5`, `5a`, `1.1`; never the beginning of a number such as 5/2010 or of an amount.
    private static func numbered(_ text: TextBytes, _ start: Int, _ end: Int) -> (slug: String, end: Int)? {
        guard end > start, end - start <= 3 else { return nil }
        var slug = text.string(start..<end)
        while slug.utf8.first == UInt8(ascii: "0"), slug.utf8.count > 1 { slug.removeFirst() }
        var end = end
        if text.at(end) >= UInt8(ascii: "a"), text.at(end) <= UInt8(ascii: "z"), text.letter(end + 1) == nil {
            slug += text.string(end..<(end + 1))
            end += 1
        } else if text.at(end) == 0xC4, text.at(end + 1) == 0x91, text.letter(end + 2) == nil {
            slug += "dd"
            end += 2
        }
        while text.at(end) == UInt8(ascii: "."), let next = text.integer(end + 1), next.end - end <= 3 {
            slug += "-\(next.value)"
            end = next.end
        }
        if text.at(end) == UInt8(ascii: "/") || text.at(end) == UInt8(ascii: "%") { return nil }
        if text.at(end) == UInt8(ascii: ","), text.isDigit(end + 1) { return nil }
        return (slug, end)
    }

    /// `a`, `đ`, `a1`, `g.2`, `1.3`.
    private static func point(_ text: TextBytes, _ index: Int) -> (slug: String, end: Int)? {
        if text.isDigit(index) { return numbered(text, index, text.integer(index)?.end ?? index) }
        var slug: String
        var end: Int
        let byte = text.at(index)
        if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
            (slug, end) = (text.string(index..<(index + 1)), index + 1)
        } else if byte == 0xC4, text.at(index + 1) == 0x91 {
            (slug, end) = ("dd", index + 2)
        } else {
            return nil
        }
        if text.at(end) == UInt8(ascii: "."), text.isDigit(end + 1) {
            slug += "-"
            end += 1
        }
        if let number = text.integer(end), number.end - end <= 2 {
            slug += String(number.value)
            end = number.end
        }
        return (slug, end)
    }

    /// `IV`, `II.1`, `A`.
    private static func roman(_ text: TextBytes, _ index: Int) -> (slug: String, end: Int)? {
        var end = index
        while "IVXL".utf8.contains(text.at(end)), end - index < 8 { end += 1 }
        if end == index, text.at(index) >= UInt8(ascii: "A"), text.at(index) <= UInt8(ascii: "H") { end += 1 }
        guard end > index else { return nil }
        var slug = text.string(index..<end).lowercased()
        while text.at(end) == UInt8(ascii: ".") || text.at(end) == UInt8(ascii: "-"),
            let next = text.integer(end + 1), next.end - end <= 3
        {
            slug += "-\(next.value)"
            end = next.end
        }
        return (slug, end)
    }

    /// Gives each unit that nothing smaller stands before its larger ones.
    private static func parts(_ units: [Unit]) -> [CitedPart] {
        var chains: [[Int]] = Array(repeating: [], count: units.count)
        // For each rank the nearest unit behind.
        var nearest = [Int?](repeating: nil, count: ProvisionReference.Unit.allCases.count)
        for index in units.indices.reversed() {
            let rank = units[index].unit.rawValue
            let outer = nearest[..<rank].compactMap(\.self).min()
            chains[index] = (outer.map { chains[$0] } ?? []) + [index]
            nearest[rank] = index
        }
        var parts: [CitedPart] = []
        for index in units.indices where index == 0 || units[index - 1].unit <= units[index].unit {
            var last = index
            while last + 1 < units.count, units[last + 1].unit < units[last].unit { last += 1 }
            let steps = chains[index].map {
                ProvisionReference.Step(units[$0].unit, slug: units[$0].slug, label: units[$0].label)
            }
            parts.append(
                CitedPart(
                    range: units[index].range.lowerBound..<units[last].range.upperBound,
                    provision: ProvisionReference(steps)))
        }
        return parts
    }
}
