/// The label of a unit as running text prints it: `5a`, `đ`, `IV`, `I-1`, “này”.
struct ProvisionLabel {
    /// As anchors spell it; empty for “này”.
    var slug: String
    var range: Range<Int>

    private static let these = Array("này".utf8)
    private static let numberWord = Array("số".utf8)

    /// The label of a unit at an index; nil when none stands there.
    static func read(_ text: TextBytes, _ index: Int, _ unit: ProvisionReference.Unit) -> ProvisionLabel? {
        if text.has(these, at: index), ends(text, index + these.count) {
            return ProvisionLabel(slug: "", range: index..<index + these.count)
        }
        let start =
            unit == .annex && text.has(numberWord, at: index) ? text.skipBlanks(index + numberWord.count) : index
        let found: (slug: String, end: Int)?
        switch unit {
        case .attachment: found = nil
        case .article, .clause: found = number(text, start, maySeparate: true)
        case .point: found = text.isDigit(start) ? number(text, start, maySeparate: false) : letter(text, start)
        case .section, .subsection, .chapter, .part, .annex:
            found = roman(text, start, isAnnex: unit == .annex) ?? number(text, start, maySeparate: false)
        }
        guard let found, ends(text, found.end) else { return nil }
        return ProvisionLabel(slug: found.slug, range: start..<found.end)
    }

    private static func ends(_ text: TextBytes, _ end: Int) -> Bool { text.letter(end) == nil && !text.isDigit(end) }

    /// `5`, `5a`, `1.1`; never the beginning of a number such as 5/2010 or of an amount.
    /// - Parameter maySeparate: whether a comma right behind may go on with a list: “khoản 1,2”.
    private static func number(_ text: TextBytes, _ start: Int, maySeparate: Bool) -> (slug: String, end: Int)? {
        guard var end = text.integer(start)?.end, end - start <= 3 else { return nil }
        var slug = text.string(start..<end)
        while slug.utf8.first == UInt8(ascii: "0"), slug.utf8.count > 1 { slug.removeFirst() }
        if let (letter, next) = smallLetter(text, end), text.letter(next) == nil {
            slug += letter
            end = next
        }
        while text.at(end) == UInt8(ascii: "."), let next = text.integer(end + 1), next.end - end <= 3 {
            slug += "-\(next.value)"
            end = next.end
        }
        if text.at(end) == UInt8(ascii: "/") || text.at(end) == UInt8(ascii: "%") { return nil }
        if text.at(end) == UInt8(ascii: ","), text.isDigit(end + 1), !maySeparate { return nil }
        return (slug, end)
    }

    /// `a`, `đ`, `a1`, `g.2`.
    private static func letter(_ text: TextBytes, _ index: Int) -> (slug: String, end: Int)? {
        guard var (slug, end) = smallLetter(text, index) else { return nil }
        if text.at(end) == UInt8(ascii: "."), text.isDigit(end + 1) {
            slug += "-"
            end += 1
        }
        if let number = text.integer(end), number.end - end <= 2 {
            slug += String(number.value)
            end = number.end
        }
        return (slug, end)
    }

    private static func smallLetter(_ text: TextBytes, _ index: Int) -> (slug: String, end: Int)? {
        let byte = text.at(index)
        if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { return (text.string(index..<index + 1), index + 1) }
        return byte == 0xC4 && text.at(index + 1) == 0x91 ? ("dd", index + 2) : nil
    }

    /// `IV`, `IVa`, `II.1`, `A`, `Đ`; of an annex also `I-1`, `1A`, `I.B`, `B1`, `3/1`.
    private static func roman(_ text: TextBytes, _ index: Int, isAnnex: Bool) -> (slug: String, end: Int)? {
        var end = index
        while "IVXL".utf8.contains(text.at(end)), end - index < 8 { end += 1 }
        var slug = text.string(index..<end).lowercased()
        if end == index {
            if let (letter, next) = capital(text, index) {
                (slug, end) = (letter, next)
                if isAnnex, let number = text.integer(end), number.end - end <= 3 {
                    (slug, end) = (slug + "\(number.value)", number.end)
                }
            } else if isAnnex, let (number, next) = slashed(text, index) {
                (slug, end) = (number, next)
            } else if isAnnex, let digits = text.integer(index), digits.end - index <= 3,
                let (letter, next) = capital(text, digits.end)
            {
                (slug, end) = ("\(digits.value)" + letter, next)
            } else if isAnnex, let digits = text.integer(index), digits.end - index <= 3,
                text.at(digits.end) == UInt8(ascii: "-"), text.isDigit(digits.end + 1)
            {
                (slug, end) = ("\(digits.value)", digits.end)
            }
        } else if isAnnex, end == index + 1, let number = text.integer(end), number.end - end <= 3 {
            (slug, end) = (slug + "\(number.value)", number.end)
        } else if let (letter, next) = smallLetter(text, end) ?? (isAnnex ? capital(text, end) : nil),
            text.letter(next) == nil
        {
            slug += letter
            end = next
        }
        guard end > index else { return nil }
        while text.at(end) == UInt8(ascii: ".") || text.at(end) == UInt8(ascii: "-") {
            if let next = text.integer(end + 1), next.end - end <= 4 {
                slug += "-\(next.value)"
                end = next.end
                if let (letter, after) = smallLetter(text, end) ?? capital(text, end), text.letter(after) == nil {
                    slug += letter
                    end = after
                }
            } else if isAnnex, let (letter, next) = capital(text, end + 1), text.letter(next) == nil {
                slug += "-" + letter
                end = next
            } else {
                break
            }
        }
        return (slug, end)
    }

    /// `3/1`, which is no number of a document.
    private static func slashed(_ text: TextBytes, _ index: Int) -> (slug: String, end: Int)? {
        guard let first = text.integer(index), first.end - index <= 3, text.at(first.end) == UInt8(ascii: "/"),
            let second = text.integer(first.end + 1), second.end - first.end <= 3,
            text.at(second.end) != UInt8(ascii: "/"), text.at(second.end) != UInt8(ascii: "-")
        else { return nil }
        return ("\(first.value)-\(second.value)", second.end)
    }

    private static func capital(_ text: TextBytes, _ index: Int) -> (slug: String, end: Int)? {
        let byte = text.at(index)
        if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") {
            return (text.string(index..<index + 1).lowercased(), index + 1)
        }
        return byte == 0xC4 && text.at(index + 1) == 0x90 ? ("dd", index + 2) : nil
    }
}
