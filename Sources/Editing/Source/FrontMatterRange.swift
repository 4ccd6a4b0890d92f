/// Where front matter and text stand in a file's own bytes, by the builder's rule: the YAML between a first line `---` and
/// the next one, the text after one empty line.
struct FrontMatterRange: Sendable {
    /// The YAML with the break of its last line.
    var yaml: Range<Int>
    /// Where the line of the closing dashes ends, with its break if it has one.
    var closingEnd: Int
    var bodyStart: Int
    /// The break of the first line, which new lines get.
    var lineEnd: [UInt8]

    /// Nil where there is no front matter.
    init?(in bytes: [UInt8]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = Self.line(from: start, in: bytes), Self.isFence(bytes[start..<first.end]),
            first.next > first.end
        else { return nil }
        lineEnd = Array(bytes[first.end..<first.next])
        var position = first.next
        while let line = Self.line(from: position, in: bytes) {
            if Self.isFence(bytes[position..<line.end]) {
                yaml = first.next..<position
                closingEnd = line.next
                bodyStart = line.next
                if line.next > line.end, let blank = Self.line(from: line.next, in: bytes), blank.end == line.next {
                    bodyStart = blank.next
                }
                return
            }
            position = line.next
        }
        return nil
    }

    /// The end of the line that begins at an offset, without and with its break; nil at the end of the file.
    static func line(from start: Int, in bytes: [UInt8]) -> (end: Int, next: Int)? {
        guard start < bytes.count else { return nil }
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        guard end < bytes.count else { return (end, end) }
        let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
        return (end, end + (isPair ? 2 : 1))
    }

    /// `---`, with blanks after it at most.
    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy(SourceLines.isBlank)
    }
}
