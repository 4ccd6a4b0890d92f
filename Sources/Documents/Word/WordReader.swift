/// Reads a `.docx` (ECMA-376) into blocks. Tracked changes count as accepted.
struct WordReader {
    let entries: [String: [UInt8]]
    let limits: ReadingLimits
    let styles: WordStyles
    let relations: [String: String]
    var numbering: WordNumbering
    var document = ImportedDocument()
    var noteIndexes: [String: Int] = [:]
    var noteOrder: [(part: String, id: String)] = []
    var cells = 0
    var paragraphs = 0
    var nesting = 0
    /// The paragraphs of text boxes, which come after the paragraph that holds them.
    var boxed: [Block] = []

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

    mutating func readBody() throws(ReadingError) {
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

    mutating func readBlocks(_ events: XMLEvents) throws(ReadingError) -> [Block] {
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

    mutating func readBlockChildren(
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

    mutating func readTable(_ events: XMLEvents) throws(ReadingError) -> Table {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .tooLarge }
        var table = Table()
        try readRows(events, into: &table)
        return table
    }

    mutating func readRows(_ events: XMLEvents, into table: inout Table) throws(ReadingError) {
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

    mutating func readCells(
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

    mutating func readCell(_ events: XMLEvents) throws(ReadingError) -> Table.Cell {
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

    mutating func readParagraph(
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

    mutating func finish(
        _ paragraph: inout Paragraph, _ own: WordStyles.Properties, _ style: WordStyles.Properties
    ) {
        paragraph.alignment = own.alignment ?? style.alignment ?? .start
        guard let list = own.list ?? style.list, list != "0" else { return }
        let linked = paragraph.style.flatMap { own.list == nil ? numbering.level(ofStyle: $0, in: list) : nil }
        let label = numbering.next(instance: list, level: own.level ?? linked ?? style.level ?? 0)
        // An empty numbered paragraph counts, and shows a bare number that belongs to nothing.
        if !paragraph.runs.isEmpty { paragraph.label = label }
    }
}
