/// Reads an OpenDocument text (`.odt`, ISO/IEC 26300) into blocks.
struct OpenDocumentReader {
    private struct Style {
        var parent: String?
        var isBold: Bool?
        var isCapitals: Bool?
        var alignment: Paragraph.Alignment?
        var font: String?
        var list: String?
    }

    private struct Level {
        var format = ""
        var prefix = ""
        var suffix = ""
        var start = 1
        var shown = 1
        var isBullet = false
    }

    private let limits: ReadingLimits
    private var images: [String: [UInt8]]
    private var styles: [String: Style] = [:]
    private var lists: [String: [Int: Level]] = [:]
    private var counters: [String: [Int: Int]] = [:]
    private var document = ImportedDocument()
    private var cells = 0
    private var nesting = 0

    static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> ImportedDocument {
        let container = try ZipContainer(bytes, limits: limits) {
            $0 == "content.xml" || $0 == "styles.xml" || $0.hasPrefix("Pictures/")
        }
        guard let content = container.entries["content.xml"] else { throw .damaged }
        var reader = OpenDocumentReader(limits: limits, images: container.entries)
        if let styles = container.entries["styles.xml"] {
            try reader.readDocument(try XMLEvents(xml: styles, limits: limits))
        }
        try reader.readDocument(try XMLEvents(xml: content, limits: limits))
        return reader.document
    }

    private init(limits: ReadingLimits, images: [String: [UInt8]]) {
        self.limits = limits
        self.images = images
    }

    private mutating func readDocument(_ events: XMLEvents) throws(ReadingError) {
        while case let event = try events.next(), event != .finished {
            switch event {
            case .start("styles"), .start("automatic-styles"): try readStyles(events)
            case .start("text"): document.blocks = try readBlocks(events, Place())
            case .start("master-page"):
                let texts = ImportedDocument.texts(of: try readBlocks(events, Place()))
                if texts.contains(where: { $0.contains(where: \.isLetter) }) {
                    document.remarks.insert(.headersAndFooters)
                }
                document.marginTexts += texts
            default: break
            }
        }
    }

    private mutating func readStyles(_ events: XMLEvents) throws(ReadingError) {
        while case let event = try events.next(), event != .finished {
            switch event {
            case .start("style"):
                let name = events.attribute("name") ?? ""
                var style = Style(
                    parent: events.attribute("parent-style-name"), list: events.attribute("list-style-name"))
                try events.children { inner throws(ReadingError) in
                    if inner == "text-properties" {
                        style.isBold = events.attribute("font-weight").map { $0 == "bold" || $0 == "700" }
                        style.isCapitals = events.attribute("text-transform").map { $0 == "uppercase" }
                        style.font = events.attribute("font-name") ?? events.attribute("font-family")
                    }
                    if inner == "paragraph-properties" {
                        switch events.attribute("text-align") {
                        case "center": style.alignment = .center
                        case "end", "right": style.alignment = .end
                        default: break
                        }
                    }
                    try events.skip()
                }
                styles[name] = style
            case .start("list-style"):
                let name = events.attribute("name") ?? ""
                var levels: [Int: Level] = [:]
                try events.children { inner throws(ReadingError) in
                    var level = Level()
                    level.isBullet = inner != "list-level-style-number"
                    level.format = events.attribute("num-format") ?? ""
                    level.prefix = events.attribute("num-prefix") ?? ""
                    level.suffix = events.attribute("num-suffix") ?? ""
                    level.start = events.attribute("start-value").flatMap { Int($0) } ?? 1
                    level.shown = events.attribute("display-levels").flatMap { Int($0) } ?? 1
                    if level.isBullet { level.prefix = events.attribute("bullet-char") ?? "" }
                    if let index = events.attribute("level").flatMap({ Int($0) }) { levels[index - 1] = level }
                    try events.skip()
                }
                lists[name] = levels
            case .start: try events.skip()
            case .end: return
            default: break
            }
        }
    }

    private func style(_ name: String?) -> Style {
        var result = Style()
        var next = name
        var steps = 0
        while let id = next, let style = styles[id], steps < 20 {
            result.isBold = result.isBold ?? style.isBold
            result.isCapitals = result.isCapitals ?? style.isCapitals
            result.alignment = result.alignment ?? style.alignment
            result.font = result.font ?? style.font
            result.list = result.list ?? style.list
            next = style.parent
            steps += 1
        }
        return result
    }

    // MARK: Blocks

    private struct Place {
        var list: String?
        var level = -1
        /// The label that the next paragraph of a list item bears.
        var label: String?
    }

    private mutating func readBlocks(_ events: XMLEvents, _ place: Place) throws(ReadingError) -> [Block] {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting * 2 else { throw .tooLarge }
        var place = place
        var blocks: [Block] = []
        while true {
            let name: String
            switch try events.next() {
            case .start(let started): name = started
            case .end, .finished: return blocks
            case .text: continue
            }
            switch name {
            case "p", "h":
                let ofParagraph = style(events.attribute("style-name"))
                var paragraph = Paragraph(label: place.label, alignment: ofParagraph.alignment ?? .start)
                place.label = nil
                var boxed: [Block] = []
                try readInline(events, ofParagraph, into: &paragraph.runs, &boxed)
                blocks.append(.paragraph(paragraph))
                blocks += boxed
            case "list":
                let id = events.attribute("style-name") ?? place.list
                if events.attribute("continue-numbering") != "true", place.level < 0, let id { counters[id] = nil }
                blocks += try readList(events, Place(list: id, level: place.level + 1))
            case "table": blocks.append(.table(try readTable(events)))
            case "tracked-changes":
                document.remarks.insert(.trackedChanges)
                try events.skip()
            case "section", "index-body", "table-of-content", "header", "footer", "text-box", "frame",
                "numbered-paragraph":
                blocks += try readBlocks(events, place)
            default: try events.skip()
            }
        }
    }

    private mutating func readList(_ events: XMLEvents, _ place: Place) throws(ReadingError) -> [Block] {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting * 2 else { throw .tooLarge }
        var blocks: [Block] = []
        while true {
            switch try events.next() {
            case .start("list-item"):
                var item = place
                item.label = nextLabel(place, start: events.attribute("start-value").flatMap { Int($0) })
                blocks += try readBlocks(events, item)
            case .start("list-header"): blocks += try readBlocks(events, place)
            case .start: try events.skip()
            case .end, .finished: return blocks
            case .text: break
            }
        }
    }

    private mutating func nextLabel(_ place: Place, start: Int?) -> String? {
        guard let id = place.list, let levels = lists[id], let level = levels[place.level] else { return nil }
        if level.isBullet { return SymbolFonts.bullet(level.prefix) }
        var counts = counters[id] ?? [:]
        counts[place.level] = start ?? counts[place.level].map { $0 &+ 1 } ?? level.start
        for deeper in counts.keys where deeper > place.level { counts[deeper] = nil }
        counters[id] = counts
        guard !level.format.isEmpty else { return nil }
        let first = max(0, place.level - max(1, level.shown) + 1)
        let parts = (first...max(first, place.level)).map { index in
            NumberFormat.format(counts[index] ?? 1, Self.formats[levels[index]?.format ?? "1"] ?? "decimal")
        }
        let label = (level.prefix + parts.joined(separator: ".") + level.suffix).trimmingBlanks()
        return label.isEmpty ? nil : label
    }

    private static let formats = ["a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"]

    private mutating func readTable(_ events: XMLEvents) throws(ReadingError) -> Table {
        var table = Table()
        try readRows(events, into: &table)
        return table
    }

    private mutating func readRows(_ events: XMLEvents, into table: inout Table) throws(ReadingError) {
        while true {
            switch try events.next() {
            case .start("table-row"):
                var row: [Table.Cell] = []
                while case let event = try events.next(), event != .end("table-row"), event != .finished {
                    switch event {
                    case .start("table-cell"):
                        let columns = max(1, min(200, Int(events.attribute("number-columns-spanned") ?? "") ?? 1))
                        cells += 1
                        guard cells <= limits.cells else { throw .tooLarge }
                        row.append(Table.Cell(blocks: try readBlocks(events, Place()), columns: columns))
                    case .start("covered-table-cell"):
                        let repeated = max(1, min(200, Int(events.attribute("number-columns-repeated") ?? "") ?? 1))
                        try events.skip()
                        // Cells below or beside a merged one; those beside it are in its span already.
                        if row.last.map({ $0.columns <= 1 }) ?? true {
                            cells += repeated
                            for _ in 0..<repeated { row.append(Table.Cell(continuesAbove: true)) }
                        }
                    case .start: try events.skip()
                    default: break
                    }
                }
                table.rows.append(row)
            case .start("table-header-rows"), .start("table-rows"), .start("table-row-group"):
                try readRows(events, into: &table)
            case .start: try events.skip()
            case .end, .finished: return
            case .text: break
            }
        }
    }

    // MARK: Inline

    private mutating func readInline(
        _ events: XMLEvents, _ style: Style, into runs: inout [Run], _ boxed: inout [Block]
    ) throws(ReadingError) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting * 2 else { throw .tooLarge }
        func run(_ content: Run.Content) -> Run {
            Run(content, font: style.font, isBold: style.isBold ?? false, isCapitals: style.isCapitals ?? false)
        }
        while true {
            switch try events.next() {
            case .text(let text): runs.append(run(.text(text)))
            case .end, .finished: return
            case .start("s"):
                let count = max(1, min(500, Int(events.attribute("c") ?? "") ?? 1))
                runs.append(run(.text(String(repeating: " ", count: count))))
                try events.skip()
            case .start("tab"):
                runs.append(run(.tab))
                try events.skip()
            case .start("line-break"):
                runs.append(run(.lineBreak))
                try events.skip()
            case .start("note"):
                try events.children { name throws(ReadingError) in
                    guard name == "note-body" else { return try events.skip() }
                    document.notes.append(try readBlocks(events, Place()))
                }
                runs.append(run(.note(document.notes.count - 1)))
            case .start("annotation"):
                document.remarks.insert(.comments)
                try events.skip()
            case .start("image"):
                if let target = events.attribute("href"), let bytes = images[target] {
                    if let ending = ImageFormat.ending(of: bytes) {
                        let name = "image\(document.images.count + 1).\(ending)"
                        document.images[name] = bytes
                        runs.append(run(.image(name)))
                    } else {
                        document.remarks.insert(.imagesLeftOut)
                    }
                }
                try events.skip()
            case .start("text-box"):
                document.remarks.insert(.textBoxes)
                boxed += try readBlocks(events, Place())
            case .start("span"), .start("a"), .start("frame"), .start("custom-shape"), .start("g"):
                var inner = style
                let own = self.style(events.attribute("style-name"))
                inner.isBold = own.isBold ?? inner.isBold
                inner.isCapitals = own.isCapitals ?? inner.isCapitals
                inner.font = own.font ?? inner.font
                try readInline(events, inner, into: &runs, &boxed)
            case .start("soft-page-break"), .start("bookmark"), .start("bookmark-start"), .start("bookmark-end"),
                .start("change"), .start("change-start"), .start("change-end"):
                try events.skip()
            case .start("p"):
                // Shapes hold paragraphs.
                try readInline(events, style, into: &runs, &boxed)
            case .start: try readInline(events, style, into: &runs, &boxed)
            }
        }
    }
}
