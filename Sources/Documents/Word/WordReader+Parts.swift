// Footnotes, endnotes, headers and footers.

extension WordReader {
    mutating func readNotes() throws(ReadingError) {
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

    mutating func readMargins() throws(ReadingError) {
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
