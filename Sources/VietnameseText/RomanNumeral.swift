/// Roman numbers, as parts, chapters and sections bear them.
public enum RomanNumeral {
    private static let values: [Unicode.Scalar: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100]

    /// The number that capital letters write; nil where another sign stands among them.
    public static func value(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty else { return nil }
        var total = 0
        var last = 0
        for sign in text.unicodeScalars.reversed() {
            guard let value = values[sign] else { return nil }
            total += value < last ? -value : value
            last = max(last, value)
        }
        return total
    }
}
