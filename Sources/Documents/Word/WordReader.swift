/// Reads a `.docx` (ECMA-376) into blocks. Tracked changes count as accepted.
struct WordReader {
    private let entries: [String: [UInt8]]
    private let limits: ReadingLimits
    private let styles: WordStyles
    private let relations: [String: String]
    private var numbering: WordNumbering
    private var document = ImportedDocument()
    private var noteIndexes: [String: Int] = [:]
    private var noteOrder: [(part: String, id: String)] = []
    private var cells = 0
    private var paragraphs = 0
    private var nesting = 0
    /// The paragraphs of text boxes, which come after the paragraph that holds them.
    private var boxed: [Block] = []

    static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> ImportedDocument {
        let container = try ZipContainer(bytes, limits: limits) { name in
            name.hasPrefix("word/")
                && (name.hasSuffix(".xml") || name.hasSuffix(".rels") || name.hasPrefix("word/media/"))
        }
        var reader = try WordReader(container.entries, limits)
        try reader.readBody()
        return reader.document
    }

    private init(_ entries: [String: [UInt8]], _ limits: ReadingLimits) throws(ReadingError) {
        self.entries = entries
        self.limits = limits
        func events(_ name: String) throws(ReadingError) -> XMLEvents? {
            guard let bytes = entries[name] else { return nil }
            return try XMLEvents(xml: bytes, limits: limits)
        }
        styles =
            try events("word/styles.xml").map { events throws(ReadingError) in try WordStyles(events) } ?? WordStyles()
        numbering =
            try events("word/numbering.xml").map { events throws(ReadingError) in try WordNumbering(events) }
            ?? WordNumbering()
        var relations: [String: String] = [:]
        if let events = try events("word/_rels/document.xml.rels") {
            _ = try events.next()
            try events.children { _ throws(ReadingError) in
                if let id = events.attribute("Id"), let target = events.attribute("Target") { relations[id] = target }
                try events.skip()
            }
        }
        self.relations = relations
    }

    private mutating func readBody() throws(ReadingError) {
        guard let bytes = entries["word/document.xml"] else { throw .damaged }
        let events = try XMLEvents(xml: bytes, limits: limits)
        while case let event = try events.next(), event != .finished {
            guard event == .start("body") else { continue }
            document.blocks = try readBlocks(events)
        }
        try readNotes()
        try readMargins()
        if entries["word/comments.xml"] != nil { document.remarks.insert(.comments) }
    }

    // MARK: Blocks

    private mutating func readBlocks(_ events: XMLEvents) throws(ReadingError) -> [Block] {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .tooLarge }
        var blocks: [Block] = []
        /// A paragraph whose mark was deleted goes on in the next one.
        var unfinished: Paragraph?
        try readBlockChildren(events, into: &blocks, &unfinished)
        if let unfinished { blocks.append(.paragraph(unfinished)) }
        return blocks
    }

    private mutating func readBlockChildren(
        _ events: XMLEvents, into blocks: inout [Block], _ unfinished: inout Paragraph?
    ) throws(ReadingError) {
        while true {
            let name: String
            switch try events.next() {
            case .start(let started): name = started
            case .end, .finished: return
            case .text: continue
            }
            switch name {
            case "p":
                var (paragraph, isOpen) = try readParagraph(events)
                if let begun = unfinished {
                    paragraph.runs = begun.runs + paragraph.runs
                    paragraph.label = begun.label ?? paragraph.label
                    unfinished = nil
                }
                let hanging = boxed
                boxed = []
                if isOpen { unfinished = paragraph } else { blocks.append(.paragraph(paragraph)) }
                blocks += hanging
            case "tbl": blocks.append(.table(try readTable(events)))
            case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice":
                try readBlockChildren(events, into: &blocks, &unfinished)
            case "del", "moveFrom":
                document.remarks.insert(.trackedChanges)
                try events.skip()
            default: try events.skip()
            }
        }
    }

    private mutating func readTable(_ events: XMLEvents) throws(ReadingError) -> Table {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .tooLarge }
        var table = Table()
        try readRows(events, into: &table)
        return table
    }

    private mutating func readRows(_ events: XMLEvents, into table: inout Table) throws(ReadingError) {
        while true {
            switch try events.next() {
            case .start("tr"):
                var row: [Table.Cell] = []
                var isDeleted = false
                try readCells(events, into: &row, &isDeleted)
                if !isDeleted { table.rows.append(row) }
            case .start("sdt"), .start("sdtContent"), .start("customXml"), .start("ins"):
                try readRows(events, into: &table)
            case .start: try events.skip()
            case .end, .finished: return
            case .text: break
            }
        }
    }

    private mutating func readCells(
        _ events: XMLEvents, into row: inout [Table.Cell], _ isDeleted: inout Bool
    ) throws(ReadingError) {
        while true {
            switch try events.next() {
            case .start("tc"):
                cells += 1
                guard cells <= limits.cells else { throw .tooLarge }
                row.append(try readCell(events))
            case .start("trPr"):
                try events.children { name throws(ReadingError) in
                    if name == "del" { isDeleted = true }
                    try events.skip()
                }
                if isDeleted { document.remarks.insert(.trackedChanges) }
            case .start("sdt"), .start("sdtContent"), .start("customXml"):
                try readCells(events, into: &row, &isDeleted)
            case .start: try events.skip()
            case .end, .finished: return
            case .text: break
            }
        }
    }

    private mutating func readCell(_ events: XMLEvents) throws(ReadingError) -> Table.Cell {
        var cell = Table.Cell()
        var unfinished: Paragraph?
        while true {
            switch try events.next() {
            case .start("tcPr"):
                try events.children { name throws(ReadingError) in
                    if name == "gridSpan" { cell.columns = max(1, min(200, Int(events.attribute("val") ?? "") ?? 1)) }
                    if name == "vMerge" { cell.continuesAbove = events.attribute("val") != "restart" }
                    try events.skip()
                }
            case .start("p"):
                let (paragraph, isOpen) = try readParagraph(events)
                var whole = paragraph
                if let begun = unfinished { whole.runs = begun.runs + paragraph.runs }
                unfinished = isOpen ? whole : nil
                if !isOpen { cell.blocks.append(.paragraph(whole)) }
                cell.blocks += boxed
                boxed = []
            case .start("tbl"): cell.blocks.append(.table(try readTable(events)))
            case .start("sdt"), .start("sdtContent"), .start("customXml"), .start("ins"), .start("AlternateContent"),
                .start("Choice"):
                try readBlockChildren(events, into: &cell.blocks, &unfinished)
            case .start: try events.skip()
            case .end, .finished:
                if let unfinished { cell.blocks.append(.paragraph(unfinished)) }
                return cell
            case .text: break
            }
        }
    }

    // MARK: Paragraphs

    private mutating func readParagraph(
        _ events: XMLEvents
    ) throws(ReadingError) -> (paragraph: Paragraph, isOpen: Bool) {
        paragraphs += 1
        guard paragraphs <= limits.paragraphs else { throw .tooLarge }
        var paragraph = Paragraph()
        var own = WordStyles.Properties()
        var isOpen = false
        var state = RunState()
        while true {
            switch try events.next() {
            case .start("pPr"):
                try events.children { name throws(ReadingError) in
                    switch name {
                    case "pStyle":
                        paragraph.style = events.attribute("val")
                        try events.skip()
                    case "rPr":
                        try events.children { inner throws(ReadingError) in
                            if inner == "del" || inner == "moveFrom" { isOpen = true }
                            try events.skip()
                        }
                    default: try WordStyles.readParagraphPart(name, events, into: &own)
                    }
                }
                state.style = styles.properties(of: paragraph.style)
            case .start(let name): try readInline(name, events, into: &paragraph.runs, &state)
            case .end, .finished:
                if state.style == nil { state.style = styles.properties(of: nil) }
                finish(&paragraph, own, state.style ?? WordStyles.Properties())
                if isOpen { document.remarks.insert(.trackedChanges) }
                return (paragraph, isOpen)
            case .text: break
            }
        }
    }

    private mutating func finish(
        _ paragraph: inout Paragraph, _ own: WordStyles.Properties, _ style: WordStyles.Properties
    ) {
        paragraph.alignment = own.alignment ?? style.alignment ?? .start
        guard let list = own.list ?? style.list, list != "0" else { return }
        let linked = paragraph.style.flatMap { own.list == nil ? numbering.level(ofStyle: $0, in: list) : nil }
        let label = numbering.next(instance: list, level: own.level ?? linked ?? style.level ?? 0)
        // An empty numbered paragraph counts, and shows a bare number that belongs to nothing.
        if !paragraph.runs.isEmpty { paragraph.label = label }
    }

    private struct RunState {
        var style: WordStyles.Properties?
        /// Inside a field's code, which is no text.
        var fieldDepth = 0
        var codeDepths: Set<Int> = []
        var isInCode: Bool { !codeDepths.isEmpty }
    }

    private mutating func readInline(
        _ name: String, _ events: XMLEvents, into runs: inout [Run], _ state: inout RunState
    ) throws(ReadingError) {
        switch name {
        case "r": try readRun(events, into: &runs, &state)
        case "ins", "moveTo":
            document.remarks.insert(.trackedChanges)
            try readInlineChildren(events, into: &runs, &state)
        case "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "AlternateContent", "Choice",
            "dir",
            "bdo":
            try readInlineChildren(events, into: &runs, &state)
        case "oMath", "oMathPara": try readFormula(events, into: &runs)
        case "del", "moveFrom":
            document.remarks.insert(.trackedChanges)
            try events.skip()
        default: try events.skip()
        }
    }

    private mutating func readInlineChildren(
        _ events: XMLEvents, into runs: inout [Run], _ state: inout RunState
    ) throws(ReadingError) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .tooLarge }
        while true {
            switch try events.next() {
            case .start(let name): try readInline(name, events, into: &runs, &state)
            case .end, .finished: return
            case .text: break
            }
        }
    }

    /// The text of a formula in reading order.
    private func readFormula(_ events: XMLEvents, into runs: inout [Run]) throws(ReadingError) {
        var depth = 1
        var isText = false
        while depth > 0 {
            switch try events.next() {
            case .start(let name):
                depth += 1
                isText = name == "t"
            case .end:
                depth -= 1
                isText = false
            case .text(let text): if isText { runs.append(Run(.text(text))) }
            case .finished: return
            }
        }
    }

    private mutating func readRun(
        _ events: XMLEvents, into runs: inout [Run], _ state: inout RunState
    ) throws(ReadingError) {
        let style = state.style ?? styles.properties(of: nil)
        var own = WordStyles.Properties()
        var template = Run(.tab, font: style.font, isBold: style.isBold ?? false, isCapitals: style.isCapitals ?? false)
        var isHidden = style.isHidden ?? false
        while true {
            let name: String
            switch try events.next() {
            case .start(let started): name = started
            case .end, .finished: return
            case .text: continue
            }
            func add(_ content: Run.Content) {
                guard !state.isInCode else { return }
                if isHidden {
                    document.remarks.insert(.hiddenText)
                    return
                }
                var run = template
                run.content = content
                runs.append(run)
            }
            switch name {
            case "rPr":
                try WordStyles.readRun(events, into: &own)
                template.font = own.font ?? template.font
                template.isBold = own.isBold ?? template.isBold
                template.isCapitals = own.isCapitals ?? template.isCapitals
                isHidden = own.isHidden ?? isHidden
            case "t": add(.text(try Self.text(events)))
            case "tab", "ptab":
                add(.tab)
                try events.skip()
            case "br", "cr":
                add(events.attribute("type") == "page" ? .text(" ") : .lineBreak)
                try events.skip()
            case "noBreakHyphen":
                add(.text("-"))
                try events.skip()
            case "softHyphen":
                add(.text("\u{AD}"))
                try events.skip()
            case "sym":
                let code = events.attribute("char").flatMap { UInt32($0, radix: 16) } ?? 0
                if let text = SymbolFonts.character(code: code, font: events.attribute("font") ?? "") {
                    add(.text(text))
                }
                try events.skip()
            case "footnoteReference", "endnoteReference":
                let part = name == "footnoteReference" ? "footnotes" : "endnotes"
                if let id = events.attribute("id") { add(.note(noteIndex(part, id))) }
                try events.skip()
            case "fldChar":
                switch events.attribute("fldCharType") {
                case "begin":
                    state.fieldDepth += 1
                    state.codeDepths.insert(state.fieldDepth)
                case "separate": state.codeDepths.remove(state.fieldDepth)
                case "end":
                    state.codeDepths.remove(state.fieldDepth)
                    state.fieldDepth = max(0, state.fieldDepth - 1)
                default: break
                }
                try events.skip()
            case "drawing", "pict", "object":
                if name == "object" { document.remarks.insert(.embeddedObjects) }
                for image in try readDrawing(events) { add(.image(image)) }
            case "AlternateContent":
                for image in try readDrawing(events) { add(.image(image)) }
            default: try events.skip()
            }
        }
    }

    private static func text(_ events: XMLEvents) throws(ReadingError) -> String {
        var text = ""
        while true {
            switch try events.next() {
            case .text(let part): text += part
            case .start: try events.skip()
            case .end, .finished: return text
            }
        }
    }

    private mutating func noteIndex(_ part: String, _ id: String) -> Int {
        let key = "\(part)/\(id)"
        if let index = noteIndexes[key] { return index }
        noteIndexes[key] = noteOrder.count
        noteOrder.append((part, id))
        return noteOrder.count - 1
    }

    /// Pictures and text boxes of a drawing. `Fallback` repeats what `Choice` has.
    private mutating func readDrawing(_ events: XMLEvents) throws(ReadingError) -> [String] {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .tooLarge }
        var images: [String] = []
        var depth = 1
        while depth > 0 {
            switch try events.next() {
            case .start("Fallback"): try events.skip()
            case .start("txbxContent"):
                document.remarks.insert(.textBoxes)
                let outer = boxed
                boxed = []
                let inner = try readBlocks(events)
                boxed = outer + inner
            case .start(let name):
                depth += 1
                if name == "blip" || name == "imagedata", let id = events.attribute(name == "blip" ? "embed" : "id"),
                    let image = image(relation: id)
                {
                    images.append(image)
                }
                if name == "textpath", let text = events.attribute("string") { document.marginTexts.append(text) }
            case .end: depth -= 1
            case .finished: return images
            case .text: break
            }
        }
        return images
    }

    /// A picture that browsers show; the others are left out and said so.
    private mutating func image(relation id: String) -> String? {
        guard let target = relations[id], target.hasPrefix("media/"), let bytes = entries["word/" + target] else {
            return nil
        }
        let name = String(target.dropFirst("media/".count))
        guard let ending = ImageFormat.ending(of: bytes), !name.contains("/"), !name.contains("\\") else {
            document.remarks.insert(.imagesLeftOut)
            return nil
        }
        let stem = name.split(separator: ".").first.map(String.init) ?? "image"
        let final = "\(stem).\(ending)"
        document.images[final] = bytes
        return final
    }

    // MARK: Other parts

    private mutating func readNotes() throws(ReadingError) {
        guard !noteOrder.isEmpty else { return }
        var texts: [String: [Block]] = [:]
        let wanted = noteOrder
        for part in ["footnotes", "endnotes"] {
            guard let bytes = entries["word/\(part).xml"] else { continue }
            let events = try XMLEvents(xml: bytes, limits: limits)
            _ = try events.next()
            while case let event = try events.next(), event != .finished {
                switch event {
                case .start("footnote"), .start("endnote"):
                    let id = events.attribute("id") ?? ""
                    texts["\(part)/\(id)"] = try readBlocks(events)
                case .start: try events.skip()
                default: break
                }
            }
        }
        document.notes = wanted.map { texts["\($0.part)/\($0.id)"] ?? [] }
    }

    private mutating func readMargins() throws(ReadingError) {
        for name in entries.keys.sorted() {
            let file = name.dropFirst("word/".count)
            guard file.hasPrefix("header") || file.hasPrefix("footer"), file.hasSuffix(".xml"),
                let bytes = entries[name]
            else { continue }
            let events = try XMLEvents(xml: bytes, limits: limits)
            _ = try events.next()
            let body = document
            let blocks = try readBlocks(events)
            let texts = ImportedDocument.texts(of: blocks + boxed)
            boxed = []
            let marks = document.marginTexts
            document = body
            document.marginTexts = marks + texts
            if texts.contains(where: { $0.contains(where: \.isLetter) }) { document.remarks.insert(.headersAndFooters) }
        }
    }
}

extension ImportedDocument {
    /// The texts of all paragraphs, also those in tables, in order.
    public static func texts(of blocks: [Block]) -> [String] {
        var result: [String] = []
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): result.append(paragraph.text)
            case .table(let table):
                for row in table.rows { for cell in row { result += texts(of: cell.blocks) } }
            }
        }
        return result
    }
}

/// Formats of pictures that browsers show, by their first bytes.
enum ImageFormat {
    static func ending(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
        if bytes.starts(with: Array("GIF8".utf8)) { return "gif" }
        return nil
    }
}
