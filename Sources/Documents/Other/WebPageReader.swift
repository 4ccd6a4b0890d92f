/// HTML into blocks: paragraphs, line breaks, tables; menus, scripts and forms are no text.
struct WebPageReader {
    private var document = ImportedDocument()
    private var cells = 0
    private let limits: ReadingLimits

    static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> ImportedDocument {
        var bytes = bytes
        var encoding: String? = String(validating: bytes, as: UTF8.self) == nil ? nil : "UTF-8"
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
            let text = PlainTextReader.decoded(bytes)
        {
            bytes = Array(text.utf8)
            encoding = "UTF-8"
        }
        let events = try XMLEvents(html: bytes, encoding: encoding, limits: limits)
        var reader = WebPageReader(limits: limits)
        reader.document.blocks = try reader.blocks(events, depth: 0)
        return reader.document
    }

    private init(limits: ReadingLimits) { self.limits = limits }

    private static let dropped: Set<String> = [
        "script", "style", "head", "noscript", "select", "nav", "button", "iframe", "svg", "input", "template",
    ]
    private static let blockNames: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "main", "header",
        "footer", "blockquote", "pre", "dt", "dd", "dl", "center", "form", "aside", "body", "html", "figure", "caption",
        "address", "hr",
    ]

    private struct Flow {
        var paragraph = Paragraph()
        var blocks: [Block] = []

        mutating func finish() {
            let hasText = paragraph.runs.contains {
                if case .text(let text) = $0.content {
                    !text.trimmingBlanks().isEmpty
                } else {
                    $0.content != .lineBreak
                }
            }
            if hasText { blocks.append(.paragraph(paragraph)) }
            paragraph.runs = []
            paragraph.label = nil
        }
    }

    private struct Context {
        var isBold = false
        var isCapitals = false
        var font: String?
        var alignment = Paragraph.Alignment.start
        var listCount: Int?
        var isPreformatted = false
    }

    private mutating func blocks(_ events: XMLEvents, depth: Int) throws(ReadingError) -> [Block] {
        var flow = Flow()
        var context = Context()
        try read(events, into: &flow, &context, depth: depth)
        flow.finish()
        return flow.blocks
    }

    private mutating func read(
        _ events: XMLEvents, into flow: inout Flow, _ context: inout Context, depth: Int
    ) throws(ReadingError) {
        guard depth < 200 else { return try events.skip() }
        while true {
            switch try events.next() {
            case .end, .finished: return
            case .text(let text):
                let plain = context.isPreformatted ? text : Self.collapsed(text)
                if context.isPreformatted {
                    for (index, line) in plain.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                        if index > 0 { flow.paragraph.runs.append(Run(.lineBreak)) }
                        flow.paragraph.runs.append(Run(.text(String(line)), font: context.font))
                    }
                } else if !plain.isEmpty {
                    flow.paragraph.alignment = context.alignment
                    flow.paragraph.runs.append(
                        Run(.text(plain), font: context.font, isBold: context.isBold, isCapitals: context.isCapitals))
                }
            case .start(let name):
                if Self.dropped.contains(name) {
                    try events.skip()
                    continue
                }
                try element(name, events, into: &flow, &context, depth: depth)
            }
        }
    }

    private mutating func element(
        _ name: String, _ events: XMLEvents, into flow: inout Flow, _ context: inout Context, depth: Int
    ) throws(ReadingError) {
        switch name {
        case "br":
            flow.paragraph.runs.append(Run(.lineBreak))
            try events.skip()
        case "table":
            flow.finish()
            flow.blocks.append(.table(try table(events, depth: depth + 1)))
        default:
            var inner = context
            let style = (events.attribute("style") ?? "").lowercased()
            let isHidden = style.contains("display:none") || style.contains("display: none")
            if isHidden {
                try events.skip()
                return
            }
            if ["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"].contains(name) { inner.isBold = true }
            if style.contains("font-weight:bold") || style.contains("font-weight: bold") { inner.isBold = true }
            if style.contains("text-transform:uppercase") || style.contains("text-transform: uppercase") {
                inner.isCapitals = true
            }
            if let face = events.attribute("face") { inner.font = face }
            if style.contains("font-family"), let range = style.range(of: "font-family") {
                inner.font = String(
                    style[range.upperBound...].drop { ": '\"".contains($0) }.prefix { !"'\";,".contains($0) })
            }
            if events.attribute("align")?.lowercased() == "center" || style.contains("text-align:center")
                || style.contains("text-align: center") || name == "center"
            {
                inner.alignment = .center
            }
            if name == "pre" { inner.isPreformatted = true }
            let isBlock = Self.blockNames.contains(name)
            if isBlock { flow.finish() }
            if name == "ol" { inner.listCount = (events.attribute("start").flatMap { Int($0) } ?? 1) &- 1 }
            if name == "ul" { inner.listCount = nil }
            if name == "li" {
                if let count = context.listCount {
                    context.listCount = count &+ 1
                    flow.paragraph.label = "\(count &+ 1)."
                } else {
                    flow.paragraph.label = "-"
                }
            }
            if isBlock { flow.paragraph.alignment = inner.alignment }
            try read(events, into: &flow, &inner, depth: depth + 1)
            if isBlock { flow.finish() }
        }
    }

    private mutating func table(_ events: XMLEvents, depth: Int) throws(ReadingError) -> Table {
        var table = Table()
        guard depth < limits.nesting else {
            try events.skip()
            return table
        }
        try rows(events, into: &table, depth)
        return table
    }

    private mutating func rows(_ events: XMLEvents, into table: inout Table, _ depth: Int) throws(ReadingError) {
        while true {
            switch try events.next() {
            case .start("tbody"), .start("thead"), .start("tfoot"): try rows(events, into: &table, depth)
            case .start("tr"):
                var row: [Table.Cell] = []
                while case let event = try events.next(), event != .end("tr"), event != .finished {
                    switch event {
                    case .start("td"), .start("th"):
                        cells += 1
                        guard cells <= limits.cells else { throw .tooLarge }
                        let columns = max(1, min(200, Int(events.attribute("colspan") ?? "") ?? 1))
                        row.append(Table.Cell(blocks: try blocks(events, depth: depth + 1), columns: columns))
                    case .start: try events.skip()
                    default: break
                    }
                }
                table.rows.append(row)
            case .start("caption"):
                table.rows.append([Table.Cell(blocks: try blocks(events, depth: depth + 1))])
            case .start: try events.skip()
            case .end, .finished: return
            case .text: break
            }
        }
    }

    /// Blanks and line ends as one blank, as browsers show them.
    private static func collapsed(_ text: String) -> String {
        var result = ""
        var isBlank = false
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
                if !isBlank { result += " " }
                isBlank = true
            } else {
                result.unicodeScalars.append(scalar)
                isBlank = false
            }
        }
        return result
    }
}
