/// A token with its keys as strings, for queries and tests; indexing walks a `SyllableScanner` instead.
public struct Syllable: Sendable, Hashable {
    /// Byte offsets in the UTF-8 of the text.
    public var range: Range<Int>
    /// Lower case without marks.
    public var folded: String
    /// Lower case with marks, one spelling for each syllable.
    public var exact: String

    public init(range: Range<Int>, folded: String, exact: String) {
        self.range = range
        self.folded = folded
        self.exact = exact
    }

    /// All tokens of a text, in order.
    public static func all(in text: String) -> [Syllable] {
        var text = text
        return text.withUTF8 { bytes in
            var syllables: [Syllable] = []
            var scanner = SyllableScanner(bytes)
            while scanner.next() {
                syllables.append(
                    Syllable(
                        range: scanner.range,
                        folded: String(decoding: scanner.folded, as: UTF8.self),
                        exact: String(decoding: scanner.exact, as: UTF8.self)))
            }
            return syllables
        }
    }
}
