import Encodings

extension WordDocument {
    /// The file's bytes; the same for the same document.
    public var bytes: [UInt8] {
        var text = WordMarkup()
        let document = text.document(blocks)
        var parts = [
            ZipWriter.Part("[Content_Types].xml", WordParts.contentTypes(hasNotes: !notes.isEmpty)),
            WordParts.relations,
            ZipWriter.Part("docProps/core.xml", properties), WordParts.styles, WordParts.settings, WordParts.header,
        ]
        if !notes.isEmpty { parts.append(ZipWriter.Part("word/footnotes.xml", text.footnotes(notes))) }
        parts.append(
            ZipWriter.Part(
                "word/_rels/document.xml.rels", WordParts.documentRelations(text.links, hasNotes: !notes.isEmpty)))
        parts.append(ZipWriter.Part("word/document.xml", document))
        return ZipWriter.bytes(of: parts)
    }

    private var properties: [UInt8] {
        var xml = XMLText()
        xml.open(
            "cp:coreProperties",
            [
                "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            ])
        xml.element("dc:title") { $0.text(title) }
        xml.element("dc:creator") { $0.text(author) }
        if let source { xml.element("dc:identifier") { $0.text(source) } }
        xml.element("dc:language") { $0.text("vi-VN") }
        xml.close("cp:coreProperties")
        return xml.bytes
    }
}

/// Writes blocks as WordprocessingML.
struct WordMarkup {
    /// Addresses that the text links to; the first is `rIdLink1`.
    private(set) var links: [String] = []
    private var bookmarks = 0

    mutating func document(_ blocks: [WordDocument.Block]) -> [UInt8] {
        var xml = XMLText(reserving: 1 << 16)
        xml.open("w:document", ["xmlns:w": WordParts.namespace, "xmlns:r": WordParts.relationNamespace])
        xml.open("w:body")
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): write(paragraph, &xml)
            case .table(let table): write(table, &xml)
            }
        }
        section(&xml)
        xml.close("w:body")
        xml.close("w:document")
        return xml.bytes
    }

    /// A4; numbers of pages stand over the text from the second page on.
    private func section(_ xml: inout XMLText) {
        xml.element("w:sectPr") { xml in
            xml.element("w:headerReference", ["w:type": "default", "r:id": "rIdHeader"])
            xml.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
            xml.element(
                "w:pgMar",
                [
                    "w:top": "1134", "w:right": "851", "w:bottom": "1134", "w:left": "1701", "w:header": "567",
                    "w:footer": "567", "w:gutter": "0",
                ])
            xml.element("w:titlePg")
        }
    }

    // MARK: Paragraphs

    private mutating func write(_ paragraph: WordParagraph, _ xml: inout XMLText, noteMark: Bool = false) {
        xml.open("w:p")
        properties(of: paragraph, &xml)
        let number = String(bookmarks)
        if let name = paragraph.bookmark.flatMap(Self.bookmarkName) {
            bookmarks += 1
            xml.element("w:bookmarkStart", ["w:id": number, "w:name": name])
            xml.element("w:bookmarkEnd", ["w:id": number])
        }
        if noteMark {
            xml.element("w:r") {
                $0.element("w:rPr") { $0.element("w:rStyle", ["w:val": "FootnoteReference"]) }
                $0.element("w:footnoteRef")
            }
        }
        for run in paragraph.runs { write(run, &xml) }
        xml.close("w:p")
    }

    private func properties(of paragraph: WordParagraph, _ xml: inout XMLText) {
        let isPlain = paragraph.alignment == nil && paragraph.indent == 0 && paragraph.outlineLevel == nil
        guard paragraph.style != .normal || !isPlain else { return }
        xml.element("w:pPr") { xml in
            if paragraph.style != .normal { xml.element("w:pStyle", ["w:val": paragraph.style.rawValue]) }
            if paragraph.indent > 0 { xml.element("w:ind", ["w:left": String(paragraph.indent)]) }
            if let alignment = paragraph.alignment { xml.element("w:jc", ["w:val": alignment.rawValue]) }
            if let level = paragraph.outlineLevel { xml.element("w:outlineLvl", ["w:val": String(level)]) }
        }
    }

    /// Word takes letters, figures and underscores, forty of them; a longer name is left out.
    private static func bookmarkName(_ anchor: String) -> String? {
        let name = anchor.replacing("-", with: "_")
        guard name.utf8.count <= 40, name.utf8.first.map({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) == true else {
            return nil
        }
        return name
    }

    // MARK: Runs

    private mutating func write(_ run: WordRun, _ xml: inout XMLText) {
        guard let link = run.link else { return writeRun(run, &xml) }
        let known = links.firstIndex(of: link) ?? links.count
        if known == links.count { links.append(link) }
        xml.open("w:hyperlink", ["r:id": "rIdLink\(known + 1)"])
        writeRun(run, &xml)
        xml.close("w:hyperlink")
    }

    private func writeRun(_ run: WordRun, _ xml: inout XMLText) {
        xml.open("w:r")
        formatting(of: run, &xml)
        switch run.content {
        case .text(let text): xml.element("w:t", ["xml:space": "preserve"]) { $0.text(Self.oneLine(text)) }
        case .lineBreak: xml.element("w:br")
        case .noteCall(let number): xml.element("w:footnoteReference", ["w:id": String(number)])
        }
        xml.close("w:r")
    }

    private func formatting(of run: WordRun, _ xml: inout XMLText) {
        var isNote = false
        if case .noteCall = run.content { isNote = true }
        guard isNote || run.isBold || run.isItalic || run.isUnderlined || run.isCode || run.size != nil else { return }
        xml.element("w:rPr") { xml in
            if isNote { xml.element("w:rStyle", ["w:val": "FootnoteReference"]) }
            if run.isCode { xml.element("w:rFonts", ["w:ascii": "Courier New", "w:hAnsi": "Courier New"]) }
            if run.isBold { xml.element("w:b") }
            if run.isItalic { xml.element("w:i") }
            if let size = run.size {
                xml.element("w:sz", ["w:val": String(size * 2)])
                xml.element("w:szCs", ["w:val": String(size * 2)])
            }
            if run.isUnderlined { xml.element("w:u", ["w:val": "single"]) }
        }
    }

    /// Where a source's line ends, a blank stands.
    private static func oneLine(_ text: String) -> String {
        text.utf8.contains(0x0A) ? text.replacing("\n", with: " ") : text
    }

    // MARK: Tables and notes

    private mutating func write(_ table: WordTable, _ xml: inout XMLText) {
        xml.open("w:tbl")
        xml.element("w:tblPr") { xml in
            if table.hasBorders { xml.element("w:tblStyle", ["w:val": "TableGrid"]) }
            xml.element("w:tblW", ["w:w": String(table.columns.reduce(0, +)), "w:type": "dxa"])
            xml.element("w:tblLayout", ["w:type": "fixed"])
        }
        xml.element("w:tblGrid") { xml in
            for column in table.columns { xml.element("w:gridCol", ["w:w": String(column)]) }
        }
        for (index, row) in table.rows.enumerated() {
            xml.open("w:tr")
            if index == 0, table.hasHeader { xml.element("w:trPr") { $0.element("w:tblHeader") } }
            for (cell, width) in zip(row, table.columns) {
                xml.open("w:tc")
                xml.element("w:tcPr") { $0.element("w:tcW", ["w:w": String(width), "w:type": "dxa"]) }
                for paragraph in cell { write(paragraph, &xml) }
                if cell.isEmpty { xml.element("w:p") }
                xml.close("w:tc")
            }
            xml.close("w:tr")
        }
        xml.close("w:tbl")
    }

    mutating func footnotes(_ notes: [[WordParagraph]]) -> [UInt8] {
        var xml = XMLText()
        // Links in notes would need relations of their own: their words stand alone.
        xml.open("w:footnotes", ["xmlns:w": WordParts.namespace])
        xml.element("w:footnote", ["w:type": "separator", "w:id": "-1"]) {
            $0.element("w:p") { $0.element("w:r") { $0.element("w:separator") } }
        }
        xml.element("w:footnote", ["w:type": "continuationSeparator", "w:id": "0"]) {
            $0.element("w:p") { $0.element("w:r") { $0.element("w:continuationSeparator") } }
        }
        for (index, note) in notes.enumerated() {
            xml.open("w:footnote", ["w:id": String(index + 1)])
            for (place, paragraph) in note.enumerated() {
                var alone = paragraph
                alone.bookmark = nil
                for run in alone.runs.indices { alone.runs[run].link = nil }
                write(alone, &xml, noteMark: place == 0)
            }
            if note.isEmpty { write(WordParagraph(.note, runs: []), &xml, noteMark: true) }
            xml.close("w:footnote")
        }
        xml.close("w:footnotes")
        return xml.bytes
    }
}
