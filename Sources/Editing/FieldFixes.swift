import Citations
import Diagnostics
import Records

/// Mends fields whose wrong spelling has one right answer, from what the reader found: dates of other forms, misspelt keys,
/// leftovers about numbers.
enum FieldFixes {
    /// Edits to a file's text as the reader sees it.
    static func edits(for diagnostics: [Diagnostic], in bytes: [UInt8]) -> [TextEdit] {
        let lines = LineTable(bytes)
        return diagnostics.compactMap { diagnostic in
            guard let suggestion = diagnostic.suggestion,
                let range = lines.range(
                    line: diagnostic.span.line, column: diagnostic.span.column, length: diagnostic.span.length),
                !range.isEmpty
            else { return nil }
            let written = bytes[range]
            switch diagnostic.kind {
            case .wrongDate:
                return replacing(diagnostic.arguments[1], by: suggestion, in: range, of: written)
            case .numberLeftovers:
                return replacing(diagnostic.arguments[0], by: suggestion, in: range, of: written)
            case .unknownKey:
                guard isSameKey(String(decoding: written, as: UTF8.self), suggestion) else { return nil }
                return TextEdit(range: range, replacement: Array(suggestion.utf8))
            default: return nil
            }
        }
    }

    /// The value within its quotes, if there are any. A value that is written otherwise than it reads is left alone.
    private static func replacing(
        _ value: String, by suggestion: String, in range: Range<Int>, of written: ArraySlice<UInt8>
    ) -> TextEdit? {
        let value = Array(value.utf8)
        guard let start = written.indices.first(where: { written[$0...].starts(with: value) }) else { return nil }
        let rest = written[(start + value.count)...]
        let before = written[..<start]
        guard before.allSatisfy(isQuoteOrBlank), rest.allSatisfy(isQuoteOrBlank) else { return nil }
        return TextEdit(range: start..<(start + value.count), replacement: Array(suggestion.utf8))
    }

    private static func isQuoteOrBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == 0x20
    }

    /// Whether a key is the other but for capitals, blanks, underscores and hyphens, or one slip in a long word. Anything
    /// further off may have been meant otherwise.
    static func isSameKey(_ typed: String, _ key: String) -> Bool {
        func plain(_ text: String) -> [UInt8] { text.lowercased().utf8.filter { !" _-".utf8.contains($0) } }
        let typed = plain(typed)
        let key = plain(key)
        if typed == key { return true }
        return key.count >= 5 && isOneSlip(typed, key)
    }

    /// One letter missing, added or wrong, or two neighbours swapped.
    private static func isOneSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        var prefix = 0
        while prefix < a.count, prefix < b.count, a[prefix] == b[prefix] { prefix += 1 }
        let (x, y) = (a[prefix...], b[prefix...])
        if x.dropFirst().elementsEqual(y.dropFirst()) || x.dropFirst().elementsEqual(y)
            || x.elementsEqual(y.dropFirst())
        {
            return true
        }
        guard x.count >= 2, y.count >= 2 else { return false }
        let (i, j) = (x.startIndex, y.startIndex)
        return x[i] == y[j + 1] && x[i + 1] == y[j] && x.dropFirst(2).elementsEqual(y.dropFirst(2))
    }
}
