/// Tells from its bytes alone that a line holds no mark, which is so of almost every line.
///
/// Every mark of secrecy has the letters MẬT, and every mark of circulation DỰ THẢO or LƯU HÀNH NỘI BỘ, in one of the
/// spellings of `MarkWords`: with or without diacritics, or as an old encoding writes them.
enum MarkLetters {
    static func mayBeMark(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        // The last twelve letters, five bits each.
        var letters: UInt64 = 0
        var index = 0
        while index < line.count {
            let byte = line[index]
            let code: UInt64
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "&"):
                // Tags and character references are for the closer look.
                return true
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                code = UInt64(byte & 0x1F)
                index += 1
            case 0xC3...0xDF:
                let second = index + 1 < line.count ? line[index + 1] : 0
                index += 2
                // The second sign of a letter that VNI writes as two, `MAÄT`, and signs that are no letters.
                if byte == 0xC3, [0x84, 0xA4, 0x97, 0xB7].contains(second) { continue }
                code = twoByteLetter(byte, second)
            case 0xE1:
                let isWhole = index + 2 < line.count
                code = isWhole ? vietnameseLetter(line[index + 1], line[index + 2]) : otherLetter
                index += 3
            default:
                // Digits, blanks, and signs of any length: their later bytes are below 0xC3.
                index += 1
                continue
            }
            letters = letters << 5 | code
            if letters & 0x7FFF == secrecy || letters & 0x3FFF_FFFF == draft || letters & twelve == internalUse {
                return true
            }
        }
        return false
    }

    private static let twelve: UInt64 = (1 << 60) - 1
    private static let secrecy = codes("mat")
    private static let draft = codes("duthao")
    private static let internalUse = codes("luuhanhnoibo")
    private static let otherLetter: UInt64 = 0

    private static func codes(_ word: String) -> UInt64 {
        word.utf8.reduce(0) { $0 << 5 | UInt64($1 & 0x1F) }
    }

    private static func code(_ letter: Unicode.Scalar) -> UInt64 { UInt64(letter.value & 0x1F) }

    /// À and Ư; Ë, which is the Ậ of TCVN3.
    private static func twoByteLetter(_ first: UInt8, _ second: UInt8) -> UInt64 {
        switch (first, second) {
        case (0xC3, 0x80), (0xC3, 0xA0), (0xC3, 0x8B), (0xC3, 0xAB): code("a")
        case (0xC6, 0xAF), (0xC6, 0xB0): code("u")
        default: otherLetter
        }
    }

    /// Ậ and Ả, Ự, Ộ: the letters from U+1EA0 to U+1EF9.
    private static func vietnameseLetter(_ second: UInt8, _ third: UInt8) -> UInt64 {
        switch (second, third) {
        case (0xBA, 0xAC), (0xBA, 0xAD), (0xBA, 0xA2), (0xBA, 0xA3): code("a")
        case (0xBB, 0xB0), (0xBB, 0xB1): code("u")
        case (0xBB, 0x98), (0xBB, 0x99): code("o")
        default: otherLetter
        }
    }
}
