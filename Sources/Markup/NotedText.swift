/// A stretch of running text that the caller of the renderer asked to have noted, such as a citation.
public struct NotedText: Sendable, Hashable {
    /// Where it stands in the body's HTML, in bytes: text, in which numbers may have their own element. Empty where nothing of it
    /// could be noted.
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

/// Finds what to note in a run of running text: ranges in ascending order, without overlap. Each becomes one `NotedText`, so that
/// the caller may count them. `isQuoted` says whether the
/// text goes on with wording of another document that an earlier paragraph began to quote.
public typealias TextNoter = (_ text: UnsafeBufferPointer<UInt8>, _ isQuoted: Bool) -> [Range<Int>]

extension MarkdownNodeKind {
    /// Whether a stretch of running text may go on across it.
    var isRunningText: Bool {
        switch self {
        case .text, .softBreak, .lineBreak, .emphasis, .strong: true
        default: false
        }
    }
}

extension BodyWriter {
    /// Running text can be noted; links and code are left as they are.
    private var mayNote: Bool { note != nil && openLinks.isEmpty && imageDepth == 0 }

    var isRunWaiting: Bool { !run.isEmpty || !runTags.isEmpty }

    /// Takes text to be written. Running text waits for what follows it, for a citation may go on in the next line or
    /// behind emphasis.
    /// - Parameter line: That of the body, from 1, as the parser has it.
    mutating func writeNoted(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
        guard mayNote else {
            html.writeKeepingNumbers(literal)
            return
        }
        if run.isEmpty { runLine = line }
        run.append(contentsOf: literal)
    }

    /// Writes a tag of emphasis, in its place among text that waits.
    mutating func writeTag(_ tag: StaticString, _ kind: RunTag.Kind) {
        if mayNote { tagRun(tag, kind) } else { html.write(tag) }
    }

    mutating func tagRun(_ tag: StaticString, _ kind: RunTag.Kind) {
        runTags.append(RunTag(offset: run.count, html: tag, kind: kind))
    }

    /// Writes the text that waits, noting where the stretches that the caller looks for come to stand.
    mutating func finishRun() {
        guard isRunWaiting, let note else { return }
        let (text, tags) = (run, runTags)
        run.removeAll(keepingCapacity: true)
        runTags.removeAll(keepingCapacity: true)
        text.withUnsafeBufferPointer { text in
            var written = RunPosition()
            var line = runLine
            for found in note(text, quoteDepth > 0 || paths.quotation.wasOpen) {
                // The caller knows stretches by their count: none may be missing, though it were empty.
                let start = min(max(found.lowerBound, written.text), text.count)
                let range = start..<min(max(found.upperBound, start), text.count)
                line += text[written.text..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
                let stretch = RunStretch(range, among: tags)
                write(text, tags, from: &written, to: stretch.start)
                let begin = html.count
                write(text, tags, from: &written, to: stretch.end)
                noted.append(
                    NotedText(
                        html: begin..<html.count, anchor: provisions.last?.anchor ?? outline.last?.anchor ?? "",
                        line: lines.lineOfFile(blockLines.contains(line) ? line : blockLines.lowerBound)))
                line += text[range.lowerBound..<written.text].count { $0 == UInt8(ascii: "\n") }
            }
            write(text, tags, from: &written, to: RunPosition(text: text.count, tag: tags.count))
        }
        run.removeAll(keepingCapacity: true)
    }

    private mutating func write(
        _ text: UnsafeBufferPointer<UInt8>, _ tags: [RunTag], from start: inout RunPosition, to end: RunPosition
    ) {
        while start.tag < end.tag {
            let tag = tags[start.tag]
            html.writeKeepingNumbers(UnsafeBufferPointer(rebasing: text[start.text..<tag.offset]))
            html.write(tag.html)
            start = RunPosition(text: tag.offset, tag: start.tag + 1)
        }
        html.writeKeepingNumbers(UnsafeBufferPointer(rebasing: text[start.text..<end.text]))
        start.text = end.text
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
