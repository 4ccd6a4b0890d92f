extension BlockText {
    /// The text as Markdown that renders to the same page: with tables, footnotes and task lists as GitHub writes them.
    ///
    /// - Parameter address: Turns an address of the page into one that leads there from elsewhere; nil for none.
    public func markdown(address: (String) -> String?) -> String {
        withoutActuallyEscaping(address) { address in
            var writer = MarkdownText(address: address)
            writer.write(blocks)
            for (index, note) in notes.enumerated() {
                writer.writeNote(index + 1, note)
            }
            return writer.text
        }
    }
}

/// Writes blocks as Markdown. What Markdown would read as markup in a text is escaped.
private struct MarkdownText {
    let address: (String) -> String?
    private(set) var text = ""
    /// What stands before every line of the block being written.
    private var margin = ""
    /// Written in place of the margin before the first line of a list's item.
    private var label: String?
    private var isTight = false

    init(address: @escaping (String) -> String?) { self.address = address }

    // MARK: Lines

    private mutating func line(_ content: String) {
        text += (label ?? margin) + content
        while text.hasSuffix(" ") { text.removeLast() }
        text += "\n"
        label = nil
    }

    private mutating func lines(_ content: String) {
        for part in content.split(separator: "\n", omittingEmptySubsequences: false) { line(String(part)) }
    }

    /// A line between two blocks; the blanks of a margin end no line.
    private mutating func blank() {
        guard label == nil, !text.isEmpty, !isTight else { return }
        line("")
    }

    // MARK: Blocks

    mutating func write(_ blocks: [TextBlock]) {
        var previous: TextBlock?
        var usesOtherBullet = false
        for block in blocks {
            if case .list(let list) = block {
                // A list right after another of its kind needs another bullet to be one of its own.
                if case .list(let before) = previous, before.isNumbered == list.isNumbered {
                    usesOtherBullet.toggle()
                } else {
                    usesOtherBullet = false
                }
                if previous != nil { blank() }
                write(list, bullet: usesOtherBullet ? "*" : "-")
            } else {
                if case .paragraph(let paragraph) = block, paragraph.isContinued {} else if previous != nil { blank() }
                write(block)
            }
            previous = block
        }
    }

    mutating func writeNote(_ number: Int, _ blocks: [TextBlock]) {
        blank()
        indented("    ", label: "[^\(number)]: ") { $0.write(blocks) }
    }

    private mutating func indented(_ more: String, label: String, _ write: (inout Self) -> Void) {
        let (before, was) = (margin, isTight)
        self.label = (self.label ?? margin) + label
        margin += more
        write(&self)
        if self.label != nil { line("") }
        (margin, isTight) = (before, was)
    }

    private mutating func write(_ block: TextBlock) {
        switch block {
        case .heading(let heading):
            let hashes = String(repeating: "#", count: min(heading.level + 1, 6))
            line(hashes + " " + inline(heading.inlines).replacing("\n", with: " "))
        case .paragraph(let paragraph): lines(Self.guarded(inline(paragraph.inlines)))
        case .list(let list): write(list, bullet: "-")
        case .quotation(let blocks): indented("> ", label: "> ") { $0.write(blocks) }
        case .code(let code, let language): write(code, language)
        case .table(let table): write(table)
        case .rule: line("***")
        }
    }

    private mutating func write(_ list: TextList, bullet: String) {
        let was = isTight
        for (index, item) in list.items.enumerated() {
            if index > 0, list.isLoose { blank() }
            let number = item.number.map { (list.hasLeadingZero && $0 < 10 ? "0\($0)" : "\($0)") + list.delimiter }
            let mark = (number ?? bullet) + " "
            let box = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
            isTight = !list.isLoose
            indented(String(repeating: " ", count: mark.utf8.count), label: mark + box) { $0.write(item.blocks) }
        }
        isTight = was
    }

    private mutating func write(_ code: String, _ language: String?) {
        var fence = "```"
        while code.contains(fence) { fence += "`" }
        line(fence + (language ?? ""))
        lines(code.hasSuffix("\n") ? String(code.dropLast()) : code)
        line(fence)
    }

    private mutating func write(_ table: TextTable) {
        for (index, row) in table.rows.enumerated() {
            line("| " + row.map(cell).joined(separator: " | ") + " |")
            guard index == 0 else { continue }
            let rules = table.alignments.map { alignment in
                switch alignment {
                case .unsaid: "---"
                case .left: ":---"
                case .center: ":---:"
                case .right: "---:"
                }
            }
            line("| " + rules.joined(separator: " | ") + " |")
        }
    }

    private func cell(_ inlines: [TextInline]) -> String {
        inline(inlines, isInCell: true).replacing("|", with: "\\|").replacing("\n", with: " ")
    }

    // MARK: Running text

    private func inline(_ inlines: [TextInline], isInCell: Bool = false, inside mark: Character? = nil) -> String {
        var text = ""
        for inline in inlines {
            switch inline {
            case .text(let plain): text += Self.escaped(plain)
            case .code(let code): text += Self.code(code)
            case .lineBreak: text += isInCell ? "<br>" : "\\\n"
            case .noteCall(let number): text += "[^\(number)]"
            case .emphasis(let inner):
                // Signs of one kind, one right after the other, would be read together.
                let sign: Character = mark == "*" || inner.first.map(Self.isStrong) == true ? "_" : "*"
                text += "\(sign)\(self.inline(inner, isInCell: isInCell, inside: sign))\(sign)"
            case .strong(let inner): text += "**\(self.inline(inner, isInCell: isInCell, inside: "*"))**"
            case .link(let target, let inner):
                let words = self.inline(inner, isInCell: isInCell)
                text += address(target).map { "[\(words)](\(Self.destination($0)))" } ?? words
            case .image(let source, let alternative):
                let words = Self.escaped(alternative)
                text += address(source).map { "![\(words)](\(Self.destination($0)))" } ?? words
            }
        }
        return text
    }

    private static func isStrong(_ inline: TextInline) -> Bool { if case .strong = inline { true } else { false } }

    private static func destination(_ address: String) -> String {
        address.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 <= 0x20 }
            ? "<\(address)>" : address
    }

    private static func code(_ code: String) -> String {
        var fence = "`"
        while code.contains(fence) { fence += "`" }
        return code.hasPrefix("`") || code.hasSuffix("`") ? "\(fence) \(code) \(fence)" : fence + code + fence
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSign) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isSign(byte) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    /// Escapes what would make another block of a line: a number with its point, a dash, a hash, a quotation.
    private static func guarded(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let start = line.drop { $0 == " " }
            guard let first = start.utf8.first else { return "" }
            switch first {
            case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "="),
                UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: ":"):
                return "\\" + start
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digits = start.prefix { ("0"..."9").contains($0) }
                let after = start.dropFirst(digits.count)
                guard after.first == "." || after.first == ")" else { return String(start) }
                return digits + "\\" + after
            default: return String(start)
            }
        }.joined(separator: "\n")
    }
}
