import Encodings
import Markup

/// Writes a text's units as Akoma Ntoso: chapters, sections, articles, clauses and points by the standard's names, every other
/// heading as an `hcontainer`. Each bears the page's anchor in `wId`.
struct AkomaNtosoBody {
    let text: StructuredText
    private var calledNotes: Set<Int> = []

    init(_ text: StructuredText) { self.text = text }

    // MARK: The main text

    mutating func write(to xml: inout XMLText) {
        guard !text.top.isEmpty else {
            // A text without units.
            xml.open("body")
            xml.open("hcontainer", ["name": "text", "eId": "text"])
            writeContent(text.opening, "content", &xml)
            xml.close("hcontainer")
            xml.close("body")
            return
        }
        if !text.opening.isEmpty { writePreamble(&xml) }
        xml.open("body")
        for unit in text.top { write(unit, &xml) }
        xml.close("body")
    }

    /// The documents that the text rests on each as a citation, and what else is said before the first unit.
    private mutating func writePreamble(_ xml: inout XMLText) {
        xml.open("preamble", ["eId": "preamble"])
        var rest = text.opening[...]
        var count = 0
        while let block = rest.first {
            let grounds = rest.prefix(while: Self.isGround)
            guard !grounds.isEmpty else {
                rest = rest.dropFirst()
                write(block, &xml)
                continue
            }
            rest = rest.dropFirst(grounds.count)
            xml.open("citations")
            for ground in grounds {
                count += 1
                xml.open("citation", ["eId": "cit_\(count)"])
                write(ground, &xml)
                xml.close("citation")
            }
            xml.close("citations")
        }
        xml.close("preamble")
    }

    private static func isGround(_ block: TextBlock) -> Bool {
        guard case .paragraph(let paragraph) = block else { return false }
        return paragraph.inlines.plain.hasPrefix("Căn cứ ")
    }

    // MARK: Units

    private mutating func write(_ index: Int, _ xml: inout XMLText) {
        let unit = text.units[index]
        let element = Self.element(unit.name)
        xml.open(
            element,
            [
                "name": unit.name.isEmpty ? "heading" : nil,
                "eId": unit.name.isEmpty ? "hcontainer_" + unit.anchor : ElementID.of(unit.anchor), "wId": unit.anchor,
            ])
        writeHead(of: unit, &xml)
        if unit.children.isEmpty {
            writeContent(unit.blocks, "content", &xml)
        } else {
            if !unit.blocks.isEmpty { writeContent(unit.blocks, "intro", &xml) }
            for child in unit.children { write(child, &xml) }
        }
        xml.close(element)
    }

    private mutating func writeHead(of unit: StructuredText.Unit, _ xml: inout XMLText) {
        if !unit.label.isEmpty { writeInline("num", unit.label, &xml) }
        if !unit.heading.isEmpty { writeInline("heading", unit.heading, &xml) }
    }

    private mutating func writeInline(_ name: StaticString, _ inlines: [TextInline], _ xml: inout XMLText) {
        xml.open(name)
        write(inlines, &xml)
        xml.close(name)
    }

    private static func element(_ unit: String) -> StaticString {
        switch unit {
        case "phan": "part"
        case "chuong": "chapter"
        case "muc": "section"
        case "tieu-muc": "subsection"
        case "dieu": "article"
        case "khoan": "clause"
        case "diem": "point"
        default: "hcontainer"
        }
    }

    // MARK: Annexes and attached documents

    /// - Parameter identification: Writes the `meta` of a part, by its anchor.
    mutating func writeAttachments(
        to xml: inout XMLText, meta: (_ anchor: String, _ name: String, inout XMLText) -> Void
    ) {
        guard !text.attachments.isEmpty else { return }
        xml.open("attachments")
        for index in text.attachments {
            let unit = text.units[index]
            let name = unit.name == "phu-luc" ? "phu-luc" : unit.anchor
            xml.open("attachment", ["eId": ElementID.of(unit.anchor), "wId": unit.anchor])
            writeHead(of: unit, &xml)
            xml.open("doc", ["name": name])
            meta(unit.anchor, name, &xml)
            xml.open("mainBody")
            let before = xml.bytes.count
            for block in unit.blocks { write(block, &xml) }
            for child in unit.children { write(child, &xml) }
            if xml.bytes.count == before { xml.element("p") }
            xml.close("mainBody")
            xml.close("doc")
            xml.close("attachment")
        }
        xml.close("attachments")
    }

    // MARK: Blocks

    private mutating func writeContent(_ blocks: [TextBlock], _ name: StaticString, _ xml: inout XMLText) {
        xml.open(name)
        for block in blocks { write(block, &xml) }
        xml.close(name)
    }

    private mutating func write(_ block: TextBlock, _ xml: inout XMLText) {
        switch block {
        case .paragraph(let paragraph): writeInline("p", paragraph.inlines, &xml)
        case .heading(let heading): writeInline("p", heading.inlines, &xml)
        case .list(let list): write(list, &xml)
        case .quotation(let blocks):
            xml.open("blockContainer", ["class": "quotation"])
            for block in blocks { write(block, &xml) }
            if blocks.isEmpty { xml.element("p") }
            xml.close("blockContainer")
        case .code(let code, _):
            xml.open("p", ["class": "code"])
            for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { xml.element("eol") }
                xml.text(String(line))
            }
            xml.close("p")
        case .table(let table): write(table, &xml)
        case .rule: break
        }
    }

    private mutating func write(_ list: TextList, _ xml: inout XMLText) {
        let name: StaticString = list.isNumbered ? "ol" : "ul"
        xml.open(name)
        for item in list.items {
            xml.open("li", ["value": item.number.map(String.init)])
            for block in item.blocks { writeInItem(block, &xml) }
            xml.close("li")
        }
        xml.close(name)
    }

    /// Items hold paragraphs and lists only; what else stands in one is given by its paragraphs.
    private mutating func writeInItem(_ block: TextBlock, _ xml: inout XMLText) {
        switch block {
        case .quotation(let blocks): for block in blocks { writeInItem(block, &xml) }
        case .table(let table):
            for row in table.rows {
                writeInline("p", Array(row.map { $0 + [.text(" ")] }.joined()), &xml)
            }
        default: write(block, &xml)
        }
    }

    private mutating func write(_ table: TextTable, _ xml: inout XMLText) {
        xml.open("table")
        for (index, row) in table.rows.enumerated() {
            xml.open("tr")
            for cell in row {
                xml.open(index == 0 ? "th" : "td")
                writeInline("p", cell, &xml)
                xml.close(index == 0 ? "th" : "td")
            }
            xml.close("tr")
        }
        xml.close("table")
    }

    // MARK: Running text

    private mutating func write(_ inlines: [TextInline], _ xml: inout XMLText) {
        for inline in inlines { write(inline, &xml) }
    }

    private mutating func write(_ inline: TextInline, _ xml: inout XMLText) {
        switch inline {
        case .text(let text): xml.text(text)
        case .emphasis(let inner): writeInline("i", inner, &xml)
        case .strong(let inner): writeInline("b", inner, &xml)
        case .code(let code): xml.element("span", ["class": "code"]) { $0.text(code) }
        case .link(let address, let inner):
            let name: StaticString = address.hasPrefix("/akn/") || address.hasPrefix("#") ? "ref" : "a"
            xml.open(name, ["href": address.hasPrefix("#") ? "#" + ElementID.of(String(address.dropFirst())) : address])
            write(inner, &xml)
            xml.close(name)
        case .image(let source, let alternative):
            xml.element("img", ["src": source, "alt": alternative.isEmpty ? nil : alternative])
        case .lineBreak: xml.element("eol")
        case .noteCall(let number): writeNote(number, &xml)
        }
    }

    /// The note stands where it is called first; later calls lead there.
    private mutating func writeNote(_ number: Int, _ xml: inout XMLText) {
        let id = "note_\(number)"
        guard calledNotes.insert(number).inserted, number > 0, number <= text.notes.count else {
            xml.element("noteRef", ["href": "#" + id, "marker": String(number)])
            return
        }
        xml.open("authorialNote", ["marker": String(number), "eId": id])
        for block in text.notes[number - 1] { write(block, &xml) }
        if text.notes[number - 1].isEmpty { xml.element("p") }
        xml.close("authorialNote")
    }
}
