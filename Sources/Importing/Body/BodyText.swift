import Documents
import OfficialText
import VietnameseText

/// Writes the body of a document as Markdown: units become headings, the rest paragraphs and tables, so that every
/// provision gets the anchor that the same text typed by hand gets.
struct BodyText {
    let maker: LineMaker
    private var blocks: [String] = []
    private var ranks: Set<BodyUnit.Rank> = []
    private var quotation = QuotedText()
    /// Whether an open quotation began in the middle of a paragraph, where the site's reader does not see it.
    private var isQuotedInside = false
    private var isInArticle = false
    private var isInForm = false
    private var lastRoman = 0
    private var lastArticle = 0
    private var hasUnitsInAnnexes = false
    private(set) var articles = 0

    init(maker: LineMaker) { self.maker = maker }

    /// The Markdown of a body and of the annexes that follow the signature.
    mutating func markdown(_ body: [SourceItem], annexes: [SourceItem]) -> String {
        collectRanks(body + annexes)
        hasUnitsInAnnexes = annexes.contains { $0.line?.unit.map { ($0.value ?? 0) >= 0 } ?? false }
        write(body)
        quotation = QuotedText()
        isInArticle = false
        lastRoman = 0
        write(annexes)
        return joinedBlocks()
    }

    private func joinedBlocks() -> String {
        var text = ""
        for (index, block) in blocks.enumerated() {
            if index > 0 {
                // Rows of a table that the source typed as lines belong together.
                let isTable = block.hasPrefix("|") && blocks[index - 1].hasPrefix("|") && !block.contains("\n")
                text += isTable ? "\n" : "\n\n"
            }
            text += block
        }
        return text.isEmpty ? "" : text + "\n"
    }

    private mutating func collectRanks(_ items: [SourceItem]) {
        for item in items {
            guard let line = item.line else { continue }
            if Phrases.isAnnex(line) { ranks.insert(.annex) }
            if let unit = line.unit, (unit.value ?? 0) >= 0 { ranks.insert(unit.rank) }
        }
    }

    private func level(_ rank: BodyUnit.Rank) -> String {
        let outer = ranks.count { $0 < rank && ($0 != .annex || hasUnitsInAnnexes) }
        return String(repeating: "#", count: min(6, 2 + outer))
    }

    // MARK: Items

    private mutating func write(_ items: [SourceItem]) {
        let texts = items.map { $0.line?.text ?? "" }
        var index = 0
        while index < items.count {
            switch items[index] {
            case .table(let table):
                writeTable(table)
                index += 1
            case .line(let line):
                if line.isEmpty, line.markdown.isEmpty || line.isRule {
                    index += 1
                    continue
                }
                if line.isRule {
                    index += 1
                    continue
                }
                if line.text.hasPrefix("|"), line.text.hasSuffix("|") {
                    index = writeTypedTable(items, index)
                    continue
                }
                index = writeLine(line, items, texts, index)
            }
        }
    }

    private mutating func writeTable(_ table: Table) {
        let lines = maker.lines([.table(table)])
        if lines.contains(where: { Phrases.isNationalName($0.slug) }) { isInForm = true }
        // Recipients and boxes are set as tables of a row or two without being tables.
        let isLayout = table.rows.count == 1 || (table.rows.map(\.count).max() ?? 0) == 1
        if isLayout || lines.first?.slug.hasPrefix("kinh-gui") ?? false {
            for line in lines where !line.isEmpty || !line.markdown.isEmpty { append(line.markdown) }
            return
        }
        if let markdown = TableText(maker: maker).markdown(table) { blocks.append(markdown) }
    }

    /// A table that the source types as lines between vertical bars.
    private mutating func writeTypedTable(_ items: [SourceItem], _ start: Int) -> Int {
        var rows: [[String]] = []
        var index = start
        while index < items.count, let line = items[index].line, line.text.hasPrefix("|"), line.text.count > 1 {
            let cells = line.markdown.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingBlanks() }
            let isRule = cells.allSatisfy { $0.allSatisfy { "-: ".contains($0) } }
            if !isRule { rows.append(line.text.hasSuffix("|") ? cells.dropLast() : cells) }
            index += 1
        }
        if let markdown = TableText.markdown(rows) { blocks.append(markdown) }
        return max(index, start + 1)
    }

    private mutating func append(_ markdown: String) {
        guard !markdown.isEmpty else { return }
        blocks.append((isQuotedInside && quotation.isOpen ? "> " : "") + MarkdownText.blockStart(markdown))
    }

    private mutating func writeLine(_ line: SourceLine, _ items: [SourceItem], _ texts: [String], _ index: Int) -> Int {
        let wasQuoted = quotation.isOpen
        if !wasQuoted {
            isQuotedInside = false
            if Phrases.isAnnex(line) { return writeAnnex(line, items, index) }
            if Phrases.isNationalName(line.slug) || line.slug.hasPrefix("mau-so-") && (line.isBold || line.isCentred) {
                isInForm = true
            }
            if isInForm, let unit = line.unit, continuesSequence(unit) { isInForm = false }
            if !isInForm, let unit = unit(line) { return write(unit, line, items, texts, index) }
            // Only a quotation that closes again can hold structure back.
            var probe = QuotedText()
            probe.take(line.text)
            if probe.isOpen, Self.opensQuoted(line.text), !QuotedText.closes(texts, from: index) {
                // A quotation that is never closed would swallow what follows; set apart it holds nothing but itself.
                blocks.append("> " + MarkdownText.blockStart(line.markdown))
                return index + 1
            }
            if probe.isOpen, QuotedText.closes(texts, from: index) {
                writeParagraph(line)
                quotation.take(line.text)
                isQuotedInside = !Self.opensQuoted(line.text)
                return index + 1
            }
            writeParagraph(line)
            return index + 1
        }
        writeParagraph(line)
        quotation.take(line.text)
        return index + 1
    }

    private mutating func unit(_ line: SourceLine) -> BodyUnit? {
        guard var unit = line.unit else { return nil }
        if unit.rank == .roman {
            let value = unit.value ?? 0
            // A Roman number without a display counts only where it is the next one of a text without articles.
            if value < 0 {
                guard !isInArticle, -value == lastRoman + 1, line.text.count < 200, !line.text.hasSuffix(";") else {
                    return nil
                }
                unit.value = -value
            }
            if isInArticle, value > 0, !line.isBold, !line.isCentred { return nil }
        }
        return unit
    }

    private mutating func writeParagraph(_ line: SourceLine) {
        var markdown = line.markdown
        // A broken line goes on in its paragraph unless it begins with a label.
        if line.continuesParagraph, !LabelledLine.begins(line.text), let last = blocks.last, !last.hasPrefix("#"),
            !last.hasPrefix("|"), !isDisplay(line), !Phrases.isBasis(line.slug), !line.text.hasPrefix("|"),
            !(line.text.firstIsCapital && last.last.map { ".;:".contains($0) } ?? false)
        {
            blocks[blocks.count - 1] = last + " " + markdown
            return
        }
        markdown = LabelledLine.normalised(markdown)
        append(markdown)
    }

    private static func opensQuoted(_ text: String) -> Bool { text.hasPrefix("“") || text.hasPrefix("\"") }

    /// Whether a unit takes up the numbers of the text again after a sample form in it.
    private func continuesSequence(_ unit: BodyUnit) -> Bool {
        switch unit.rank {
        case .roman: lastRoman > 0 && unit.value == lastRoman + 1
        case .article: lastArticle > 0 && unit.value == lastArticle + 1
        default: false
        }
    }

    private func isDisplay(_ line: SourceLine) -> Bool { line.isCentred || line.isCapitals }

    // MARK: Headings

    private mutating func writeAnnex(_ line: SourceLine, _ items: [SourceItem], _ index: Int) -> Int {
        isInForm = false
        isInArticle = false
        lastRoman = 0
        var title = line.markdown
        var next = index + 1
        if line.text.count < 40 {
            (title, next) = joinedTitle(title, items, next)
        }
        blocks.append("\(level(.annex)) \(title)")
        return next
    }

    private mutating func write(
        _ unit: BodyUnit, _ line: SourceLine, _ items: [SourceItem], _ texts: [String], _ index: Int
    ) -> Int {
        var next = index + 1
        if unit.rank == .article {
            isInArticle = true
            articles += 1
            lastArticle = unit.value ?? lastArticle
            return writeArticle(unit, line, items, texts, index)
        }
        if unit.rank == .roman { lastRoman = unit.value ?? lastRoman } else { isInArticle = false }
        if unit.rank < .roman { lastRoman = 0 }
        var title = line.markdown
        if unit.rest.isEmpty {
            title = MarkdownText.escaped(unit.label)
            (title, next) = joinedTitle(title, items, next)
        } else if unit.rank != .roman, !line.text.dropFirst(unit.label.count).hasPrefix("."),
            !line.text.dropFirst(unit.label.count).hasPrefix("[")
        {
            title = MarkdownText.escaped(unit.label) + ". " + MarkdownText.escaped(unit.rest) + noteMarks(line.markdown)
        }
        if line.continuesParagraph || (next < items.count && items[next].line?.continuesParagraph ?? false) {
            (title, next) = continuedTitle(title, items, next)
        }
        blocks.append("\(level(unit.rank)) \(title)")
        return next
    }

    private func noteMarks(_ markdown: String) -> String {
        var marks = ""
        for piece in markdown.split(separator: "[^").dropFirst() {
            if let end = piece.firstIndex(of: "]") { marks += "[^\(piece[..<end])]" }
        }
        return marks
    }

    /// The lines that a title goes on in after a line break.
    private func continuedTitle(_ title: String, _ items: [SourceItem], _ index: Int) -> (String, Int) {
        var (title, index) = (title, index)
        while index < items.count, let line = items[index].line, line.continuesParagraph, !line.isRule,
            !LabelledLine.begins(line.text), line.isBold || line.isCapitals
        {
            title += " " + line.markdown
            index += 1
        }
        return (title, index)
    }

    /// “Chương I” and “QUY ĐỊNH CHUNG” are one heading.
    private func joinedTitle(_ label: String, _ items: [SourceItem], _ start: Int) -> (String, Int) {
        var parts: [String] = []
        var index = start
        while index < items.count, let line = items[index].line, parts.count < 5 {
            if line.isEmpty || line.isRule {
                guard parts.isEmpty else { break }
                index += 1
                continue
            }
            let isDisplayed = line.isCapitals || line.isCentred || (line.isBold && !LabelledLine.begins(line.text))
            guard isDisplayed, line.unit == nil, !Phrases.isAnnex(line), line.text.count < 400,
                !Phrases.isNationalName(line.slug), !Phrases.isCarriedBy(line.slug), !line.text.hasPrefix("("),
                line.columns.count == 1, !LabelledLine.begins(line.text)
            else { break }
            parts.append(line.markdown)
            index += 1
        }
        guard !parts.isEmpty else { return (label, start) }
        return (label + ". " + parts.joined(separator: " "), index)
    }

    private mutating func writeArticle(
        _ unit: BodyUnit, _ line: SourceLine, _ items: [SourceItem], _ texts: [String], _ index: Int
    ) -> Int {
        let mark = level(.article)
        var next = index + 1
        if unit.rest.isEmpty {
            // “Điều 5” alone, its title in the next paragraph.
            var title = ""
            if next < items.count, let following = items[next].line, following.isBold, !following.isEmpty,
                following.text.count < 250,
                !LabelledLine.begins(following.text), following.unit == nil, !following.text.hasSuffix(";"),
                !following.text.hasSuffix(":"), line.isBold
            {
                title = following.markdown
                next += 1
            }
            blocks.append("\(mark) \(unit.label)." + (title.isEmpty ? "" : " " + title))
            return next
        }
        if isTitle(unit, line) {
            var title = "\(unit.label). " + MarkdownText.escaped(unit.rest) + noteMarks(line.markdown)
            (title, next) = continuedTitle(title, items, next)
            blocks.append("\(mark) \(title)")
            return next
        }
        blocks.append("\(mark) \(unit.label).")
        var content = line
        content.text = unit.rest
        content.markdown = MarkdownText.escaped(unit.rest) + noteMarks(line.markdown)
        content.continuesParagraph = false
        var probe = QuotedText()
        probe.take(content.text)
        writeParagraph(content)
        if probe.isOpen, QuotedText.closes(texts, from: index) {
            quotation.take(content.text)
            isQuotedInside = !Self.opensQuoted(content.text)
        }
        return next
    }

    /// Whether what follows “Điều 5.” is its title, or already its text.
    private func isTitle(_ unit: BodyUnit, _ line: SourceLine) -> Bool {
        if LabelledLine.begins(unit.rest) { return false }
        guard let last = unit.rest.last, unit.rest.count <= 300 else { return false }
        if line.boldPrefix > 0, !line.isBold, line.boldPrefix <= unit.length + 1 { return false }
        if ";,".contains(last) { return false }
        if ":.".contains(last) { return line.isBold && unit.rest.count <= 200 }
        var probe = QuotedText()
        probe.take(unit.rest)
        return !probe.isOpen
    }
}
