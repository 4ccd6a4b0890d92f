/// Knows when paragraphs are the quoted wording of another law, as amending laws print it: the first begins with a
/// quotation mark, and the quotation ends with the paragraph that balances it. Numbers inside are not the amending
/// law's own. A quotation that is never closed ends at the next heading.
struct QuotationTracker {
    private var depth = 0
    private var isStraightOpen = false
    private(set) var isOpen = false

    mutating func begin(_ text: UnsafeBufferPointer<UInt8>) {
        guard !isOpen, let first = text.first else { return }
        isOpen = first == UInt8(ascii: "\"") || (text.count > 2 && Self.isCurly(text, 0, last: 0x9C))
    }

    mutating func end(_ text: UnsafeBufferPointer<UInt8>) {
        guard isOpen else { return }
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "\""): isStraightOpen.toggle()
            case 0xE2:
                if Self.isCurly(text, index, last: 0x9C) { depth += 1 }
                if Self.isCurly(text, index, last: 0x9D) { depth -= 1 }
            default: break
            }
        }
        if depth <= 0, !isStraightOpen { self = QuotationTracker() }
    }

    fileprivate static func isCurly(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, last: UInt8) -> Bool {
        index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == last
    }
}

/// Knows whether a paragraph goes on with wording that one before it began to quote, also after words of its own: “… được
/// sửa đổi như sau: “2. …”. Such wording speaks of another document.
struct WordingTracker {
    /// Whether the wording was open when the paragraph began.
    private(set) var isOpen = false
    private var depth = 0

    mutating func begin() { isOpen = depth > 0 }

    mutating func end(_ text: UnsafeBufferPointer<UInt8>) {
        for index in text.indices where text[index] == 0xE2 {
            if QuotationTracker.isCurly(text, index, last: 0x9C), depth > 0 || opensWording(text, index) { depth += 1 }
            if depth > 0, QuotationTracker.isCurly(text, index, last: 0x9D) { depth -= 1 }
        }
    }

    /// A quotation that begins the paragraph or stands behind a colon; any other that is never closed is a slip.
    private func opensWording(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        var before = index
        while before > 0, text[before - 1] == 0x20 { before -= 1 }
        return before == 0 || text[before - 1] == UInt8(ascii: ":")
    }
}
