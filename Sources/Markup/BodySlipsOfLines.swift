import Diagnostics

// Lines that were typed as a heading, a table or a link, and stayed text for a blank, a row or a line end.

extension BodyWriter {
    /// Looks at how a text begins; almost every one begins with a letter.
    mutating func checkBeginning(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
        switch literal.first {
        case UInt8(ascii: "#"): checkHeading(literal)
        case UInt8(ascii: "|"): checkTableWithoutDelimiter(literal)
        case UInt8(ascii: "("): checkLinkOverLines(literal)
        default: break
        }
    }

    /// `##Điều 5.`: without a blank after its signs a heading is text. One sign alone may be a hashtag, and figures after it
    /// a number.
    private mutating func checkHeading(_ literal: UnsafeBufferPointer<UInt8>) {
        let signs = literal.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(signs), signs < literal.count, Self.isLetterByte(literal[signs]) else { return }
        let words = literal[signs...]
        guard
            signs > 1
                || ["Điều ", "Chương ", "Phần ", "Mục ", "Phụ lục"].contains(where: { words.starts(with: $0.utf8) })
        else { return }
        let start = String(decoding: literal[..<(Self.endOfLetter(literal, near: 40))], as: UTF8.self)
        guard var span = exactPlace(of: start), beginsLine(span) else { return }
        span.length = signs
        report(
            .headingWithoutBlank, span, Self.shortened(start), suggestion: String(repeating: "#", count: signs) + " ")
    }

    /// `| A | B |` and `| 1 | 2 |` below it: without a row `|---|---|` between them rows are text.
    private mutating func checkTableWithoutDelimiter(_ literal: UnsafeBufferPointer<UInt8>) {
        let first = sourceLine(blockLines.lowerBound)
        let rows = blockLines.prefix(3).map { sourceLine($0) }
        guard rows.count > 1, rows.prefix(2).allSatisfy(isRow), !rows.contains(where: isDelimiterRow),
            let start = source[first].firstIndex(of: UInt8(ascii: "|")),
            source[start..<first.upperBound].starts(with: literal.prefix(8))
        else { return }
        let cells = rows.prefix(2).map { TableCells.ranges(in: $0, of: source).count }
        guard cells[0] > 1, cells[0] == cells[1] else { return }
        report(
            .tableWithoutDelimiter, lines.span(start..<first.upperBound),
            "|" + String(repeating: "---|", count: cells[0]))
    }

    /// `[text]` at the end of a line and `(https://…)` at the beginning of the next.
    private mutating func checkLinkOverLines(_ literal: UnsafeBufferPointer<UInt8>) {
        guard let close = literal.next(UInt8(ascii: ")"), from: 0), close > 1 else { return }
        let destination = String(decoding: literal[1..<close], as: UTF8.self)
        guard !destination.utf8.contains(0x20), Self.looksLikeAddress(destination) else { return }
        let written = String(decoding: literal[...close], as: UTF8.self)
        guard let span = exactPlace(of: written), span.line > lines.lineOfFile(1) else { return }
        let before = sourceLine(span.line - lines.lineOfFile(1))
        let text = source[before]
        guard text.last == UInt8(ascii: "]"), let open = text.lastIndex(of: UInt8(ascii: "[")), beginsLine(span) else {
            return
        }
        let link = String(decoding: text[open...], as: UTF8.self)
        report(.literalLink, span, "\(link) \(written)")
    }

    // MARK: Lines

    /// Whether only blanks and signs of quotations stand before a place on its line.
    private func beginsLine(_ span: SourceSpan) -> Bool {
        let line = sourceLine(span.line - lines.lineOfFile(1) + 1)
        return source[line].prefix(max(span.column - 1, 0)).allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    }

    /// Whether a line begins and ends with a bar.
    private func isRow(_ line: Range<Int>) -> Bool {
        let text = source[line].drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
        return text.count > 2 && text.first == UInt8(ascii: "|") && text.last { $0 > 0x20 } == UInt8(ascii: "|")
    }

    private static func isLetterByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }

    /// The offset of a whole character near a count of bytes.
    private static func endOfLetter(_ literal: UnsafeBufferPointer<UInt8>, near count: Int) -> Int {
        guard literal.count > count else { return literal.count }
        var end = count
        while end > 0, literal[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
