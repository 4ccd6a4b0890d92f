extension CitedDate {
    private static let day = Array("ngày".utf8)
    private static let month = Array("tháng".utf8)
    private static let year = Array("năm".utf8)
    /// In front of a date: “được ban hành ngày …”.
    private static let issuing = ["được", "ký", "ban hành"].map { Array($0.utf8) }

    /// The date that stands right behind a number, and where it ends: “ngày 14/5/2016”, “, ngày 14 tháng 5 năm 2016”,
    /// “(ngày 14/5/2016)”, “năm 2016”.
    static func read(_ text: TextBytes, at start: Int) -> (date: CitedDate, end: Int)? {
        var index = start
        if text.at(index) == UInt8(ascii: ",") { index += 1 }
        index = text.skipBlanks(index)
        let isBracketed = text.at(index) == UInt8(ascii: "(")
        if isBracketed { index += 1 }
        for word in issuing where text.has(word, at: index) { index = text.skipBlanks(index + word.count) }
        guard var found = bare(text, index) else { return nil }
        if isBracketed {
            guard text.at(found.end) == UInt8(ascii: ")") else { return nil }
            found.end += 1
        }
        return found
    }

    private static func bare(_ text: TextBytes, _ start: Int) -> (date: CitedDate, end: Int)? {
        var index = start
        if text.hasWordInAnyCase(year, at: index) { return yearAlone(text, index + year.count) }
        if text.hasWordInAnyCase(month, at: index) { return monthAlone(text, index + month.count) }
        guard text.hasWordInAnyCase(day, at: index), let first = text.integer(text.skipBlanks(index + day.count)) else {
            return nil
        }
        if let (month, end) = separated(text, first.end), let (year, last) = separated(text, end) {
            return valid(year, month, first.value).map { ($0, last) }
        }
        index = text.skipBlanks(first.end)
        guard text.hasWordInAnyCase(month, at: index), let second = text.integer(text.skipBlanks(index + month.count))
        else {
            return nil
        }
        index = text.skipBlanks(second.end)
        guard text.hasWordInAnyCase(year, at: index), let third = text.integer(text.skipBlanks(index + year.count))
        else {
            return nil
        }
        return valid(third.value, second.value, first.value).map { ($0, third.end) }
    }

    /// “tháng 3 năm 2019”, “tháng 3/2019”.
    private static func monthAlone(_ text: TextBytes, _ index: Int) -> (date: CitedDate, end: Int)? {
        guard let month = text.integer(text.skipBlanks(index)), (1...12).contains(month.value) else { return nil }
        let next = text.skipBlanks(month.end)
        let written = text.hasWordInAnyCase(year, at: next) ? text.integer(text.skipBlanks(next + year.count)) : nil
        guard let year = written ?? separated(text, month.end), (1900...2100).contains(year.value) else { return nil }
        return (CitedDate(year: year.value, month: month.value), year.end)
    }

    /// The date that ends at an index, in front of “số”: “Quyết định ngày 20/3/2019 số 12/2019/QĐ-UBND”; and where it begins.
    static func before(_ text: TextBytes, at end: Int) -> (date: CitedDate, start: Int)? {
        var index = end - 1
        while index >= 0, end - index <= 40 {
            if text.hasWordInAnyCase(day, at: index), !text.isAfterLetter(index), let found = bare(text, index),
                found.end == end
            {
                return (found.date, index)
            }
            index -= 1
        }
        return nil
    }

    private static func yearAlone(_ text: TextBytes, _ index: Int) -> (date: CitedDate, end: Int)? {
        guard let year = text.integer(text.skipBlanks(index)), (1900...2100).contains(year.value) else { return nil }
        return (CitedDate(year: year.value), year.end)
    }

    /// The figure behind `/`, `-` or `.`.
    private static func separated(_ text: TextBytes, _ index: Int) -> (value: Int, end: Int)? {
        var index = text.skipBlanks(index)
        switch text.at(index) {
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."): index = text.skipBlanks(index + 1)
        default: return nil
        }
        return text.integer(index)
    }

    private static func valid(_ year: Int, _ month: Int, _ day: Int) -> CitedDate? {
        guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return CitedDate(year: year, month: month, day: day)
    }
}
