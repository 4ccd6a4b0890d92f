/// A stretch of running text that the caller of the renderer asked to have noted, such as a citation.
public struct NotedText: Sendable, Hashable {
    /// Where it stands in the body's HTML, in bytes; text alone, no tags.
    public var html: Range<Int>
    /// The anchor of the provision or heading it stands under; empty before the first.
    public var anchor: String
    /// The line of the file, from 1.
    public var line: Int

    public init(html: Range<Int>, anchor: String, line: Int) {
        self.html = html
        self.anchor = anchor
        self.line = line
    }
}

/// Finds what to note in a run of plain text: ranges in ascending order, without overlap.
public typealias TextNoter = (UnsafeBufferPointer<UInt8>) -> [Range<Int>]

extension BodyWriter {
    /// Running text can be noted; headings, links and code are left as they are.
    private var mayNote: Bool { openLinks.isEmpty && imageDepth == 0 && !isInHeading }

    /// Writes text, noting where the stretches that the caller looks for come to stand.
    /// - Parameter line: That of the body, from 1, as the parser has it.
    mutating func writeNoted(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
        guard let note, mayNote else {
            html.writeEscaped(literal)
            return
        }
        var start = 0
        for range in note(literal) where range.lowerBound >= start && range.upperBound <= literal.count {
            html.writeEscaped(UnsafeBufferPointer(rebasing: literal[start..<range.lowerBound]))
            let begin = html.count
            html.writeEscaped(UnsafeBufferPointer(rebasing: literal[range]))
            noted.append(
                NotedText(
                    html: begin..<html.count, anchor: provisions.last?.anchor ?? outline.last?.anchor ?? "",
                    line: lines.lineOfFile(blockLines.contains(line) ? line : blockLines.lowerBound)))
            start = range.upperBound
        }
        html.writeEscaped(UnsafeBufferPointer(rebasing: literal[start...]))
    }
}
