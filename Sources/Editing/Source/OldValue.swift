/// What has to go for another value to take an entry's place: a part of the line of its key or dash, and lines below.
struct OldValue {
    /// On the line of the key or dash, or where a text or brackets begin.
    private var first: Range<Int>
    /// Whole lines.
    private var below: Range<Int>
    /// The comments that stay.
    private let kept: [UInt8]
    private let needsBlank: Bool
    private let indicatorEnd: Int
    private let isOnLineOfIndicator: Bool

    init(_ entry: SourceEntry, indicatorEnd: Int, lines: SourceLines, comments: SourceComments) {
        let value = entry.value
        self.indicatorEnd = indicatorEnd
        let lineEnd = lines.end(of: indicatorEnd)
        first = indicatorEnd..<indicatorEnd
        var isOnLine = !value.range.isEmpty
        var end = value.range.upperBound
        if value.isBlockScalar {
            let signs = BlockScalarHeader(at: value.range.lowerBound, in: lines.bytes).end
            first = value.range.lowerBound..<signs
        } else if value.isBlockCollection {
            isOnLine = value.range.lowerBound < lineEnd
            if isOnLine { first = value.range.lowerBound..<min(lineEnd, value.range.upperBound) }
            // The comment after the first line of several goes with it.
            if isOnLine, value.range.upperBound > lineEnd { first = first.lowerBound..<lineEnd }
        } else if isOnLine {
            first = value.range
            end = first.upperBound
        }
        needsBlank = !isOnLine
        isOnLineOfIndicator = first.lowerBound <= lineEnd
        let start = lines.next(after: first.upperBound)
        below = start..<max(start, end > start ? lines.next(after: end) : start)
        let column = lines.column(of: entry.start)
        if value.isBlockCollection {
            kept = comments.kept(in: below, column: column)
        } else {
            let inner = lines.next(after: value.range.lowerBound)
            let inside = inner..<max(inner, lines.start(of: value.range.upperBound))
            kept = value.isCollection && !inside.isEmpty ? comments.kept(in: inside, column: column) : []
        }
    }

    /// Puts a text on the line, and lines with their breaks below it.
    func replaced(by text: String, below lines: [UInt8]) -> [TextEdit] {
        var edits: [TextEdit] = []
        let blank = needsBlank && !text.isEmpty ? " " : ""
        // The blanks after the colon go with the last thing on the line.
        let start = text.isEmpty && isOnLineOfIndicator ? indicatorEnd : first.lowerBound
        edits.append(TextEdit(range: start..<first.upperBound, replacement: Array((blank + text).utf8)))
        if !below.isEmpty || !lines.isEmpty || !kept.isEmpty {
            edits.append(TextEdit(range: below, replacement: lines + kept))
        }
        return edits
    }
}
