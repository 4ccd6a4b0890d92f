/// The numbers that headings carry.
enum HeadingLabel {
    /// Folded: a number with at most one letter, a Roman number (`iv`, `iva`) or a single letter; else nil.
    static func slug(_ title: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
        guard !range.isEmpty, range.count <= 8 else { return nil }
        if isRoman(title, range) { return lowered(title, range) }
        if isCapitalD(title, range) { return "dd" }
        if let slug = lettered(title, range) { return slug }
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

    /// `IVa`, `IIđ`: a Roman number with a small letter, where no sentence goes on (“Mục Vi phạm”).
    private static func lettered(_ title: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
        let last = title[range.upperBound - 1]
        let isD = range.count > 2 && last == 0x91 && title[range.upperBound - 2] == 0xC4
        let roman = range.lowerBound..<range.upperBound - (isD ? 2 : 1)
        guard isD || (last >= UInt8(ascii: "a") && last <= UInt8(ascii: "h")), isRoman(title, roman) else { return nil }
        var index = range.upperBound
        if index < title.count, title[index] == 0x20 {
            while index < title.count, title[index] == 0x20 { index += 1 }
            // A title, in capitals at its beginning, and no word of the same sentence.
            guard index < title.count, beginsTitle(title, index) else { return nil }
        }
        return lowered(title, roman) + (isD ? "dd" : lowered(title, roman.upperBound..<range.upperBound))
    }

    private static func beginsTitle(_ title: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = title[index]
        if byte < 0x80 { return !(byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) }
        // Capital letters of Vietnamese: Đ, Ơ, Ư, and those with marks, whose last byte is even.
        guard index + 1 < title.count else { return false }
        switch byte {
        case 0xC3: return title[index + 1] < 0xA0
        case 0xC4, 0xC5: return title[index + 1] & 1 == 0
        case 0xC6: return title[index + 1] == 0xA0 || title[index + 1] == 0xAF
        case 0xE1: return index + 2 < title.count && title[index + 2] & 1 == 0
        default: return true
        }
    }

    /// The label of an annex, which may go on: `I-1`, `IV.1`, `1-2a`, `I.B`, `IA`, `B1`, `3/1`.
    static func annex(
        _ title: UnsafeBufferPointer<UInt8>, _ start: Int, _ label: Range<Int>
    ) -> (slug: String, range: Range<Int>)? {
        guard !label.isEmpty else { return nil }
        var slug: String
        if let known = self.slug(title, label) {
            slug = known
        } else if label.count > 1, isRoman(title, label.lowerBound..<label.upperBound - 1), label.count <= 7 {
            // “IA”: no Roman number ends in another capital.
            guard title[label.upperBound - 1] <= UInt8(ascii: "Z") else { return nil }
            slug = lowered(title, label)
        } else if label.count > 1, label.count <= 4, isCapital(title[label.lowerBound]),
            title[label.dropFirst()].allSatisfy(isDigit)
        {
            // “B1”
            slug = lowered(title, label)
        } else {
            return nil
        }
        var end = label.upperBound
        while end + 1 < title.count, "-./".utf8.contains(title[end]) {
            var next = end + 1
            while next < title.count, isDigit(title[next]), next - end <= 3 { next += 1 }
            if next < title.count, isLetter(title[next]), !(next + 1 < title.count && goesOn(title[next + 1])) {
                next += 1
            }
            guard next > end + 1, next == title.count || !goesOn(title[next]) else { break }
            slug += "-" + lowered(title, end + 1..<next)
            end = next
        }
        return (slug, label.lowerBound..<end)
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    /// Whether a label would go on with a byte: a letter, a digit or part of another letter.
    private static func goesOn(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || (byte >= 0x80 && byte != 0xE2)
    }

    /// Đ (C4 90) and its look-alikes Ð (C3 90) and Ɖ (C6 89).
    static func isCapitalD(_ title: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count == 2 else { return false }
        switch (title[range.lowerBound], title[range.lowerBound + 1]) {
        case (0xC4, 0x90), (0xC3, 0x90), (0xC6, 0x89): return true
        default: return false
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
