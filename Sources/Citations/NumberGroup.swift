/// Letters, and digits glued to them, between two separators: `QĐ`, `UBTVQH10`, `NHNN7`.
struct NumberGroup: Sendable {
    var text: String
    /// Folded letters without the digits.
    var letters: String
    var digits: String
    var gap: NumberGap
    var isSpaced: Bool
    var startsWithCapital: Bool

    var legislature: Int? { digits.utf8.count <= 2 ? Int(digits) : nil }
    /// Folded letters and digits.
    var folded: String { letters + digits }

    /// The group at a position and the position after it.
    static func one(_ tokens: [NumberToken], at index: Int) -> (group: NumberGroup, end: Int)? {
        guard index < tokens.count, !tokens[index].isDigits else { return nil }
        let token = tokens[index]
        let text = withoutHorn(token.text, afterSpace: token.gap == .space)
        var group = NumberGroup(
            text: text, letters: text == token.text ? token.folded : CodeBook.letters(text), digits: "", gap: token.gap,
            isSpaced: token.isSpaced,
            startsWithCapital: token.startsWithCapital)
        guard index + 1 < tokens.count, tokens[index + 1].isDigits, tokens[index + 1].gap == .none else {
            return (group, index + 1)
        }
        group.digits = tokens[index + 1].folded
        group.text += group.digits
        return (group, index + 2)
    }

    /// TƯ is how many papers write TW; after a space a small `tư` is a word.
    private static func withoutHorn(_ text: String, afterSpace: Bool) -> String {
        guard text.unicodeScalars.contains(where: { $0 == "Ư" || $0 == "ư" }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch (result.last, scalar) {
            case ("T", "Ư"), ("t", "Ư"), ("T", "ư"): result.append("W")
            case ("t", "ư") where !afterSpace: result.append("w")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

/// What stands before the letters of a number.
struct NumberHead: Sendable {
    var sequence: Int
    var letter = ""
    var year: Int?
}
