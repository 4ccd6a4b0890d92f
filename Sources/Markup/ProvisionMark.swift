/// The label that a paragraph, list item or heading begins with.
enum ProvisionMark: Hashable {
    /// `1.`, `1-`, `1.1`, `2a.`: its parts, folded.
    case number([String])
    /// `a)`, `đ)`, `a1)`: folded (`dd`) and as printed.
    case point(String, printed: String)

    /// As printed, without its punctuation.
    var label: String {
        switch self {
        case .number(let parts): parts.joined(separator: ".")
        case .point(_, let printed): printed
        }
    }

    /// Whether a bullet may stand before it: `- a)`, `- 1.1.`; a number alone makes a list of its own.
    var isBulleted: Bool {
        switch self {
        case .number(let parts): parts.count > 1
        case .point: true
        }
    }

    /// Reads the start of a text.
    static func read(_ text: UnsafeBufferPointer<UInt8>) -> ProvisionMark? {
        guard let first = text.first else { return nil }
        if isDigit(first) { return readNumber(text) }
        if first == 0xE2 || first == UInt8(ascii: "+"), let start = afterBullet(text) {
            let mark = readPoint(UnsafeBufferPointer(rebasing: text[start...]))
            if case .point = mark { return mark }
            return nil
        }
        return readPoint(text)
    }

    /// Behind a printed dash or bullet and its blank: “– a) …”, “• b) …”.
    private static func afterBullet(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let length = text[0] == 0xE2 ? 3 : 1
        guard text.count > length + 1, text[length] == 0x20 else { return nil }
        guard length == 3 else { return length + 1 }
        switch (text[1], text[2]) {
        case (0x80, 0x90...0x95), (0x80, 0xA2), (0x88, 0x92): return length + 1
        default: return nil
        }
    }

    private static func readNumber(_ text: UnsafeBufferPointer<UInt8>) -> ProvisionMark? {
        var parts: [String] = []
        var index = 0
        while parts.count < 6 {
            let start = index
            while index < text.count, isDigit(text[index]), index - start < 4 { index += 1 }
            guard index > start, index - start <= 3 else { break }
            var part = String(decoding: UnsafeBufferPointer(rebasing: text[start..<index]), as: UTF8.self)
            if let (letter, end) = smallLetter(text, index), isBoundary(text, end) {
                part += letter
                index = end
            }
            parts.append(part)
            guard index + 1 < text.count, text[index] == UInt8(ascii: "."), isDigit(text[index + 1]) else { break }
            index += 1
        }
        guard !parts.isEmpty else { return nil }
        return closes(text, index, isPath: parts.count > 1) ? .number(parts) : nil
    }

    private static func readPoint(_ text: UnsafeBufferPointer<UInt8>) -> ProvisionMark? {
        guard let (letter, end) = smallLetter(text, 0) else { return nil }
        var index = end
        var folded = letter
        while folded.utf8.count < 8 {
            let start = index
            if index < text.count, text[index] == UInt8(ascii: "."), index + 1 < text.count, isDigit(text[index + 1]) {
                index += 1
                folded += "-"
            }
            let digits = index
            while index < text.count, isDigit(text[index]), index - digits < 2 { index += 1 }
            guard index > digits else {
                index = start
                break
            }
            folded += String(decoding: UnsafeBufferPointer(rebasing: text[digits..<index]), as: UTF8.self)
        }
        guard index < text.count else { return nil }
        let printed = String(decoding: UnsafeBufferPointer(rebasing: text[0..<index]), as: UTF8.self)
        switch text[index] {
        case UInt8(ascii: ")"): return .point(folded, printed: printed)
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"):
            guard index + 1 < text.count, text[index + 1] == 0x20 else { return nil }
            return .point(folded, printed: printed)
        default: return nil
        }
    }

    /// Whether a number ends here with the punctuation of a label, not as part of a date or an amount.
    private static func closes(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, isPath: Bool) -> Bool {
        var index = start
        guard index < text.count else { return isPath }
        let isSpaced = text[index] == 0x20
        if isSpaced { index += 1 }
        guard index < text.count else { return isPath }
        let after: Int
        switch text[index] {
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            if isSpaced { return isPath }
            after = index + 1
            return after == text.count || text[after] == 0x20 || text[after] >= 0x80 || !isDigit(text[after])
        case UInt8(ascii: "-"): after = index + 1
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x93: after = index + 3
        case UInt8(ascii: "/"):
            return !isSpaced && index + 1 < text.count && text[index + 1] == 0x20
        default: return isPath && isSpaced
        }
        // “5 - 7 người” and “1-2 người” are ranges.
        guard after < text.count else { return false }
        if isSpaced, text[after] != 0x20 { return false }
        let next = text[after] == 0x20 && after + 1 < text.count ? text[after + 1] : text[after]
        return !isDigit(next)
    }

    private static func smallLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (String, Int)? {
        guard index < text.count else { return nil }
        let byte = text[index]
        if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
            return (String(UnicodeScalar(byte)), index + 1)
        }
        if byte == 0xC4, index + 1 < text.count, text[index + 1] == 0x91 { return ("dd", index + 2) }
        return nil
    }

    private static func isBoundary(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index < text.count else { return true }
        switch text[index] {
        case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "-"), 0x20: return true
        default: return false
        }
    }
}
