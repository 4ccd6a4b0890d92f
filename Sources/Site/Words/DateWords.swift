import Records
import VietnameseText

/// Dates in the language of the interface, as far as the source shows them.
struct DateWords: Sendable {
    let strings: InterfaceStrings

    /// For lists: `18/8/2014`, `8/2014`, `2014`, `6/8 (không rõ năm)`; in English `18 Aug 2014`. Nil when nothing is known.
    func short(_ date: PartialDate) -> String? {
        // A day and a month alone would be read as a month and a year, or as this year's.
        if case .dayWithoutYear = date { return "\(day(date) ?? "") \(strings[.withoutYear])" }
        return day(date)
    }

    private func day(_ date: PartialDate) -> String? {
        guard strings.language == .english else {
            let parts = date.parts
            let text = VietnameseDate.short(year: parts.year, month: parts.month, day: parts.day)
            return text.isEmpty ? nil : text
        }
        return english(date) { String($0.prefix(3)) }
    }

    /// In sentences: `ngày 18 tháng 8 năm 2014`; in English `18 August 2014`. Says so when nothing is known.
    func long(_ date: PartialDate) -> String {
        let text =
            strings.language == .english
            ? english(date) { $0 } : DateWords.vietnamese(date)
        guard let text else { return strings[.dateUnknown] }
        if case .dayWithoutYear = date { return "\(text) \(strings[.dateWithoutYear])" }
        return text
    }

    /// A stretch of time with one or both ends; nil when it has none.
    func range(_ range: DateRange) -> String? { self.range(from: range.from, to: range.to) }

    func range(from: PartialDate?, to: PartialDate?) -> String? {
        let from = from.flatMap(short)
        let to = to.flatMap(short)
        switch (from, to) {
        case (let from?, let to?): return strings.filled(.word(.fromTo), ["from": from, "to": to])
        case (let from?, nil): return strings.filled(.word(.from), ["from": from])
        case (nil, let to?): return strings.filled(.word(.to), ["to": to])
        case (nil, nil): return nil
        }
    }

    /// As Vietnamese documents print it: `ngày 18 tháng 8 năm 2014`; nil when nothing is known.
    static func vietnamese(_ date: PartialDate) -> String? {
        let parts = date.parts
        let text = VietnameseDate.long(year: parts.year, month: parts.month, day: parts.day)
        return text.isEmpty ? nil : text
    }

    private func english(_ date: PartialDate, _ shorten: (String) -> String) -> String? {
        let parts = date.parts
        let month = parts.month.map { shorten(Self.months[($0 - 1) % 12]) }
        let words = [parts.day.map(String.init), month, parts.year.map(String.init)].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension PartialDate {
    fileprivate var parts: (year: Int?, month: Int?, day: Int?) {
        switch self {
        case .day(let year, let month, let day): (year, month, day)
        case .month(let year, let month): (year, month, nil)
        case .year(let year): (year, nil, nil)
        case .dayWithoutYear(let month, let day): (nil, month, day)
        case .unknown: (nil, nil, nil)
        }
    }

    /// For `<time datetime>`, which takes whole dates, months, years and `--MM-DD` alike.
    var machineReadable: String? { self == .unknown ? nil : iso }

    /// A whole date as `yyyy-mm-dd`: what feeds and sitemaps take.
    var wholeDay: String? {
        if case .day = self { iso } else { nil }
    }
}
