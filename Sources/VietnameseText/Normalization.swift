import Foundation

/// Unicode normal form C, which everything stored and compared is in.
public enum Normalization {
    /// The same text in NFC. Text that is surely NFC already, as almost all Vietnamese text is, comes back untouched
    /// after one pass over its bytes. The bytes must be valid UTF-8.
    public static func nfc(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.withUnsafeBufferPointer(isSurelyNFC) { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    }

    /// The same text in NFC.
    public static func nfc(_ text: String) -> String {
        var text = text
        if text.withUTF8(isSurelyNFC) { return text }
        return text.precomposedStringWithCanonicalMapping
    }

    /// Whether every scalar is one that NFC never changes. `false` says only that a full normalisation must decide.
    public static func isSurelyNFC(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        let count = bytes.count
        var index = 0
        while index < count {
            // Eight ASCII bytes at a time: headings, tables and English run long.
            while index + 8 <= count {
                let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { break }
                index += 8
            }
            guard index < count else { break }
            let lead = base[index]
            if lead < 0x80 {
                index += 1
            } else if lead < 0xCC {
                // U+0080–U+02FF: no marks, no singletons.
                index += 2
            } else if lead >= 0xCE, lead < 0xD2, index + 1 < count {
                // Greek and Cyrillic letters, as signs of sizes and formulas.
                let scalar = UInt32(lead & 0x1F) << 6 | UInt32(base[index + 1] & 0x3F)
                guard scalar >= 0x391, scalar < 0x480 else { return false }
                index += 2
            } else if lead == 0xE1, index + 2 < count, base[index + 1] >= 0xB8, base[index + 1] <= 0xBB {
                // U+1E00–U+1EFF: the toned Vietnamese vowels.
                index += 3
            } else if lead >= 0xE0, lead < 0xF0, index + 2 < count {
                let scalar =
                    UInt32(lead & 0x0F) << 12 | UInt32(base[index + 1] & 0x3F) << 6 | UInt32(base[index + 2] & 0x3F)
                guard isStable(scalar) else { return false }
                index += 3
            } else {
                return false
            }
        }
        return true
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
