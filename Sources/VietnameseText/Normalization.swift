import Foundation

/// Unicode normal form C, which everything stored and compared is in.
public enum Normalization {
    /// The same text in NFC. Text that is surely NFC already, as almost all Vietnamese text is, comes back untouched
    /// after one pass over its bytes. The bytes must be valid UTF-8.
    public static func nfc(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.withUnsafeBufferPointer(isSurelyNFC) { return bytes }
        return bytes.withUnsafeBufferPointer(Composition.composed)
    }

    /// The same text in NFC.
    public static func nfc(_ text: String) -> String {
        var text = text
        if text.withUTF8(isSurelyNFC) { return text }
        return String(decoding: text.withUTF8(Composition.composed), as: UTF8.self)
    }

    /// Whether every scalar is one that NFC never changes. `false` says only that a full normalisation must decide.
    public static func isSurelyNFC(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        sureCount(bytes, from: 0) == bytes.count
    }

    /// Where the scalars that NFC never changes, and that never change those before them, end.
    static func sureCount(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        let count = bytes.count
        var index = start
        while index < count {
            // Eight ASCII bytes at a time: headings, tables and English run long.
            while index + 8 <= count {
                let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { break }
                index += 8
            }
            guard index < count else { break }
            guard let length = sureLength(bytes, index) else { return index }
            index += length
        }
        return min(index, count)
    }

    /// The length of a scalar that NFC never changes; nil for any other.
    @inline(__always)
    static func sureLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        let lead = bytes[index]
        let count = bytes.count
        if lead < 0x80 { return 1 }
        // U+0080–U+02FF: no marks, no singletons.
        if lead < 0xCC { return 2 }
        if lead >= 0xCE, lead < 0xD2, index + 1 < count {
            // Greek and Cyrillic letters, as signs of sizes and formulas.
            let scalar = UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
            return scalar >= 0x391 && scalar < 0x480 ? 2 : nil
        }
        // U+1E00–U+1EFF: the toned Vietnamese vowels.
        if lead == 0xE1, index + 2 < count, bytes[index + 1] >= 0xB8, bytes[index + 1] <= 0xBB { return 3 }
        if lead >= 0xE0, lead < 0xF0, index + 2 < count {
            let scalar =
                UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            return isStable(scalar) ? 3 : nil
        }
        return nil
    }

    /// Punctuation, currency, arrows, boxes and Han ideographs. U+2000 and U+2001 are left out: NFC replaces them.
    private static func isStable(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2002...0x20CF, 0x2150...0x218F, 0x2190...0x2328, 0x2400...0x2ADB, 0x3000...0x3029,
            0x3041...0x3098, 0x309B...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xE000...0xF8FF, 0xFEFF,
            0xFF01...0xFF60:
            true
        default: false
        }
    }
}
