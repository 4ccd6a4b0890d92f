/// Finds the lines of a Markdown body that read like headings of an official document and are plain text, as they are after
/// pasting, and makes headings of them. Articles that only stand in quotations are no structure and stay.
public struct PastedText {
    /// A line that changes, from 0, and what it becomes.
    public struct Change: Sendable, Equatable {
        public var line: Int
        public var replacement: [String]
    }

    /// What each changed line becomes, in order; empty when nothing reads like a heading that is not one.
    public private(set) var changes: [Change] = []
    /// How many lines become headings.
    public private(set) var headings = 0

    private let lines: [Substring]
    private var lastArticle = 0
    /// Articles among the changes.
    private var articles = 0
    private var quotation = QuotedText()
    private var isInFence = false
    private var hasChapters = false
    private var consumed: Set<Int> = []

    public init(_ body: String) {
        lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines {
            let (text, _, _) = Self.stripped(line)
            if let unit = BodyUnit.read(UnitLine(text: text, isBold: true)), unit.rank < .roman { hasChapters = true }
        }
        // Where articles are headings already, a plain one is as its editor wants it.
        var written = 0
        for line in lines where line.hasPrefix("#") {
            let unit = BodyUnit.read(UnitLine(text: Self.stripped(line).text, isBold: true))
            if unit?.rank == .article { written += 1 }
        }
        guard written <= 1 else { return }
        for index in lines.indices where !consumed.contains(index) { read(index) }
        // One line by itself may be a sentence.
        if articles == 0 || lastArticle < 2 {
            changes = []
            headings = 0
        }
    }

    /// Whether a body may have such lines, told from its bytes alone: a line begins with “Điều”, bold or plain, and no two
    /// headings do.
    public static func mayBeIn(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        var hasPlainArticle = false
        var articleHeadings = 0
        while index < body.count {
            var start = index
            let isHeading = body[index] == UInt8(ascii: "#")
            while start < body.count, start - index < 9, "#* ".utf8.contains(body[start]) { start += 1 }
            if isHeading {
                if beginsWithArticle(body, at: start) { articleHeadings += 1 }
                // Such a body is left as it is written.
                if articleHeadings == 2 { return false }
            } else if start + 2 < body.count, body[start] == 0xC4, body[start + 1] == 0x90,
                body[start + 2] | 0x20 == UInt8(ascii: "i")
            {
                // Đ and a letter after it: “Điều”, “ĐIỀU”.
                hasPlainArticle = true
            }
            while index < body.count, body[index] != 0x0A { index += 1 }
            index += 1
        }
        return hasPlainArticle
    }

    private static let articleWords = [Array("Điều ".utf8), Array("ĐIỀU ".utf8)]

    /// Whether “Điều” with a number and a full stop or colon stands there.
    private static func beginsWithArticle(_ body: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard let word = articleWords.first(where: { body[start...].starts(with: $0) }) else { return false }
        let digits = body[(start + word.count)...].prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty, digits.count <= 4, digits.endIndex < body.count else { return false }
        return body[digits.endIndex] == UInt8(ascii: ".") || body[digits.endIndex] == UInt8(ascii: ":")
    }

    /// The body with its headings made; nil when nothing changes.
    public func rewritten() -> String? {
        guard !changes.isEmpty else { return nil }
        var result: [String] = []
        var next = 0
        for index in lines.indices {
            guard next < changes.count, changes[next].line == index else {
                if let last = result.last, last.hasPrefix("#"), !lines[index].isEmpty { result.append("") }
                result.append(String(lines[index]))
                continue
            }
            for line in changes[next].replacement {
                let needsBlank = line.hasPrefix("#") || !line.isEmpty && result.last?.hasPrefix("#") ?? false
                if needsBlank, let last = result.last, !last.isEmpty { result.append("") }
                result.append(line)
            }
            next += 1
        }
        return result.joined(separator: "\n")
    }

    // MARK: Lines

    private mutating func read(_ index: Int) {
        let line = lines[index]
        let (text, isBold, hashes) = Self.stripped(line)
        if text.hasPrefix("```") || text.hasPrefix("~~~") { isInFence.toggle() }
        guard !isInFence, !text.isEmpty, !line.hasPrefix("    "), !line.hasPrefix(">"), !line.hasPrefix("|") else {
            return
        }
        if hashes > 0 {
            quotation = QuotedText()
            guard let unit = BodyUnit.read(UnitLine(text: text, isBold: true)) else { return }
            if unit.rank == .article { lastArticle = unit.value ?? lastArticle }
            if unit.rank < .roman, unit.rest.isEmpty { joinTitle(unit, hashes, index) }
            return
        }
        if !quotation.isOpen,
            let unit = BodyUnit.read(UnitLine(text: text, isBold: isBold, boldPrefix: isBold ? text.count : 0))
        {
            if unit.rank == .article, unit.value == lastArticle + 1, isSeparate(unit, text, isBold) {
                return writeArticle(unit, index, isBold)
            }
            if unit.rank < .roman, unit.rest.isEmpty || unit.rest.isAllCapitals, followsUp(unit, index) {
                if unit.rest.isEmpty {
                    joinTitle(unit, 2, index)
                } else {
                    change(index, ["## \(unit.label). \(unit.rest)"])
                }
                return
            }
        }
        quotation.take(text)
    }

    /// The text of a line without its hashes and its asterisks.
    private static func stripped(_ line: Substring) -> (text: String, isBold: Bool, hashes: Int) {
        var text = String(line).withSingleBlanks
        let hashes = text.prefix { $0 == "#" }.count
        if hashes > 0, hashes <= 6, text.dropFirst(hashes).hasPrefix(" ") {
            return (String(text.dropFirst(hashes + 1)), false, hashes)
        }
        var isBold = false
        for mark in ["**", "__"] where text.hasPrefix(mark) {
            let rest = text.dropFirst(2)
            guard let end = rest.firstRange(of: mark) else { break }
            isBold = end.upperBound == rest.endIndex || rest[end.upperBound...].allSatisfy { $0 == " " }
            text = String(rest[..<end.lowerBound]) + String(rest[end.upperBound...])
            text = text.withSingleBlanks
        }
        return (text, isBold, 0)
    }

    /// A label with punctuation after it, or alone in bold: “Điều 5 của Luật này” is a sentence.
    private func isSeparate(_ unit: BodyUnit, _ text: String, _ isBold: Bool) -> Bool {
        let after = text.dropFirst(unit.label.count)
        return after.hasPrefix(".") || after.hasPrefix(":") || (isBold && (after.isEmpty || unit.rest.firstIsCapital))
            || after.isEmpty
    }

    /// Whether an article follows soon after what may be a chapter.
    private func followsUp(_ unit: BodyUnit, _ index: Int) -> Bool {
        for line in lines[(index + 1)...].prefix(12) {
            let (text, _, _) = Self.stripped(line)
            if let next = BodyUnit.read(UnitLine(text: text, isBold: true)), next.rank >= unit.rank { return true }
        }
        return false
    }

    private mutating func writeArticle(_ unit: BodyUnit, _ index: Int, _ isBold: Bool) {
        lastArticle = unit.value ?? lastArticle
        articles += 1
        let mark = hasChapters ? "###" : "##"
        let isTitle =
            isBold && unit.rest.count <= 300
            || unit.rest.count <= 200 && !(unit.rest.last.map { ".;:,".contains($0) } ?? true)
        if unit.rest.isEmpty {
            change(index, ["\(mark) \(unit.label)."])
        } else if isTitle {
            change(index, ["\(mark) \(unit.label). \(unit.rest)"])
        } else {
            change(index, ["\(mark) \(unit.label).", "", unit.rest])
            quotation.take(unit.rest)
        }
    }

    /// “Chương I” and “QUY ĐỊNH CHUNG” are one heading.
    private mutating func joinTitle(_ unit: BodyUnit, _ hashes: Int, _ index: Int) {
        guard let next = lines[(index + 1)...].firstIndex(where: { !$0.allSatisfy { $0 == " " } }), next - index <= 2
        else { return }
        let (title, isBold, _) = Self.stripped(lines[next])
        guard title.isAllCapitals || isBold, title.count <= 300,
            BodyUnit.read(UnitLine(text: title, isBold: true)) == nil,
            !LabelledLine.begins(title), !title.hasPrefix(">"), !title.hasPrefix("|")
        else { return }
        for line in (index + 1)...next { consumed.insert(line) }
        change(index, [String(repeating: "#", count: hashes) + " \(unit.label). \(title)"])
        for line in (index + 1)...next { changes.append(Change(line: line, replacement: [])) }
    }

    private mutating func change(_ index: Int, _ replacement: [String]) {
        headings += 1
        changes.append(Change(line: index, replacement: replacement))
    }
}
