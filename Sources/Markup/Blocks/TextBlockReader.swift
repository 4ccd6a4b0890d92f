extension BlockText {
    /// Reads a body's HTML back into blocks. It reads what `MarkdownRenderer` writes, and no other HTML.
    ///
    /// The HTML is read rather than the Markdown, so that other formats hold the words that the page shows and no others:
    /// an editor's hidden comments stay hidden.
    public init(_ html: [UInt8]) {
        self.init()
        html.withUnsafeBufferPointer { bytes in
            var reader = TextBlockReader(HTMLTokens(bytes))
            blocks = reader.blocks(until: nil)
            notes = reader.notes
        }
    }
}

/// Turns the tags of a body into blocks, each by a function that reads up to the tag's end.
struct TextBlockReader {
    private var tokens: HTMLTokens
    private(set) var notes: [[TextBlock]] = []

    init(_ tokens: HTMLTokens) { self.tokens = tokens }

    private static let blockTags: Set<String> = [
        "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "blockquote", "pre", "div", "hr", "table", "tr", "td",
        "th",
        "thead", "tbody",
    ]

    /// The blocks up to an element's end, which is read as well; up to the end of the text without an element.
    mutating func blocks(until end: String?) -> [TextBlock] {
        var blocks: [TextBlock] = []
        while let token = tokens.current {
            switch token {
            case .closing(let name):
                tokens.advance()
                if name == end { return blocks }
            case .text(let range) where tokens.isBlank(range): tokens.advance()
            case .opening(let tag) where Self.blockTags.contains(tag.name):
                tokens.advance()
                add(tag, to: &blocks)
            case .opening(let tag) where tokens.has("class", "permalink", in: tag):
                tokens.skip(past: "a")
            case .text, .opening:
                // What stands in an item of a list without an element of its own.
                blocks += lines { token in
                    switch token {
                    case .closing: true
                    case .opening(let tag): Self.blockTags.contains(tag.name)
                    case .text: false
                    }
                }.map(TextBlock.paragraph)
            }
        }
        return blocks
    }

    private mutating func add(_ tag: HTMLTag, to blocks: inout [TextBlock]) {
        switch tag.name {
        case "h2", "h3", "h4", "h5", "h6":
            let level = Int(tag.name.utf8.last ?? 0) - 49
            let anchor = tokens.attribute("id", of: tag) ?? ""
            blocks.append(.heading(TextHeading(level: level, anchor: anchor, inlines: inlines(until: tag.name))))
        case "p":
            var found = lines { if case .closing("p") = $0 { true } else { false } }
            tokens.advance()
            if !found.isEmpty { found[0].anchor = tokens.attribute("id", of: tag) ?? found[0].anchor }
            blocks += found.map(TextBlock.paragraph)
        case "ul", "ol": blocks.append(.list(list(tag)))
        case "blockquote": blocks.append(.quotation(self.blocks(until: "blockquote")))
        case "pre": blocks.append(code())
        case "hr": blocks.append(.rule)
        case "table": blocks.append(.table(table()))
        case "div" where tokens.has("class", "footnotes", in: tag): readNotes()
        case "div": blocks += self.blocks(until: "div")
        default: break
        }
    }

    // MARK: Blocks

    private mutating func list(_ tag: HTMLTag) -> TextList {
        var list = TextList(isNumbered: tag.name == "ol")
        if tokens.has("class", "parenthesis", in: tag) { list.delimiter = ")" }
        list.hasLeadingZero = tokens.has("class", "leading-zero", in: tag)
        var next = tokens.attribute("start", of: tag).flatMap { Int($0) } ?? 1
        while let token = tokens.current {
            tokens.advance()
            if case .closing(let name) = token, name == tag.name { break }
            guard case .opening(let element) = token, element.name == "li" else { continue }
            var item = TextListItem(anchor: tokens.attribute("id", of: element))
            if list.isNumbered {
                let number = tokens.attribute("value", of: element).flatMap { Int($0) } ?? next
                item.number = number
                next = number == Int.max ? number : number + 1
            }
            if case .opening(let box) = tokens.current, box.name == "input" {
                item.isDone = tokens.hasFlag("checked", of: box)
                tokens.advance()
            }
            if let token = tokens.current, case .text(let range) = token, tokens.isBlank(range) { tokens.advance() }
            if case .opening(let first) = tokens.current, first.name == "p" { list.isLoose = true }
            item.blocks = blocks(until: "li")
            list.items.append(item)
        }
        return list
    }

    private mutating func code() -> TextBlock {
        var language: String?
        var text = ""
        while let token = tokens.current {
            tokens.advance()
            switch token {
            case .opening(let tag):
                language = tokens.attribute("class", of: tag).map { String($0.dropFirst("language-".count)) }
            case .text(let range): text += tokens.decoded(range)
            case .closing("pre"): return .code(text, language: language)
            case .closing: continue
            }
        }
        return .code(text, language: language)
    }

    private mutating func table() -> TextTable {
        var table = TextTable()
        while let token = tokens.current {
            tokens.advance()
            switch token {
            case .closing("table"): return table
            case .opening(let tag) where tag.name == "tr": table.rows.append([])
            case .opening(let tag) where tag.name == "td" || tag.name == "th":
                guard !table.rows.isEmpty else { continue }
                if table.rows.count == 1 { table.alignments.append(alignment(of: tag)) }
                table.rows[table.rows.count - 1].append(inlines(until: tag.name))
            default: continue
            }
        }
        return table
    }

    private func alignment(of tag: HTMLTag) -> TextTable.Alignment {
        switch tokens.attribute("class", of: tag) {
        case "align-left": .left
        case "align-center": .center
        case "align-right": .right
        default: .unsaid
        }
    }

    private mutating func readNotes() {
        while let token = tokens.current {
            tokens.advance()
            if case .closing("div") = token { return }
            if case .opening(let tag) = token, tag.name == "li" { notes.append(blocks(until: "li")) }
        }
    }

    // MARK: Running text

    /// Running text up to an element's end, which is read as well.
    private mutating func inlines(until end: String) -> [TextInline] {
        let lines = lines { if case .closing(let name) = $0 { name == end } else { false } }
        tokens.advance()
        return lines.flatMap(\.inlines)
    }

    /// Running text up to a token; a provision's label that begins a line of the page begins a line here.
    private mutating func lines(until isEnd: (HTMLToken) -> Bool) -> [TextParagraph] {
        var lines = [TextParagraph()]
        while let token = tokens.current, !isEnd(token) {
            tokens.advance()
            switch token {
            case .text(let range): lines[lines.count - 1].inlines.append(.text(tokens.decoded(range)))
            case .closing: continue
            case .opening(let tag):
                if tag.name == "span", tokens.has("class", "provision", in: tag) {
                    tokens.skip(past: "span")
                    begin(tokens.attribute("id", of: tag), in: &lines)
                } else {
                    lines[lines.count - 1].inlines += inline(tag)
                }
            }
        }
        if lines.count == 1, lines[0].inlines.isEmpty, lines[0].anchor == nil { return [] }
        Self.trim(&lines[lines.count - 1].inlines)
        return lines
    }

    private func begin(_ anchor: String?, in lines: inout [TextParagraph]) {
        let last = lines.count - 1
        Self.trim(&lines[last].inlines)
        if lines[last].inlines.isEmpty, lines[last].anchor == nil {
            lines[last].anchor = anchor
        } else {
            lines.append(TextParagraph(anchor: anchor, isContinued: true))
        }
    }

    /// Takes blanks and breaks off the end of a line.
    private static func trim(_ inlines: inout [TextInline]) {
        while let last = inlines.last {
            switch last {
            case .lineBreak: inlines.removeLast()
            case .text(let text) where text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A }: inlines.removeLast()
            default: return
            }
        }
    }

    private mutating func inline(_ tag: HTMLTag) -> [TextInline] {
        switch tag.name {
        case "em": return [.emphasis(inlines(until: "em"))]
        case "strong": return [.strong(inlines(until: "strong"))]
        case "code": return [.code(inlines(until: "code").plain)]
        case "br":
            if case .text(let range) = tokens.current, tokens.isBlank(range) { tokens.advance() }
            return [.lineBreak]
        case "img":
            return [
                .image(
                    source: tokens.attribute("src", of: tag) ?? "", alternative: tokens.attribute("alt", of: tag) ?? "")
            ]
        case "sup":
            let number = Int(inlines(until: "sup").plain)
            return number.map { [.noteCall($0)] } ?? []
        case "a":
            let inner = inlines(until: "a")
            if tokens.has("class", "footnote-back", in: tag) || tokens.has("class", "permalink", in: tag) { return [] }
            return [.link(tokens.attribute("href", of: tag) ?? "", inner)]
        default: return inlines(until: tag.name)
        }
    }
}
