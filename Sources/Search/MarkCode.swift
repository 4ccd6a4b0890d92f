/// The marks of one syllable as a number below 72: tone (six) and letter marks (twelve).
///
/// The fold of a syllable and this number together give its spelling back for all practical purposes, wherever the
/// tone is placed (`hòa` and `hoà` are one). Codes depend on the syllable alone, never on the collection, so they
/// stay put when records change. Tones: 0 none, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot below. Letter marks add up:
/// ă ê ô 1, â ơ 2, ư 3, đ 6, taken modulo 12.
struct MarkCode: Hashable, Sendable {
    static let count = 72

    var number: Int

    var tone: Int { number % 6 }
    var letters: Int { number / 6 }

    static let bare = MarkCode(number: 0)

    init(number: Int) { self.number = number }

    /// Of a lower-case syllable in NFC.
    init(of syllable: some Sequence<UInt8>) {
        var tone = 0
        var letters = 0
        var decoder = UTF8()
        var iterator = syllable.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            guard scalar.value > 0x7F, let code = Self.table[scalar.value] else { continue }
            letters += code.number / 6
            if code.number % 6 != 0 { tone = code.number % 6 }
        }
        number = letters % 12 * 6 + tone
    }

    /// How well a spelling in a record answers to one that was typed.
    func agreement(with typed: MarkCode) -> MarkAgreement {
        if self == typed { return .exact }
        return letters == typed.letters ? .otherTone : .folded
    }

    private static let table: [UInt32: MarkCode] = {
        let rows: [(String, Int)] = [
            ("aàáảãạ", 0), ("ăằắẳẵặ", 1), ("âầấẩẫậ", 2), ("eèéẻẽẹ", 0), ("êềếểễệ", 1), ("iìíỉĩị", 0),
            ("oòóỏõọ", 0), ("ôồốổỗộ", 1), ("ơờớởỡợ", 2), ("uùúủũụ", 0), ("ưừứửữự", 3), ("yỳýỷỹỵ", 0), ("đ", 6),
        ]
        var table: [UInt32: MarkCode] = [:]
        for (row, letters) in rows {
            for (tone, scalar) in row.unicodeScalars.enumerated() {
                table[scalar.value] = MarkCode(number: letters * 6 + tone)
            }
        }
        return table
    }()
}

/// The tiers of a match under folding, worst first.
enum MarkAgreement: Int, Comparable, Sendable {
    case folded, otherTone, exact

    static func < (a: MarkAgreement, b: MarkAgreement) -> Bool { a.rawValue < b.rawValue }
}
