import VietnameseText

/// Knows where in a text quotation marks are open: an amendment prints the new wording of another document between them,
/// and “Điều này” and “Luật này” in it are not the amending text's. Looks at every byte once, as far as it is asked.
struct QuotedWording {
    private var marks = QuotationMarks()
    /// Whether a paragraph before began the wording, and nothing has closed it yet.
    private var isContinued: Bool
    private var position = 0

    init(isOpen: Bool) { isContinued = isOpen }

    /// Whether a place stands between quotation marks; asked in ascending order.
    mutating func isOpen(_ text: TextBytes, at index: Int) -> Bool {
        let bytes = UnsafeBufferPointer(start: text.base, count: text.count)
        while position < index {
            let byte = text[position]
            if byte == 0xE2 || byte == 0x22 || byte == 0x27 {
                // What closes nothing that this text opened closes what an earlier one did.
                if isContinued, !marks.isOpen, QuotationMarks.closes(bytes, at: position) { isContinued = false }
                marks.look(bytes, at: position)
            }
            position += 1
        }
        return isContinued || marks.isOpen
    }
}
