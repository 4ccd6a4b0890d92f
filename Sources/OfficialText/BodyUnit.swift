import VietnameseText

/// A line with what tells a heading from a sentence.
public struct UnitLine: Sendable {
    public var text: String
    public var isBold: Bool
    /// How many characters at its start are bold.
    public var boldPrefix: Int
    public var isCentred: Bool

    public init(text: String, isBold: Bool = false, boldPrefix: Int = 0, isCentred: Bool = false) {
        self.text = text
        self.isBold = isBold
        self.boldPrefix = boldPrefix
        self.isCentred = isCentred
    }
}

/// The unit of an official document that a line opens, as far as it becomes a heading.
public struct BodyUnit: Sendable {
    public enum Rank: Int, Comparable, Sendable {
        case annex, part, chapter, section, subsection, roman, article

        public static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
    }

    public var rank: Rank
    /// As printed: `Chương I`.
    public var label: String
    /// What follows the label and its punctuation.
    public var rest: String
    /// How many characters of the line the label takes with its punctuation.
    public var length: Int
    /// `5` of “Điều 5”, the value of a Roman number.
    public var value: Int?

    /// Reads the unit that a line opens: Phần, Chương, Mục, Tiểu mục, Điều, or a Roman number. The value of a Roman number
    /// whose line is not displayed as a heading is negative: it may be an item of a list.
    public static func read(_ line: UnitLine) -> BodyUnit? {
        let text = line.text
        guard let first = text.unicodeScalars.first, "PCMTĐDI VXÐ".unicodeScalars.contains(first) else { return nil }
        for (rank, word) in words {
            guard text.count > word.count, text.prefix(word.count).lowercased() == word, text.firstIsCapital else {
                continue
            }
            return named(rank, text, word.count, line)
        }
        return roman(line)
    }

    private static let words: [(Rank, String)] = [
        (.article, "điều"), (.chapter, "chương"), (.subsection, "tiểu mục"), (.section, "mục"), (.part, "phần"),
    ]

    private static func named(_ rank: Rank, _ text: String, _ wordLength: Int, _ line: UnitLine) -> BodyUnit? {
        let characters = Array(text)
        var index = wordLength
        guard index < characters.count, characters[index] == " " else { return nil }
        while index < characters.count, characters[index] == " " { index += 1 }
        let labelStart = index
        while index < characters.count, characters[index].isLetter || characters[index].isNumber { index += 1 }
        var label = String(characters[labelStart..<index])
        if rank == .part, label.lowercased() == "thứ" {
            // “Phần thứ nhất”, “PHẦN THỨ HAI”
            while index < characters.count, characters[index] == " " { index += 1 }
            let ordinal = index
            while index < characters.count, characters[index].isLetter { index += 1 }
            guard index > ordinal else { return nil }
            label += " " + String(characters[ordinal..<index])
        } else {
            guard isLabel(label, rank) else { return nil }
        }
        let printed = String(characters[0..<index])
        var isPunctuated = false
        // A typed note mark: “Mục 3[7]”.
        var mark = ""
        if index < characters.count, characters[index] == "[", let close = characters[index...].firstIndex(of: "]"),
            close - index <= 4
        {
            mark = String(characters[index...close])
            index = close + 1
        }
        while index < characters.count, ".:-–— ".contains(characters[index]) {
            if characters[index] != " " { isPunctuated = true }
            index += 1
        }
        let rest = String(characters[index...])
        let next = rest.first
        switch rank {
        case .article:
            guard
                isPunctuated || rest.isEmpty || (line.isBold || line.boldPrefix >= printed.count) && rest.firstIsCapital
            else { return nil }
            if !isPunctuated, next == "," || next == ";" { return nil }
        default:
            let isHeading =
                rest.isEmpty || rest.isAllCapitals || isPunctuated || line.isBold
                || (line.isCentred && rest.firstIsCapital) || rest.hasPrefix("(")
            guard isHeading, next != ",", next != ";", text.count < 400 else { return nil }
            if isPunctuated, !line.isBold, !line.isCentred, !rest.isAllCapitals, !rest.isEmpty, !rest.firstIsCapital {
                return nil
            }
            if rest.isEmpty, text.hasSuffix(";") { return nil }
        }
        return BodyUnit(
            rank: rank, label: printed, rest: (mark + (mark.isEmpty || rest.isEmpty ? "" : " ") + rest),
            length: index - mark.count,
            value: Int(label.prefix { $0.isNumber }) ?? RomanNumeral.value(label))
    }

    private static func isLabel(_ label: String, _ rank: Rank) -> Bool {
        guard !label.isEmpty, label.count <= 8 else { return false }
        let digits = label.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            let letters = label.dropFirst(digits.count)
            return digits.count <= 4 && letters.count <= 1 && letters.allSatisfy(\.isLetter)
        }
        if rank == .article { return false }
        if label.allSatisfy({ "IVXLC".contains($0) }) { return true }
        return label.count == 1 && label.isAllCapitals
    }

    /// `I.`, `II-`, `III/` with a title in capitals or bold; `A.` likewise.
    private static func roman(_ line: UnitLine) -> BodyUnit? {
        let characters = Array(line.text)
        var index = 0
        while index < characters.count, "IVXL".contains(characters[index]) { index += 1 }
        guard index > 0, index <= 6, index < characters.count else { return nil }
        let label = String(characters[0..<index])
        guard let value = RomanNumeral.value(label) else { return nil }
        var end = index
        while end < characters.count, " ".contains(characters[end]) { end += 1 }
        guard end < characters.count, ".-–—/)".contains(characters[end]) else { return nil }
        while end < characters.count, ".-–—/) :".contains(characters[end]) { end += 1 }
        let rest = String(characters[end...])
        guard rest.firstIsCapital, rest.count < 300 else { return nil }
        guard rest.isAllCapitals || line.isBold || line.isCentred || line.boldPrefix >= line.text.count * 3 / 4 else {
            return BodyUnit(rank: .roman, label: label, rest: rest, length: end, value: -value)
        }
        return BodyUnit(rank: .roman, label: label, rest: rest, length: end, value: value)
    }
}
