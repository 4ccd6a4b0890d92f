/// Follows quotations over lines, as amending documents quote articles: what stands inside is no structure of the document.
public struct QuotedText {
    public private(set) var depth = 0

    public init() {}

    public var isOpen: Bool { depth > 0 }

    /// Takes a line; a straight quotation mark closes what one opened before it.
    public mutating func take(_ text: String) {
        var isStraight = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "“", "«": depth += 1
            case "”", "»": depth = max(0, depth - 1)
            case "\"": isStraight.toggle()
            default: break
            }
        }
        // An odd straight mark at the start of a line opens, at its end closes.
        if isStraight {
            if text.hasPrefix("\"") { depth += 1 } else { depth = max(0, depth - 1) }
        }
        depth = min(depth, 3)
    }

    /// Whether a quotation that opens in `lines[index]` closes within reach. One that never does is a slip of typing.
    public static func closes(_ lines: [String], from index: Int, within reach: Int = 400) -> Bool {
        var quotation = QuotedText()
        for text in lines[index...].prefix(reach) {
            quotation.take(text)
            if !quotation.isOpen { return true }
        }
        return false
    }
}
