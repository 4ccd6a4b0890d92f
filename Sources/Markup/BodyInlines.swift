import Diagnostics

// Text, emphasis, code and what is left out.

extension BodyWriter {
    mutating func writeText(_ node: borrowing MarkdownWalker) {
        let line = node.startLine
        node.withLiteral {
            text.add($0)
            if imageDepth > 0 { alternative.append(contentsOf: $0) } else { writeNoted($0, line: line) }
            if footnotes.mayBeUndefined { reportUndefinedFootnotes($0) }
        }
    }

    mutating func writeLineBreak() {
        text.space()
        if imageDepth > 0 {
            alternative.append(UInt8(ascii: " "))
        } else if isRunWaiting {
            tagRun("<br>", .alone)
            run.append(UInt8(ascii: "\n"))
        } else {
            html.write("<br>\n")
        }
    }

    mutating func writeCode(_ node: borrowing MarkdownWalker) {
        node.withLiteral {
            text.add($0)
            if imageDepth > 0 {
                alternative.append(contentsOf: $0)
            } else {
                html.write("<code>")
                html.writeEscaped($0)
                html.write("</code>")
            }
        }
    }

    mutating func openInline(_ tag: StaticString) {
        inlineDepth += 1
        if imageDepth == 0, inlineDepth <= Self.nestingLimit { writeTag(tag, .opening) }
    }

    mutating func closeInline(_ tag: StaticString) {
        if imageDepth == 0, inlineDepth <= Self.nestingLimit { writeTag(tag, .closing) }
        inlineDepth -= 1
    }

    // MARK: Raw HTML

    /// Tags are left out and what stands between them stays. A line break is the one tag with a meaning that
    /// Markdown cannot say inside a table, so it is written anew.
    mutating func dropInlineHTML(_ node: borrowing MarkdownWalker) {
        let literal = node.withLiteral { String(decoding: $0.prefix(80), as: UTF8.self) }
        if Self.isLineBreak(literal) {
            writeLineBreak()
        } else if !literal.hasPrefix("<!--") {
            let span = place(of: literal, line: node.startLine)
            report(.rawHTMLDropped, span, Self.excerpt(literal))
        }
    }

    mutating func dropHTMLBlock(_ node: borrowing MarkdownWalker) {
        let literal = node.withLiteral { bytes in
            // A comment is meant not to be seen; only one with text after it loses anything.
            Self.isComment(bytes) ? nil : String(decoding: bytes.prefix(80), as: UTF8.self)
        }
        guard let literal else { return }
        let span = lines.span(line: node.startLine, column: node.startColumn)
        report(.rawHTMLDropped, span, Self.excerpt(literal))
    }

    private static func isLineBreak(_ literal: String) -> Bool {
        let letters = literal.lowercased().filter { !$0.isWhitespace }
        return letters == "<br>" || letters == "<br/>"
    }

    private static func isComment(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var first = 0
        var end = bytes.count
        while first < end, bytes[first] <= 0x20 { first += 1 }
        while end > first, bytes[end - 1] <= 0x20 { end -= 1 }
        guard bytes[first..<end].starts(with: "<!--".utf8), bytes[first..<end].suffix(3).elementsEqual("-->".utf8)
        else { return false }
        // Whether it is one comment, not two with text between.
        var index = first + 4
        while index + 2 < end {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return index + 3 == end }
            index += 1
        }
        return false
    }

    /// The first line, at most 40 characters.
    private static func excerpt(_ literal: String) -> String {
        let line = literal.prefix { !$0.isNewline }
        return line.count > 40 ? line.prefix(40) + "…" : String(line)
    }
}
