import Diagnostics

// Footnotes: the library moves the definitions to the end, in the order they are called.

/// What is known of a body's footnotes so far.
struct FootnoteState {
    /// Calls of each, by its number on the page.
    var calls: [String: Int] = [:]
    var count = 0
    var isInside = false
    /// Their ids carry a colon, which no other anchor does.
    var anchors: Set<String> = []
    /// Whether `[^` left in a text is a call without a definition.
    var mayBeUndefined = false
}

extension BodyWriter {
    mutating func writeFootnoteReference(_ node: borrowing MarkdownWalker) {
        guard imageDepth == 0 else { return }
        let number = node.withLiteral { String(decoding: $0, as: UTF8.self) }
        let call = footnotes.calls[number, default: 0] + 1
        footnotes.calls[number] = call
        let id = call == 1 ? "fnref:\(number)" : "fnref:\(number)-\(call)"
        footnotes.anchors.insert(id)
        html.write("<sup class=\"footnote-ref\"><a href=\"#fn:\(number)\" id=\"\(id)\" aria-label=\"")
        html.writeEscaped("\(labels.footnotes) \(number)")
        html.write("\">\(number)</a></sup>")
    }

    mutating func openFootnote() {
        if footnotes.count == 0 {
            let anchor = anchors.claim("chu-thich")
            html.write("<div class=\"footnotes\" id=\"\(anchor)\" role=\"doc-endnotes\" aria-label=\"")
            html.writeEscaped(labels.footnotes)
            html.write("\">\n<ol>\n")
            text.beginHeading()
            text.openSection(anchor: anchor, heading: labels.footnotes)
        }
        footnotes.count += 1
        footnotes.isInside = true
        let id = "fn:\(footnotes.count)"
        footnotes.anchors.insert(id)
        html.write("<li id=\"\(id)\">\n")
    }

    mutating func closeFootnote() {
        footnotes.isInside = false
        let number = String(footnotes.count)
        let end: StaticString = "</p>\n"
        let isParagraph = html.suffix(end.utf8CodeUnitCount).elementsEqual("</p>\n".utf8)
        if isParagraph { html.removeLast(end.utf8CodeUnitCount) }
        for call in 1...max(footnotes.calls[number] ?? 1, 1) {
            let id = call == 1 ? "fnref:\(number)" : "fnref:\(number)-\(call)"
            html.write(" <a href=\"#\(id)\" class=\"footnote-back\" aria-label=\"")
            html.writeEscaped(labels.backToText + (call == 1 ? "" : " (\(call))"))
            html.write("\">↩</a>")
        }
        if isParagraph { html.write(end) }
        html.write("</li>\n")
    }

    mutating func finishFootnotes() {
        if footnotes.count > 0 { html.write("</ol>\n</div>\n") }
    }

    mutating func reportUndefinedFootnotes(_ literal: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index + 2 < literal.count {
            if literal[index] == UInt8(ascii: "["), literal[index + 1] == UInt8(ascii: "^") {
                var end = index + 2
                while end < literal.count, end - index < 100, literal[end] != UInt8(ascii: "]"), literal[end] > 0x20 {
                    end += 1
                }
                if end > index + 2, end < literal.count, literal[end] == UInt8(ascii: "]") {
                    let label = String(decoding: literal[(index + 2)..<end], as: UTF8.self)
                    let span = place(of: "[^\(label)]", line: blockLines.lowerBound)
                    report(.undefinedFootnote, span, label)
                }
                index = end
            }
            index += 1
        }
    }
}
