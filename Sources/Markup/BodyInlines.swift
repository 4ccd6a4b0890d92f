import Diagnostics

// Text, emphasis, code and what is left out.

extension BodyWriter {
    mutating func writeText(_ node: borrowing MarkdownWalker) {
        let line = node.startLine
        node.withLiteral {
            text.add($0)
            if imageDepth > 0 { alternative.append(contentsOf: $0) } else { writeNoted($0, line: line) }
            if footnotes.mayBeUndefined { reportUndefinedFootnotes($0) }
            checkLiteral($0, line: line)
        }
    }

    /// - Parameter isLineEnd: Whether the line of the source ends here, too.
    mutating func writeLineBreak(isLineEnd: Bool = true) {
        text.space()
        if imageDepth > 0 {
            alternative.append(UInt8(ascii: " "))
        } else if isRunWaiting {
            tagRun("<br>", .alone)
            run.append(isLineEnd ? UInt8(ascii: "\n") : UInt8(ascii: " "))
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
        if Self.isWrittenLineBreak(node) {
            writeLineBreak(isLineEnd: false)
            return
        }
        let literal = node.withLiteral { String(decoding: $0.prefix(80), as: UTF8.self) }
        let span = place(of: literal, line: node.startLine)
        report(literal.hasPrefix("<!--") ? .hiddenComment : .rawHTMLDropped, span, Self.excerpt(literal))
    }

    mutating func dropHTMLBlock(_ node: borrowing MarkdownWalker) {
        let (kind, literal) = node.withLiteral { bytes in
            (Self.droppedKind(bytes), String(decoding: bytes.prefix(80), as: UTF8.self))
        }
        report(kind, lines.span(line: node.startLine, column: node.startColumn), Self.excerpt(literal))
    }

    private static func droppedKind(_ bytes: UnsafeBufferPointer<UInt8>) -> DiagnosticKind {
        // A comment is meant not to be seen; only one with text after it loses anything.
        if isComment(bytes) { return .hiddenComment }
        let text = bytes.drop { $0 <= 0x20 }
        if text.starts(with: "<!--".utf8), !holdsEndOfComment(bytes) { return .unclosedComment }
        return hasTextOutsideTags(bytes) ? .htmlBlockDropped : .rawHTMLDropped
    }

    private static func holdsEndOfComment(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.indices.dropLast(2).contains { bytes[$0...].starts(with: "-->".utf8) }
    }

    private static func hasTextOutsideTags(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isInTag = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">"): isInTag = false
            case 0...0x20: continue
            default: if !isInTag { return true }
            }
        }
        return false
    }

    /// `<br>`, in any of its spellings.
    static func isWrittenLineBreak(_ node: borrowing MarkdownWalker) -> Bool {
        guard node.kind == .htmlInline else { return false }
        let letters = node.withLiteral { $0.prefix(80).filter { $0 > 0x20 }.map { $0 | 0x20 } }
        return letters.elementsEqual("<br>".utf8.map { $0 | 0x20 })
            || letters.elementsEqual("<br/>".utf8.map { $0 | 0x20 })
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
