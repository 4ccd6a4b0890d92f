import Markup

/// A text as the tree of its units, in the order of the page: what the page shows one after the other, each unit holds until
/// a unit begins that it does not hold.
struct StructuredText {
    struct Unit {
        /// `chuong`, `dieu`, `khoan`, …; empty for a heading that is no unit.
        var name: String
        var anchor: String
        /// As printed: “Điều 5.”; empty where it is not told from the words that follow.
        var label: [TextInline] = []
        var heading: [TextInline] = []
        var blocks: [TextBlock] = []
        var children: [Int] = []
        fileprivate var level = 0
        /// Whether it is a paragraph or an item of a list rather than a heading.
        fileprivate var isParagraph = false

        /// An annex or an attached document, which is a document of its own.
        var isAttachment: Bool { name == "phu-luc" || name == "kem-theo" }
    }

    private(set) var units: [Unit] = []
    /// What stands before the first unit.
    private(set) var opening: [TextBlock] = []
    private(set) var top: [Int] = []
    private(set) var attachments: [Int] = []
    let notes: [[TextBlock]]

    private let provisions: [String: Provision]
    private var open: [Int] = []

    init(_ body: RenderedBody) {
        let text = BlockText(body.html)
        notes = text.notes
        provisions = Dictionary(body.provisions.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
        for block in text.blocks { add(block) }
    }

    // MARK: Blocks

    private mutating func add(_ block: TextBlock) {
        switch block {
        case .heading(let heading): add(heading)
        case .paragraph(let paragraph): add(paragraph)
        case .list(let list) where Self.hasProvisions(list): for item in list.items { add(item, of: list) }
        default: addPlain(block)
        }
    }

    private mutating func addPlain(_ block: TextBlock) {
        if let unit = open.last { units[unit].blocks.append(block) } else { opening.append(block) }
    }

    private static func hasProvisions(_ list: TextList) -> Bool {
        list.items.contains { item in
            item.anchor != nil
                || item.blocks.contains { block in
                    switch block {
                    case .paragraph(let paragraph): paragraph.anchor != nil
                    case .list(let inner): hasProvisions(inner)
                    default: false
                    }
                }
        }
    }

    private mutating func add(_ item: TextListItem, of list: TextList) {
        let printed = item.number.map { (list.hasLeadingZero && $0 < 10 ? "0\($0)" : "\($0)") + list.delimiter }
        if let anchor = item.anchor {
            begin(Unit(name: "", anchor: anchor, label: printed.map { [.text($0)] } ?? [], isParagraph: true))
            for block in item.blocks { add(block) }
            return
        }
        if case .paragraph(let first) = item.blocks.first, first.anchor != nil {
            for block in item.blocks { add(block) }
            return
        }
        var alone = list
        alone.items = [item]
        addPlain(.list(alone))
    }

    private mutating func add(_ paragraph: TextParagraph) {
        guard let anchor = paragraph.anchor else { return addPlain(.paragraph(paragraph)) }
        let cut = ProvisionLabels.cut(paragraph.inlines, after: provisions[anchor]?.label ?? "")
        begin(Unit(name: "", anchor: anchor, label: cut.label, isParagraph: true))
        if !cut.rest.isEmpty { addPlain(.paragraph(TextParagraph(inlines: cut.rest))) }
    }

    private mutating func add(_ heading: TextHeading) {
        let label = provisions[heading.anchor].map { $0.unit == "kem-theo" ? "" : $0.label } ?? ""
        let cut = ProvisionLabels.cut(heading.inlines, after: label)
        begin(
            Unit(name: "", anchor: heading.anchor, label: cut.label, heading: cut.rest, level: heading.level))
    }

    // MARK: Units

    private static let ranks = [
        "phu-luc": 0, "kem-theo": 0, "phan": 1, "chuong": 2, "muc": 3, "tieu-muc": 4, "dieu": 5, "khoan": 6, "diem": 7,
    ]

    private mutating func begin(_ started: Unit) {
        var unit = started
        let provision = provisions[unit.anchor]
        unit.name = provision?.unit ?? ""
        if unit.isAttachment {
            open = []
        } else if let outer = provision?.outer, !outer.isEmpty,
            let holder = open.lastIndex(where: { units[$0].anchor == outer })
        {
            open.removeSubrange((holder + 1)...)
        } else {
            while let last = open.last, !holds(units[last], unit) { open.removeLast() }
        }
        let index = units.count
        units.append(unit)
        if let holder = open.last {
            units[holder].children.append(index)
        } else if unit.isAttachment {
            attachments.append(index)
        } else {
            top.append(index)
        }
        open.append(index)
    }

    private func holds(_ outer: Unit, _ inner: Unit) -> Bool {
        if outer.isAttachment { return true }
        if outer.isParagraph { return false }
        if inner.isParagraph { return true }
        if let a = Self.ranks[outer.name], let b = Self.ranks[inner.name], a != b { return a < b }
        return outer.level < inner.level
    }
}

/// Parts the label of a unit from the words after it.
enum ProvisionLabels {
    /// “Điều 5.” and “Phạm vi”; no label where the words before do not end in it.
    static func cut(_ inlines: [TextInline], after label: String) -> (label: [TextInline], rest: [TextInline]) {
        guard !label.isEmpty, case .text(let text) = inlines.first, let found = range(of: label, in: text) else {
            return ([], inlines)
        }
        var end = found.upperBound
        while end < text.utf8.endIndex, ".:)-/".utf8.contains(text.utf8[end]) { end = text.utf8.index(after: end) }
        let rest = text[end...].drop { $0 == " " || $0 == "\u{A0}" || $0 == "\n" }
        let others = Array(inlines.dropFirst())
        return ([.text(String(text[..<end]))], rest.isEmpty ? others : [.text(String(rest))] + others)
    }

    /// Where the label stands among the first words; a label is followed by no letter or digit.
    private static func range(of label: String, in text: String) -> Range<String.Index>? {
        let bytes = text.utf8
        var start = bytes.startIndex
        var reach = 24
        while start < bytes.endIndex, reach > 0 {
            if bytes[start...].starts(with: label.utf8) {
                let end = bytes.index(start, offsetBy: label.utf8.count)
                let isWhole = end == bytes.endIndex || !isPartOfWord(bytes[end])
                let isFirst = start == bytes.startIndex || !isPartOfWord(bytes[bytes.index(before: start)])
                if isWhole, isFirst { return start..<end }
            }
            start = bytes.index(after: start)
            reach -= 1
        }
        return nil
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            || (byte >= 0x80 && byte != 0xC2 && byte != 0xA0 && byte != 0xE2)
    }
}
