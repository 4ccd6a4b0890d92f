import VietnameseText

/// Knows when paragraphs are the quoted wording of another law, as amending laws print it: a quotation begins a paragraph or stands
/// behind a colon, “… được sửa đổi như sau: “2. …”, and ends where it is closed. Numbers in such wording are not the amending
/// law's own, and what it cites is another document's. A quotation that is never closed ends at the next heading; any other
/// mark that is never closed is a slip.
struct QuotationTracker {
    private var marks = QuotationMarks()
    /// Whether the wording was open when the paragraph began.
    private(set) var wasOpen = false
    /// The same, or the paragraph begins with it.
    private(set) var isOpen = false

    mutating func begin(_ text: UnsafeBufferPointer<UInt8>) {
        wasOpen = marks.isOpen
        isOpen = wasOpen
        guard !isOpen, !text.isEmpty else { return }
        var own = marks
        isOpen = own.look(text, at: 0)
    }

    mutating func end(_ text: UnsafeBufferPointer<UInt8>) {
        for index in text.indices where text[index] == 0xE2 || text[index] == 0x22 || text[index] == 0x27 {
            marks.look(text, at: index) { Self.beginsWording(text, $0) }
        }
        isOpen = marks.isOpen
    }

    private static func beginsWording(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        var before = index
        while before > 0, text[before - 1] == 0x20 { before -= 1 }
        return before == 0 || text[before - 1] == UInt8(ascii: ":")
    }
}
