import Diagnostics

// What was typed as markup and stayed text: links with blanks, asterisks beside punctuation, tables that are none.

extension BodyWriter {
    /// Looks at a text as it is shown. Signs that were escaped in the source are meant to be seen.
    mutating func checkLiteral(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
        if literal.first == UInt8(ascii: "|") { checkDelimiterRow(literal, line: line) }
        checkBeginning(literal, line: line)
        var from = 0
        while let bracket = literal.next(UInt8(ascii: "]"), from: from), bracket + 1 < literal.count {
            from = bracket + 1
            if literal[from] == UInt8(ascii: "(") {
                from = checkLink(literal, bracket: bracket, parenthesis: from, line: line)
            } else if literal[from] == 0x20, from + 1 < literal.count, literal[from + 1] == UInt8(ascii: "(") {
                from = checkLink(literal, bracket: bracket, parenthesis: from + 1, line: line)
            }
        }
        checkAsterisks(literal, line: line)
    }

    // MARK: Links

    /// `[text](a b.pdf)` and `[text] (a.pdf)`; gives where to look on.
    private mutating func checkLink(
        _ literal: UnsafeBufferPointer<UInt8>, bracket: Int, parenthesis: Int, line: Int
    ) -> Int {
        guard let close = literal.next(UInt8(ascii: ")"), from: parenthesis) else { return parenthesis + 1 }
        let destination = String(decoding: literal[(parenthesis + 1)..<close], as: UTF8.self)
        let isParted = parenthesis > bracket + 1
        let hasBlank = destination.utf8.contains(0x20)
        let isLink = isParted ? !hasBlank && Self.looksLikeAddress(destination) : hasBlank && !destination.isEmpty
        guard isLink || !isParted && Self.looksLikeAddress(destination) else { return parenthesis + 1 }
        let start = literal[..<bracket].lastIndex(of: UInt8(ascii: "[")) ?? bracket
        let written = String(decoding: literal[start...close], as: UTF8.self)
        guard let span = exactPlace(of: written) else { return close + 1 }
        let canBeMended = !destination.contains("\"") && !destination.contains("<") && !destination.hasPrefix(" ")
        let text = String(decoding: literal[start..<bracket], as: UTF8.self)
        let mended = hasBlank ? "\(text)](<\(destination)>)" : "\(text)](\(destination))"
        report(.literalLink, span, written, suggestion: canBeMended && mended != written ? mended : nil)
        return close + 1
    }

    /// Whether a text is a path or an address rather than words in brackets.
    static func looksLikeAddress(_ text: String) -> Bool {
        let openings = ["http://", "https://", "../", "./", "id:", "www.", "attachments/"]
        let isPath = [".md", ".pdf", ".docx", ".xlsx", ".png", ".jpg"].contains { text.contains($0) }
        return openings.contains { text.hasPrefix($0) } || isPath
    }

    // MARK: Asterisks

    /// `gọi là**“cơ sở”**sau đây`: between a letter and a punctuation mark asterisks neither open nor close.
    private mutating func checkAsterisks(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
        guard imageDepth == 0 else { return }
        guard var open = Self.asterisks(literal, from: 0) else { return checkSingleAsterisks(literal) }
        if Self.asterisks(literal, from: open + 2) == nil {
            checkLoneAsterisks(literal, at: open)
            return
        }
        while let close = Self.asterisks(literal, from: open + 2) {
            let inner = literal[(open + 2)..<close]
            // Footnote marks such as (**) stand in brackets, and rows of stars hold nothing.
            guard let first = inner.first, let last = inner.last, inner.contains(where: { $0 > 0x20 }),
                first != UInt8(ascii: ")"), last != UInt8(ascii: "("),
                first != 0x20 || last == 0x20 && Self.standsAlone(literal, open..<(close + 2)), inner.count < 400,
                !Self.beginsWithClosingQuotationMark(inner)
            else {
                open = close
                continue
            }
            let written = String(decoding: literal[open..<(close + 2)], as: UTF8.self)
            if let span = exactPlace(of: written) {
                report(.literalEmphasis, span, Self.shortened(written), suggestion: Self.mended(inner))
            }
            guard let next = Self.asterisks(literal, from: close + 2) else { return }
            open = next
        }
    }

    /// Asterisks that are quoted, as in `“ ** ”`, are a sign that the text speaks of.
    private static func beginsWithClosingQuotationMark(_ inner: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let text = inner.drop { $0 == 0x20 }
        return ["”", "’", "»"].contains { text.starts(with: $0.utf8) }
    }

    /// Whether blanks or the ends of the text are about it.
    private static func standsAlone(_ literal: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let before = range.lowerBound == 0 ? 0x20 : literal[range.lowerBound - 1]
        let after = range.upperBound == literal.count ? 0x20 : literal[range.upperBound]
        return before == 0x20 && " .,;:".utf8.contains(after) && range.count < 120
    }

    /// `*“cơ sở”*sau`, the same with one asterisk: quotation marks within, and a letter right outside.
    private mutating func checkSingleAsterisks(_ literal: UnsafeBufferPointer<UInt8>) {
        let star = UInt8(ascii: "*")
        guard let open = literal.next(star, from: 0), let close = literal.next(star, from: open + 1),
            literal.next(star, from: close + 1) == nil, close - open < 400
        else { return }
        let inner = String(decoding: literal[(open + 1)..<close], as: UTF8.self)
        let isBeside =
            open > 0 && Self.isWordByte(literal[open - 1])
            || close + 1 < literal.count && Self.isWordByte(literal[close + 1])
        for (first, last) in [("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»")]
        where isBeside && inner.hasPrefix(first) && inner.hasSuffix(last) && inner.count > 2 {
            let words = inner.dropFirst().dropLast()
            guard !words.contains(first), !words.contains(last) else { return }
            let written = "*\(inner)*"
            if let span = exactPlace(of: written) {
                report(.literalEmphasis, span, Self.shortened(written), suggestion: "\(first)*\(words)*\(last)")
            }
        }
    }

    /// Asterisks whose partner paired with others: they stand between a letter and a quotation mark.
    private mutating func checkLoneAsterisks(_ literal: UnsafeBufferPointer<UInt8>, at open: Int) {
        let before = literal[..<open]
        let after = literal[(open + 2)...]
        let marks = ["“", "”", "‘", "’", "\"", "«", "»"]
        let opens = marks.contains { after.starts(with: $0.utf8) } && before.last.map(Self.isWordByte) == true
        let closes =
            marks.contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
            && after.first.map(Self.isWordByte) == true
        guard opens || closes else { return }
        let start = before.suffix(24).firstIndex { $0 & 0xC0 != 0x80 } ?? open
        let end = after.prefix(24).lastIndex { $0 & 0xC0 != 0x80 } ?? open + 2
        let written = String(decoding: literal[start..<max(end, open + 2)], as: UTF8.self)
        if let span = exactPlace(of: written) { report(.literalEmphasis, span, written) }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }

    /// Two asterisks and no third.
    private static func asterisks(_ literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var from = start
        let star = UInt8(ascii: "*")
        while let found = literal.next(star, from: from), found + 1 < literal.count {
            guard literal[found + 1] == star else {
                from = found + 1
                continue
            }
            var end = found + 2
            while end < literal.count, literal[end] == star { end += 1 }
            if end == found + 2 { return found }
            from = end
        }
        return nil
    }

    /// `**“x”**` as `“**x**”`, `** x **` as `**x**`; nil where no quotation marks stand within.
    private static func mended(_ inner: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        let text = String(decoding: inner, as: UTF8.self)
        let trimmed = text.drop { $0 == " " }
        guard !text.hasPrefix(" ") else {
            var words = trimmed
            while words.last == " " { words = words.dropLast() }
            return "**\(words)**"
        }
        for (open, close) in [("“", "”"), ("\"", "\""), ("(", ")"), ("‘", "’")]
        where text.hasPrefix(open) && text.hasSuffix(close) && text.count > 2 {
            let words = text.dropFirst().dropLast()
            guard !words.contains(open), !words.contains(close) else { return nil }
            return "\(open)**\(words)**\(close)"
        }
        return nil
    }

    // MARK: Tables

    /// A row `|---|---|` that is shown as text: the row above has another number of cells.
    private mutating func checkDelimiterRow(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
        guard literal.count >= 3, literal.allSatisfy({ "|-: \t".utf8.contains($0) }),
            literal.contains(UInt8(ascii: "-"))
        else { return }
        var number = max(line, blockLines.lowerBound)
        while number < blockLines.upperBound, !isDelimiterRow(sourceLine(number)) { number += 1 }
        guard number > blockLines.lowerBound, number < blockLines.upperBound else { return }
        let head = TableCells.ranges(in: sourceLine(number - 1), of: source).count
        let cells = TableCells.ranges(in: sourceLine(number), of: source).count
        guard head != cells, head > 1 || cells > 1 else { return }
        report(.noTable, lines.span(line: number, column: 1), String(head), String(cells))
    }

    func isDelimiterRow(_ line: Range<Int>) -> Bool {
        line.count >= 3 && source[line].allSatisfy { "|-: \t>".utf8.contains($0) }
            && source[line].contains(UInt8(ascii: "-")) && source[line].contains(UInt8(ascii: "|"))
    }

    /// Cells beyond the table's columns are dropped by the parser; a line without any bar was not meant as a row.
    mutating func checkRow(_ node: borrowing MarkdownWalker) {
        guard !isHeaderRow, node.startLine > 0 else { return }
        let line = sourceLine(node.startLine)
        let start = min(line.lowerBound + max(node.startColumn - 1, 0), line.upperBound)
        let row = start..<line.upperBound
        let cells = TableCells.ranges(in: row, of: source)
        let columns = alignments.count
        if cells.count == 1, columns > 1, !source[row].contains(UInt8(ascii: "|")) {
            let text = String(decoding: source[row], as: UTF8.self)
            report(.textJoinsTable, lines.span(row.lowerBound..<row.upperBound), Self.shortened(text))
        }
        guard cells.count > columns, let first = cells[columns...].first(where: { !$0.isEmpty }) else { return }
        let last = cells[columns...].last { !$0.isEmpty } ?? first
        let lost = first.lowerBound..<last.upperBound
        let text = String(decoding: source[lost], as: UTF8.self)
        report(.extraTableCells, lines.span(lost), Self.shortened(text), String(columns))
    }

    // MARK: Code

    /// A fence that nothing closes takes all that follows for code.
    mutating func checkFence(_ node: borrowing MarkdownWalker) {
        guard node.startLine > 0, node.endLine >= node.startLine else { return }
        let line = sourceLine(node.startLine)
        let opening = source[line].drop { !"`~".utf8.contains($0) }.prefix { "`~".utf8.contains($0) }
        guard opening.count >= 3, let sign = opening.first else { return }
        // Only up to the end of the body: in a quotation or a list the container closes the fence.
        var number = lines.starts.count
        while number > node.startLine, sourceLine(number).isEmpty { number -= 1 }
        guard number <= node.endLine else { return }
        let end = source[sourceLine(number)].filter { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        let isClosed = number > node.startLine && end.count >= opening.count && end.allSatisfy { $0 == sign }
        if !isClosed { report(.unclosedFence, lines.span(line: node.startLine, column: node.startColumn)) }
    }

    // MARK: Places

    func sourceLine(_ number: Int) -> Range<Int> {
        let start = lines.offset(ofLine: number)
        var end = lines.offset(ofLine: number + 1)
        while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// Where a text of the block stands as it is; nil when it is written otherwise there, with escapes for one.
    mutating func exactPlace(of written: String) -> SourceSpan? {
        let start = lines.offset(ofLine: blockLines.lowerBound)
        let end = lines.offset(ofLine: max(blockLines.upperBound, blockLines.lowerBound + 1))
        guard start < end,
            let range = linkSearch.find(written, in: start..<end, of: source, afterBracket: false),
            range.lowerBound == 0 || source[range.lowerBound - 1] != UInt8(ascii: "\\")
        else { return nil }
        return lines.span(range)
    }

    static func shortened(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
}

/// The cells of a row of a table, as the parser cuts them.
enum TableCells {
    /// The ranges of the cells' texts without the blanks about them; those of empty cells are empty.
    static func ranges(in line: Range<Int>, of source: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var bounds: [Int] = []
        var index = line.lowerBound
        while index < line.upperBound {
            if source[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if source[index] == UInt8(ascii: "|") { bounds.append(index) }
            index += 1
        }
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for bound in bounds + [line.upperBound] {
            cells.append(trimmed(start..<max(start, bound), of: source))
            start = bound + 1
        }
        // The bars at both ends part nothing.
        if cells.count > 1, cells[0].isEmpty { cells.removeFirst() }
        if cells.count > 1, cells[cells.count - 1].isEmpty { cells.removeLast() }
        return cells
    }

    private static func trimmed(_ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, source[start] <= 0x20 { start += 1 }
        while end > start, source[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
