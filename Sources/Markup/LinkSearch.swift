/// Finds where a destination stands in its block. The parser's columns are not exact inside lists, tables and wrapped
/// paragraphs, but links come in the order of the source, so each is looked for behind the one before.
struct LinkSearch {
    private var from = 0
    /// Bytes that may still be read in vain, so that a hostile body costs no more than a few passes.
    private var budget = 4 << 20

    mutating func beginBlock() { from = 0 }

    /// The range of `text` behind the last one found, within a range of the source.
    mutating func find(_ text: String, in range: Range<Int>, of source: UnsafeBufferPointer<UInt8>, afterBracket: Bool)
        -> Range<Int>?
    {
        var text = text
        return text.withUTF8 { needle -> Range<Int>? in
            guard let first = needle.first, budget > 0 else { return nil }
            let start = max(range.lowerBound, from)
            let last = min(range.upperBound, source.count) - needle.count
            var index = start
            while index <= last {
                if source[index] == first, !afterBracket || Self.isDestination(source, index),
                    matches(source, index, needle)
                {
                    from = index + needle.count
                    return index..<from
                }
                index += 1
            }
            budget -= max(last - start, 0) + 64
            return nil
        }
    }

    private func matches(_ source: UnsafeBufferPointer<UInt8>, _ at: Int, _ needle: UnsafeBufferPointer<UInt8>) -> Bool
    {
        for offset in 0..<needle.count where source[at + offset] != needle[offset] { return false }
        return true
    }

    /// Whether `](`, `](<` or `<` stands before.
    private static func isDestination(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, source[before] == 0x20 { before -= 1 }
        guard before >= 0 else { return false }
        if source[before] == UInt8(ascii: "<") { return true }
        return source[before] == UInt8(ascii: "(") && before > 0 && source[before - 1] == UInt8(ascii: "]")
    }
}
