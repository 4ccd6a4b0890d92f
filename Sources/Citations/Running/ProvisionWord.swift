/// The word that names a unit: “Điều”, “khoản”, “Phụ lục”. Text has one blank between words.
struct ProvisionWord {
    var unit: ProvisionReference.Unit
    var bytes: [UInt8]

    init(_ unit: ProvisionReference.Unit, _ text: String) {
        self.unit = unit
        bytes = Array(text.utf8)
    }

    private static let all = [
        ProvisionWord(.article, "điều"), ProvisionWord(.clause, "khoản"), ProvisionWord(.point, "điểm"),
        ProvisionWord(.section, "mục"), ProvisionWord(.chapter, "chương"), ProvisionWord(.annex, "phụ lục"),
        ProvisionWord(.annex, "phụ Lục"), ProvisionWord(.part, "phần"), ProvisionWord(.subsection, "tiểu mục"),
        ProvisionWord(.subsection, "tiểu Mục"),
    ]

    /// Syllables that make another word of the one after them: “danh mục”, “tài khoản”, “thời điểm”.
    private static let compounds: [(unit: ProvisionReference.Unit, before: [[UInt8]])] = [
        (.section, ["danh", "hạng", "đề", "thư", "chuyên", "tiểu", "tiết", "trang", "toàn"]),
        (.clause, ["tài", "điều", "chuyển", "ngân", "trái", "bồi", "trích"]),
        (
            .point,
            [
                "thời", "địa", "đặc", "quan", "trọng", "cao", "thí", "ưu", "nhược", "khuyết", "kiểm", "tiêu", "giao",
                "trung", "tâm", "yếu", "số", "tổng", "chấm", "tính", "cộng", "trừ", "thang", "mốc", "nhấn", "luận",
            ]
        ),
        (.part, ["thành", "cổ", "học", "góp", "một", "hai", "ba", "bộ", "hợp", "khẩu", "âm"]),
        (.chapter, ["huy", "hiến", "văn", "từ", "ấn"]),
        (.article, ["hạt", "thủy", "dây"]),
    ].map { ($0, $1.map { Array($0.utf8) }) }

    /// The word at an index, with a blank after it.
    static func at(_ text: TextBytes, _ index: Int) -> ProvisionWord? {
        all.first { text.hasWord($0.bytes, at: index) && text.at(index + $0.bytes.count) == 0x20 }
    }

    /// The word that begins a phrase at an index, where it is no part of a longer word.
    static func beginning(_ text: TextBytes, _ index: Int) -> (word: ProvisionWord, start: Int)? {
        guard let word = at(text, index) else { return nil }
        if word.unit == .section, let whole = at(text, index - subsectionStart) {
            return (whole, index - subsectionStart)
        }
        guard text.at(index - 1) == 0x20, let compound = compounds.first(where: { $0.unit == word.unit }) else {
            return (word, index)
        }
        let isCompound = compound.before.contains { syllable in
            let start = index - 1 - syllable.count
            return text.hasWord(syllable, at: start) && !text.isAfterLetter(start)
        }
        return isCompound ? nil : (word, index)
    }

    private static let subsectionStart = "tiểu ".utf8.count
}
