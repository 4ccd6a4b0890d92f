import Documents
import Markup

/// A body's text as the paragraphs and tables of a Word file. Labels of provisions are typed text, as in official documents,
/// so that no program numbers them anew.
struct WordText {
    private(set) var blocks: [WordDocument.Block] = []
    private let provisions: [String: Provision]
    /// The site's address, for links to its pages; links that lead nowhere from a file are plain words.
    private let page: String?
    private var isBeforeUnits = true

    init(_ body: RenderedBody, page: String?) {
        provisions = Dictionary(body.provisions.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
        self.page = page
    }

    mutating func add(_ blocks: ArraySlice<TextBlock>) {
        for block in blocks { add(block, indent: 0) }
    }

    /// What stands between blocks of the text, as the signature does.
    mutating func add(_ blocks: [WordDocument.Block]) { self.blocks += blocks }

    /// Footnotes, each as its paragraphs.
    func notes(_ notes: [[TextBlock]]) -> [[WordParagraph]] {
        notes.map { note in
            note.map { block in
                guard case .paragraph(let paragraph) = block else {
                    return WordParagraph(.note, runs: [WordRun(Self.plain(block))])
                }
                return WordParagraph(.note, runs: [WordRun(" ")] + runs(paragraph.inlines))
            }
        }
    }

    private static func plain(_ block: TextBlock) -> String {
        switch block {
        case .heading(let heading): heading.inlines.plain
        case .paragraph(let paragraph): paragraph.inlines.plain
        case .list(let list):
            list.items.map { item in
                (item.number.map { "\($0)\(list.delimiter) " } ?? "- ") + item.blocks.map(plain).joined(separator: " ")
            }.joined(separator: " ")
        case .quotation(let blocks): blocks.map(plain).joined(separator: " ")
        case .code(let code, _): code
        case .table(let table): table.rows.map { $0.map(\.plain).joined(separator: "; ") }.joined(separator: " ")
        case .rule: ""
        }
    }

    // MARK: Blocks

    private mutating func add(_ block: TextBlock, indent: Int) {
        switch block {
        case .heading(let heading): add(heading)
        case .paragraph(let paragraph): add(paragraph, indent: indent)
        case .list(let list): add(list, indent: indent)
        case .quotation(let inner): for block in inner { add(block, indent: indent + 720) }
        case .code(let code, _):
            for line in code.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                append(WordParagraph(.code, indent: indent, runs: [WordRun(String(line))]))
            }
        case .table(let table): add(table)
        case .rule: append(WordParagraph(.head, runs: [WordRun("_____________")]))
        }
    }

    private mutating func append(_ paragraph: WordParagraph) { blocks.append(.paragraph(paragraph)) }

    private static let centered: Set<String> = ["phan", "chuong", "muc", "tieu-muc", "phu-luc", "kem-theo"]

    /// Parts, chapters and sections stand in the middle, their titles on a line of their own; articles at the text's edge.
    private mutating func add(_ heading: TextHeading) {
        isBeforeUnits = false
        let provision = provisions[heading.anchor]
        let style: WordParagraph.Style =
            switch heading.level {
            case 1: .heading1
            case 2: .heading2
            case 3: .heading3
            default: .heading4
            }
        let isCentered =
            provision.map { Self.centered.contains($0.unit) && !Self.isNumbered(heading.inlines.plain) } ?? false
        guard let provision, isCentered else {
            append(WordParagraph(style, bookmark: heading.anchor, runs: runs(heading.inlines)))
            return
        }
        let cut =
            provision.unit == "kem-theo"
            ? Self.named(heading.inlines, provision.label)
            : ProvisionLabels.cut(heading.inlines, after: provision.label)
        var lines = [cut.0, cut.1].filter { !$0.isEmpty }
        if lines.count == 2, case .text(let label) = lines[0].first, label.hasSuffix(".") {
            lines[0] = [.text(String(label.dropLast()))]
        }
        for (index, line) in lines.enumerated() {
            append(
                WordParagraph(
                    .centered, bookmark: index == 0 ? heading.anchor : nil,
                    outlineLevel: index == 0 ? min(heading.level, 4) - 1 : nil, runs: runs(line)))
        }
    }

    /// “QUY CHẾ” and what it is about, each on a line of its own.
    private static func named(_ inlines: [TextInline], _ name: String) -> (label: [TextInline], rest: [TextInline]) {
        guard case .text(let text) = inlines.first, text.count > name.count,
            text.prefix(name.count).lowercased() == name.lowercased()
        else { return ([], inlines) }
        let rest = text.dropFirst(name.count).drop { $0 == " " || $0 == ":" }
        return ([.text(String(text.prefix(name.count)))], [.text(String(rest))] + inlines.dropFirst())
    }

    /// “I- …”, “A. …”, “1. …”: the headings of Party texts, which stand at the text's edge.
    private static func isNumbered(_ title: String) -> Bool {
        let word = title.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return word.count <= 5 && word == word.uppercased()[...]
            && title.dropFirst(word.count).first.map { ".-–)".contains($0) } == true
    }

    private mutating func add(_ paragraph: TextParagraph, indent: Int) {
        if paragraph.anchor != nil { isBeforeUnits = false }
        // What a document rests on is set in italics (NĐ 30/2020/NĐ-CP, Phụ lục I).
        let isGround = isBeforeUnits && paragraph.inlines.plain.hasPrefix("Căn cứ ")
        append(
            WordParagraph(
                indent > 0 ? .quotation : .normal, indent: indent, bookmark: paragraph.anchor,
                runs: runs(paragraph.inlines, italic: isGround)))
    }

    /// Items begin with their number or a dash; what follows the first paragraph of one stands below it.
    private mutating func add(_ list: TextList, indent: Int) {
        for item in list.items {
            let label =
                item.number.map { (list.hasLeadingZero && $0 < 10 ? "0\($0)" : "\($0)") + list.delimiter } ?? "-"
            var rest = item.blocks[...]
            var runs = [WordRun(label + " ")]
            if let isDone = item.isDone { runs.append(WordRun(isDone ? "☑ " : "☐ ")) }
            var anchor = item.anchor
            if case .paragraph(let first) = rest.first {
                rest = rest.dropFirst()
                // “- a) …”: the dash is the source's, not the document's.
                if item.number == nil, let point = first.anchor {
                    anchor = point
                    runs = []
                }
                runs += self.runs(first.inlines)
            }
            if anchor != nil { isBeforeUnits = false }
            append(WordParagraph(indent > 0 ? .quotation : .normal, indent: indent, bookmark: anchor, runs: runs))
            for block in rest { add(block, indent: indent) }
        }
    }

    private mutating func add(_ table: TextTable) {
        let count = max(table.alignments.count, table.rows.map(\.count).max() ?? 0)
        guard count > 0 else { return }
        let rows = table.rows.enumerated().map { index, row in
            (0..<count).map { column -> [WordParagraph] in
                let inlines = column < row.count ? row[column] : []
                let alignment: WordParagraph.Alignment? =
                    switch column < table.alignments.count ? table.alignments[column] : .unsaid {
                    case .center: .center
                    case .right: .right
                    case .left, .unsaid: index == 0 ? .center : nil
                    }
                return [WordParagraph(.cell, alignment: alignment, runs: runs(inlines, bold: index == 0))]
            }
        }
        blocks.append(
            .table(
                WordTable(
                    columns: Array(repeating: WordTable.textWidth / count, count: count), hasBorders: true,
                    hasHeader: true, rows: rows)))
        // Word joins tables that follow each other.
        append(WordParagraph(.head, runs: []))
    }

    // MARK: Running text

    private func runs(_ inlines: [TextInline], bold: Bool = false, italic: Bool = false, link: String? = nil)
        -> [WordRun]
    {
        inlines.flatMap { inline -> [WordRun] in
            func run(_ content: WordRun.Content, isCode: Bool = false) -> WordRun {
                var run = WordRun(content)
                (run.isBold, run.isItalic, run.isCode, run.link) = (bold, italic, isCode, link)
                run.isUnderlined = link != nil
                return run
            }
            switch inline {
            case .text(let text): return [run(.text(text))]
            case .code(let code): return [run(.text(code), isCode: true)]
            case .image(_, let alternative): return alternative.isEmpty ? [] : [run(.text("[\(alternative)]"))]
            case .lineBreak: return [run(.lineBreak)]
            case .noteCall(let number): return [run(.noteCall(number))]
            case .emphasis(let inner): return runs(inner, bold: bold, italic: true, link: link)
            case .strong(let inner): return runs(inner, bold: true, italic: italic, link: link)
            case .link(let address, let inner):
                return runs(inner, bold: bold, italic: italic, link: DownloadLinks.absolute(address, from: page))
            }
        }
    }
}

/// Where links of a page lead from a file that is no longer beside it.
enum DownloadLinks {
    /// An address outside stays; one of the site's needs the page's own; without it there is none.
    static func absolute(_ address: String, from page: String?) -> String? {
        if ["http://", "https://", "mailto:"].contains(where: address.hasPrefix) { return address }
        guard let page, !address.hasPrefix("/") else { return nil }
        if address.hasPrefix("#") { return page + address }
        var folders = page.dropLast().split(separator: "/", omittingEmptySubsequences: false)
        var rest = address[...]
        while rest.hasPrefix("../"), folders.count > 3 {
            rest = rest.dropFirst(3)
            folders.removeLast()
        }
        return rest.hasPrefix("../") ? nil : folders.joined(separator: "/") + "/" + rest
    }
}
