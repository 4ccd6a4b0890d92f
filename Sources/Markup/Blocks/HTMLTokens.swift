/// A tag by its name, with where its attributes stand.
struct HTMLTag {
    var name: String
    var attributes: Range<Int>
}

enum HTMLToken {
    case opening(HTMLTag)
    case closing(String)
    case text(Range<Int>)
}

/// The tags and texts of HTML that `MarkdownRenderer` wrote, one after the other: every attribute in double quotes, every `<`
/// and `>` of the text escaped.
struct HTMLTokens {
    private let html: UnsafeBufferPointer<UInt8>
    private var next = 0
    /// Nil at the end.
    private(set) var current: HTMLToken?

    init(_ html: UnsafeBufferPointer<UInt8>) {
        self.html = html
        advance()
    }

    mutating func advance() {
        guard next < html.count else {
            current = nil
            return
        }
        let start = next
        guard html[start] == UInt8(ascii: "<") else {
            next = index(of: UInt8(ascii: "<"), from: start)
            current = .text(start..<next)
            return
        }
        let isClosing = start + 1 < html.count && html[start + 1] == UInt8(ascii: "/")
        let nameStart = isClosing ? start + 2 : start + 1
        var nameEnd = nameStart
        while nameEnd < html.count, html[nameEnd] != UInt8(ascii: ">"), html[nameEnd] != 0x20 { nameEnd += 1 }
        let end = endOfTag(from: nameEnd)
        next = min(end + 1, html.count)
        let name = string(nameStart..<nameEnd)
        current = isClosing ? .closing(name) : .opening(HTMLTag(name: name, attributes: nameEnd..<end))
    }

    /// Goes on after the end of the element that is open.
    mutating func skip(past name: String) {
        while let token = current {
            advance()
            if case .closing(name) = token { return }
        }
    }

    // MARK: What a token says

    func isBlank(_ range: Range<Int>) -> Bool { html[range].allSatisfy { $0 == 0x20 || $0 == 0x0A } }

    /// A text with its entities resolved.
    func decoded(_ range: Range<Int>) -> String {
        guard html[range].contains(UInt8(ascii: "&")) else { return string(range) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            if html[index] == UInt8(ascii: "&"), let (entity, byte) = entity(at: index, before: range.upperBound) {
                bytes.append(byte)
                index += entity.utf8CodeUnitCount
            } else {
                bytes.append(html[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func attribute(_ name: String, of tag: HTMLTag) -> String? {
        valueRange(of: name, in: tag.attributes).map(decoded)
    }

    /// Whether an attribute's words, parted by blanks, have one among them.
    func has(_ name: String, _ word: String, in tag: HTMLTag) -> Bool {
        guard let range = valueRange(of: name, in: tag.attributes) else { return false }
        return html[range].split(separator: 0x20).contains { $0.elementsEqual(word.utf8) }
    }

    /// Whether a tag has an attribute without a value.
    func hasFlag(_ name: String, of tag: HTMLTag) -> Bool {
        html[tag.attributes].split(separator: 0x20).contains { $0.elementsEqual(name.utf8) }
    }

    // MARK: Bytes

    private static let entities: [(StaticString, UInt8)] = [
        ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27),
    ]

    private func entity(at index: Int, before end: Int) -> (StaticString, UInt8)? {
        Self.entities.first { entity, _ in
            let length = entity.utf8CodeUnitCount
            return index + length <= end
                && html[index..<index + length].elementsEqual(
                    UnsafeBufferPointer(start: entity.utf8Start, count: length))
        }
    }

    private func valueRange(of name: String, in range: Range<Int>) -> Range<Int>? {
        let length = name.utf8.count
        var index = range.lowerBound
        while index < range.upperBound {
            // At the blank before an attribute.
            let start = index + 1
            var end = start
            while end < range.upperBound, html[end] != UInt8(ascii: "="), html[end] != 0x20 { end += 1 }
            guard end + 1 < range.upperBound, html[end] == UInt8(ascii: "=") else {
                index = max(end, index + 1)
                continue
            }
            let value = end + 2
            let close = min(self.index(of: UInt8(ascii: "\""), from: value), range.upperBound)
            if end - start == length, html[start..<end].elementsEqual(name.utf8) { return value..<close }
            index = close + 1
        }
        return nil
    }

    /// A `>` in quotes ends no tag.
    private func endOfTag(from start: Int) -> Int {
        var index = start
        var isQuoted = false
        while index < html.count {
            if html[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if html[index] == UInt8(ascii: ">"), !isQuoted { return index }
            index += 1
        }
        return index
    }

    private func index(of byte: UInt8, from start: Int) -> Int {
        var index = start
        while index < html.count, html[index] != byte { index += 1 }
        return index
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: html[range]), as: UTF8.self)
    }
}
