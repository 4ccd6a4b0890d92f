/// A stretch of running text that the caller of the renderer asked to have noted, such as a citation.
public struct NotedText: Sendable, Hashable {
    /// Where it stands in the body's HTML, in bytes: text, in which numbers may have their own element.
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

    /// Takes text to be written. Running text waits for what follows it, for a citation may go on in the next line.
    /// - Parameter line: That of the body, from 1, as the parser has it.
    mutating func writeNoted(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
        guard note != nil, mayNote else {
            html.writeKeepingNumbers(literal)
            return
        }
        if run.isEmpty { runLine = line }
        run.append(contentsOf: literal)
    }

    /// Writes the text that waits, noting where the stretches that the caller looks for come to stand.
    mutating func finishRun() {
        guard !run.isEmpty, let note else { return }
        run.withUnsafeBufferPointer { text in
            var start = 0
            var line = runLine
            for range in note(text) where range.lowerBound >= start && range.upperBound <= text.count {
                line += text[start..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
                html.writeKeepingNumbers(UnsafeBufferPointer(rebasing: text[start..<range.lowerBound]))
                let begin = html.count
                html.writeKeepingNumbers(UnsafeBufferPointer(rebasing: text[range]))
                noted.append(
                    NotedText(
                        html: begin..<html.count, anchor: provisions.last?.anchor ?? outline.last?.anchor ?? "",
                        line: lines.lineOfFile(blockLines.contains(line) ? line : blockLines.lowerBound)))
                line += text[range].count { $0 == UInt8(ascii: "\n") }
                start = range.upperBound
            }
            html.writeKeepingNumbers(UnsafeBufferPointer(rebasing: text[start...]))
        }
        run.removeAll(keepingCapacity: true)
    }
}

extension RenderedBody {
    /// A noted stretch as it is read: without elements, on one line.
    public func text(of noted: NotedText) -> String {
        var bytes: [UInt8] = []
        var isInTag = false
        for byte in html[noted.html] {
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">"): isInTag = false
            case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: " "))
            default: if !isInTag { bytes.append(byte) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
