/// What every letter of Vietnamese (and of the other Latin alphabets) is: its lower case, its ASCII letter, its tone.
///
/// One flat table over U+0000–U+024F and U+1E00–U+1EFF, where all precomposed Vietnamese letters stand. It is built once,
/// from the strings below; everything else that folds, scans or sorts looks letters up here.
enum LetterTable {
    /// Number of scalars in the first block.
    static let firstBlock = 0x250
    /// Size of both blocks together.
    static let size = 0x250 + 0x100

    /// The twelve vowels, each without tone and then with the five tones in dictionary order: à ả ã á ạ.
    static let vowels: [[Unicode.Scalar]] = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
        "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ].map { Array($0.unicodeScalars) }

    /// Never freed: it lives as long as the process, and a raw pointer keeps the look-up to one load.
    nonisolated(unsafe) static let entries: UnsafePointer<LetterEntry> = build()
    /// Lower case of ASCII letters and digits, 0 for every other byte under 0x80: what most of a scan needs.
    nonisolated(unsafe) static let ascii: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 128)
        for byte in 0..<128 { table[byte] = entries[byte].folded }
        return UnsafePointer(table)
    }()
    /// `vowels` flattened to row * 6 + tone.
    nonisolated(unsafe) static let toned: UnsafePointer<UInt16> = {
        let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 72)
        for (row, letters) in vowels.enumerated() {
            for (tone, letter) in letters.enumerated() { table[row * 6 + tone] = UInt16(letter.value) }
        }
        return UnsafePointer(table)
    }()

    /// The slot of a scalar, or nil when it stands outside the table.
    @inline(__always)
    static func slot(_ scalar: UInt32) -> Int? {
        if scalar < 0x250 { return Int(scalar) }
        if scalar >= 0x1E00, scalar < 0x1F00 { return Int(scalar) - 0x1E00 + firstBlock }
        return nil
    }

    /// The ASCII letter under the marks of U+00C0–U+024F, a dot where there is none: æ, ø and ß stay themselves.
    private static let latin: StaticString = """
        aaaaaa.ceeeeiiiidnooooo..uuuuy..aaaaaa.ceeeeiiiidnooooo..uuuuy.y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll.\
        ...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.\
        .........d......................oo.............uu...............\
        .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
        aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
        ................
        """

    /// The same for U+1E00–U+1EFF.
    private static let latinAdditional: StaticString = """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
        mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
        wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """

    private static func build() -> UnsafePointer<LetterEntry> {
        let table = UnsafeMutablePointer<LetterEntry>.allocate(capacity: size)
        for slot in 0..<size {
            let value = UInt32(slot < firstBlock ? slot : slot - firstBlock + 0x1E00)
            table[slot] = entry(of: value)
        }
        for (row, letters) in vowels.enumerated() {
            for (tone, letter) in letters.enumerated() {
                for scalar in [letter, letter.properties.uppercaseMapping.unicodeScalars.first ?? letter] {
                    guard let slot = slot(scalar.value) else { continue }
                    table[slot].vowel = UInt8(row + 1)
                    table[slot].tone = UInt8(tone)
                }
            }
        }
        return UnsafePointer(table)
    }

    private static func entry(of value: UInt32) -> LetterEntry {
        var entry = category(of: value)
        var bytes: [UInt8] = []
        UTF8Walk.append(UInt32(entry.lower), to: &bytes)
        entry.lowerLength = UInt8(bytes.count)
        for byte in bytes.reversed() { entry.lowerUTF8 = entry.lowerUTF8 << 8 | UInt32(byte) }
        return entry
    }

    private static func category(of value: UInt32) -> LetterEntry {
        var entry = LetterEntry()
        guard let scalar = Unicode.Scalar(value) else { return entry }
        let properties = scalar.properties
        entry.isDigit = value >= 0x30 && value <= 0x39
        entry.isWord = entry.isDigit || OtherScripts.isWord(scalar)
        guard entry.isWord else { return entry }
        let lower = properties.lowercaseMapping.unicodeScalars
        // İ lower-cases to i and a combining dot; the dot says nothing here.
        entry.lower = UInt16(truncatingIfNeeded: lower.first?.value ?? value)
        if value < 0x80 {
            entry.folded = UInt8(entry.lower)
        } else {
            let letter: UInt8 =
                value >= 0x1E00
                ? latinAdditional.utf8Start[Int(value) - 0x1E00]
                : value >= 0xC0 ? latin.utf8Start[Int(value) - 0xC0] : 0x2E
            entry.folded = letter == 0x2E ? 0 : letter
        }
        // Ð and Ɖ look the same as Đ and are typed for it; no normal form joins them.
        if value == 0xD0 || value == 0xF0 || value == 0x189 { entry.lower = 0x111 }
        return entry
    }
}

/// One letter, digit or sign.
struct LetterEntry {
    /// The ASCII letter or digit, lower case; 0 when there is none.
    var folded: UInt8 = 0
    /// 0 for no tone, then à ả ã á ạ as 1 to 5.
    var tone: UInt8 = 0
    /// Row in `LetterTable.vowels` plus one; 0 for what is no Vietnamese vowel.
    var vowel: UInt8 = 0
    var isWord = false
    var isDigit = false
    /// The lower-case scalar; all of the table's, but two rare letters, fit 16 bits.
    var lower: UInt16 = 0
    /// The same as UTF-8, first byte lowest, so that a scan writes it with one store.
    var lowerUTF8: UInt32 = 0
    var lowerLength: UInt8 = 0
}

/// Letters outside the table, by their Unicode category. Rare in this field, so correctness comes before speed.
enum OtherScripts {
    /// Whether a scalar belongs to a word: a letter, a number or a mark on one.
    @inline(never)  // Inlined, its look-ups of metadata would burden every token.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    /// Lower case, with ɖ read as đ like its capital.
    @inline(never)
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value == 0x256 { return "đ" }
        return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
}
