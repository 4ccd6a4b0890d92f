import VietnameseText

extension String {
    /// Without blanks of any kind at both ends.
    public func trimmingBlanks() -> String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

/// What word processors leave in a text that is no part of it.
public enum TextCleaning {
    /// Composed letters; soft hyphens, zero-width signs and control characters gone; odd blanks as plain ones; look-alikes of
    /// Đ as Đ. Tabs and line breaks stay.
    public static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.reserveCapacity(text.unicodeScalars.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A: result.append(scalar)
            case 0x0B, 0x2028, 0x2029: result.append("\n")
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFFFC: break
            case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
            case 0xD0, 0x189: result.append("Đ")
            case 0x2011: result.append("-")
            case 0xF0B7, 0xF0A7, 0xF0FC, 0xF0D8, 0xF0A8: result.append("-")
            case 0xE000...0xF8FF: break
            default: result.append(scalar)
            }
        }
        return Normalization.nfc(String(result))
    }
}
