import Encodings

/// Writing HTML straight into bytes.
extension [UInt8] {
    mutating func write(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func write(_ text: String) { append(contentsOf: text.utf8) }

    mutating func write(_ number: Int) {
        if number >= 0, number < 10 {
            append(UInt8(ascii: "0") + UInt8(number))
        } else {
            append(contentsOf: String(number).utf8)
        }
    }

    /// Text with `& < > "` escaped, for content and for attributes in double quotes.
    mutating func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        let count = bytes.count
        while index < count {
            // Most text has none of the four for long stretches.
            if index + 8 <= count, Self.isPlain(bytes, index) {
                index += 8
                continue
            }
            let end = Swift.min(index + 8, count)
            while index < end {
                if let entity = Self.entity(bytes[index]) {
                    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    write(entity)
                    start = index + 1
                }
                index += 1
            }
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<count]))
    }

    /// Whether none of the eight bytes is one of the four, by arithmetic on all at once.
    @inline(__always)
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        let chunk = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let found =
            zeros(chunk ^ 0x2626_2626_2626_2626) | zeros(chunk ^ 0x3C3C_3C3C_3C3C_3C3C)
            | zeros(chunk ^ 0x3E3E_3E3E_3E3E_3E3E) | zeros(chunk ^ 0x2222_2222_2222_2222)
        return found == 0
    }

    /// Not 0 exactly when a byte is.
    @inline(__always)
    static func zeros(_ chunk: UInt64) -> UInt64 {
        (chunk &- 0x0101_0101_0101_0101) & ~chunk & 0x8080_8080_8080_8080
    }

    mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { writeEscaped($0) }
    }

    /// An address for `href` or `src`: what is not allowed in one is percent-encoded, `&` is an entity.
    mutating func writeAddress(_ address: String) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "'"): write("&#39;")
            case 0...0x20, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
                UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"),
                UInt8(ascii: "["), UInt8(ascii: "]"):
                append(UInt8(ascii: "%"))
                append(Hexadecimal.upperDigit(byte >> 4))
                append(Hexadecimal.upperDigit(byte & 15))
            default: append(byte)
            }
        }
    }

    @inline(__always)
    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: nil
        }
    }
}
