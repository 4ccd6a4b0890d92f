/// The numbers that headings carry.
enum HeadingLabel {
    /// Folded: a number with at most one letter, a Roman number or a single letter; else nil.
    static func slug(_ title: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
        guard !range.isEmpty, range.count <= 7 else { return nil }
        if isRoman(title, range) { return lowered(title, range) }
        var index = range.lowerBound
        while index < range.upperBound, isDigit(title[index]) { index += 1 }
        guard index - range.lowerBound <= 4 else { return nil }
        let digits = lowered(title, range.lowerBound..<index)
        switch range.upperBound - index {
        case 0: return digits
        case 1: return digits + lowered(title, index..<range.upperBound)
        case 2 where title[index] == 0xC4: return digits + "dd"
        default: return nil
        }
    }

    /// Capitals only; a lone L is a letter, since no text has fifty parts.
    static func isRoman(_ title: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.count <= 7, title[range.lowerBound] != UInt8(ascii: "L") else { return false }
        for index in range {
            switch title[index] {
            case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"): continue
            default: return false
            }
        }
        return true
    }

    /// As “Phần thứ …” spells them.
    static let ordinals = [
        "nhất": "nhat", "hai": "hai", "nhì": "nhi", "ba": "ba", "tư": "tu", "bốn": "bon", "năm": "nam", "lăm": "lam",
        "sáu": "sau", "bảy": "bay", "bẩy": "bay", "tám": "tam", "chín": "chin", "mười": "muoi", "mươi": "muoi",
        "một": "mot", "mốt": "mot",
    ]

    private static func lowered(_ title: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: title[range].map { isDigit($0) ? $0 : $0 | 0x20 }, as: UTF8.self)
    }
}
