import OfficialText
import Records

/// Dates as documents print them: “Hà Nội, ngày 05 tháng 3 năm 2020”, also with blanks for what is filled in by hand.
enum PrintedDate {
    struct Found {
        var date: PartialDate
        /// The place in front of “, ngày”.
        var place: String?
        /// Whether day or month are blank.
        var isPartial: Bool
    }

    /// The first date with the word “ngày” (or “tháng … năm”) in a text.
    static func find(_ text: String) -> Found? {
        let lower = text.lowercased()
        guard let day = lower.range(of: "ngày") else { return nil }
        let before = String(text[..<day.lowerBound])
        var rest = lower[day.upperBound...]
        let place = place(before)
        // “ngày 05/9/2026”, “ngày 18-8-2014”, “ngày 18.8.2014”
        let figures = rest.drop { $0 == " " }.prefix { $0.isNumber || "/-.".contains($0) }
        let parts = figures.split { "/-.".contains($0) }.compactMap { Int($0) }
        if parts.count == 3, let date = date(parts[2], parts[1], parts[0]) {
            return Found(date: date, place: place, isPartial: false)
        }
        guard let month = rest.range(of: "tháng") else { return nil }
        let dayText = rest[..<month.lowerBound]
        guard dayText.count <= 14 else { return nil }
        rest = rest[month.upperBound...]
        guard let year = rest.range(of: "năm") else { return nil }
        let monthText = rest[..<year.lowerBound]
        guard monthText.count <= 14 else { return nil }
        let yearNumber = number(rest[year.upperBound...].prefix(12))
        guard let yearNumber, (1900...2100).contains(yearNumber) else { return nil }
        let monthNumber = number(monthText)
        let dayNumber = number(dayText)
        if let monthNumber, let dayNumber, let date = date(yearNumber, monthNumber, dayNumber) {
            return Found(date: date, place: place, isPartial: false)
        }
        if let monthNumber, (1...12).contains(monthNumber) {
            return Found(date: .month(year: yearNumber, month: monthNumber), place: place, isPartial: true)
        }
        return Found(date: .year(yearNumber), place: place, isPartial: true)
    }

    private static func number(_ text: Substring) -> Int? {
        let digits = text.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
        return digits.count <= 4 ? Int(digits) : nil
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
        guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return .day(year: year, month: month, day: day)
    }

    /// A place of issue is a short name that begins with a capital and ends with a comma.
    private static func place(_ text: String) -> String? {
        var place = text.withSingleBlanks
        guard place.hasSuffix(",") || !place.isEmpty else { return nil }
        while let last = place.last, ",.;: ".contains(last) { place.removeLast() }
        guard place.firstIsCapital, place.count <= 40, place.split(separator: " ").count <= 7,
            !place.contains(where: { $0.isNumber || "/…_".contains($0) })
        else { return nil }
        return place
    }
}

/// The number in the letterhead.
enum PrintedNumber {
    /// What stands after “Số:”; nil when the line is no number line.
    static func afterWord(_ text: String) -> String? {
        var rest = text.withSingleBlanks[...]
        for lead in [
            "Luật số", "Pháp lệnh số", "Nghị quyết số", "Bộ luật số", "Nghị định số", "Quyết định số", "Thông tư số",
            "Sắc lệnh số", "Lệnh số", "Số hiệu", "Số ký hiệu", "LUẬT SỐ",
        ]
        where rest.hasPrefix(lead) {
            let after = rest.dropFirst(lead.count)
            return value(after)
        }
        guard let first = rest.first, first == "S" || first == "s" else { return nil }
        for lead in ["Số", "SỐ", "số", "Sô"] where rest.hasPrefix(lead) {
            rest = rest.dropFirst(lead.count)
            guard let next = rest.first else { return "" }
            guard next == ":" || next == " " || next.isNumber || next == "." || next == "/" else { return nil }
            return value(rest)
        }
        return nil
    }

    private static func value(_ text: Substring) -> String {
        String(text.drop { ": .".contains($0) }).withSingleBlanks
    }

    /// Whether a value shows a number and not only its form: `/KH-UBND` has a blank for it.
    static func isFilled(_ value: String) -> Bool {
        guard let first = value.first, first.isASCII, first.isNumber else { return false }
        let digits = value.prefix { $0.isNumber }
        guard digits.count <= 6, value.count <= 60, !value.lowercased().contains("ngày") else { return false }
        return !value.contains("…") && !value.contains("..") && value.contains { "/-".contains($0) }
    }

    /// Without blanks round its signs, as numbers are written: `28 /2003/NĐ-CP` is `28/2003/NĐ-CP`.
    static func tidied(_ value: String) -> String {
        var result = ""
        for character in value where !character.isWhitespace {
            result.append("–—‑−".contains(character) ? "-" : character)
        }
        while let last = result.last, ".,;:*".contains(last) { result.removeLast() }
        return result
    }
}

extension Substring {
    /// The first place where one of several spellings stands.
    func firstRange(ofAny spellings: [String]) -> Range<Index>? {
        spellings.compactMap { firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
    }
}
