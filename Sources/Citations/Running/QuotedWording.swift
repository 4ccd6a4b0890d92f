/// Knows where in a text quotation marks are open: an amendment prints the new wording of another document between them,
/// and “Điều này” and “Luật này” in it are not the amending text's. Looks at every byte once, as far as it is asked.
struct QuotedWording {
    private var depth: Int
    private var isStraightOpen = false
    private var position = 0

    init(isOpen: Bool) { depth = isOpen ? 1 : 0 }

    /// Whether a place stands between quotation marks; asked in ascending order.
    mutating func isOpen(_ text: TextBytes, at index: Int) -> Bool {
        while position < index {
            switch text[position] {
            case UInt8(ascii: "\""): isStraightOpen.toggle()
            case 0xE2 where text.at(position + 1) == 0x80:
                if text.at(position + 2) == 0x9C { depth += 1 }
                if text.at(position + 2) == 0x9D, depth > 0 { depth -= 1 }
            default: break
            }
            position += 1
        }
        return depth > 0 || isStraightOpen
    }
}
