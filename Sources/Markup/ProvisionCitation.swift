/// How a unit of a document is cited, from small to large: “điểm a khoản 2 Điều 5”.
public enum ProvisionCitation {
    /// The names of units, by the class that their elements have.
    private static let names = [
        "phu-luc": "Phụ lục", "phan": "Phần", "chuong": "Chương", "muc": "Mục", "tieu-muc": "Tiểu mục", "dieu": "Điều",
        "khoan": "khoản", "diem": "điểm",
    ]

    /// A unit's words with those of what contains it.
    public static func words(_ unit: String, _ label: String, in outer: String) -> String {
        let own = label.isEmpty ? names[unit] ?? "" : (names[unit] ?? "") + " " + label
        return outer.isEmpty ? own : own + " " + outer
    }

    /// Whether the page reads a label off the anchor as it is printed: `IV` of `iv`, `đ` of `dd`, `1.2` of `1-2`.
    static func isRead(_ label: String, from slug: String, capital: Bool) -> Bool {
        if slug == "dd" { return label == (capital ? "Đ" : "đ") }
        let isUpper =
            capital && (slug.utf8.count == 1 && !isDigit(slug.utf8.first ?? 0) || slug.utf8.allSatisfy(isRoman))
        return label.utf8.elementsEqual(slug.utf8.lazy.map { asPrinted($0, isUpper: isUpper) })
    }

    private static func asPrinted(_ byte: UInt8, isUpper: Bool) -> UInt8 {
        if isUpper { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0xDF : byte }
        return byte == UInt8(ascii: "-") ? UInt8(ascii: ".") : byte
    }

    private static func isRoman(_ byte: UInt8) -> Bool { "ivxl".utf8.contains(byte) }
}
