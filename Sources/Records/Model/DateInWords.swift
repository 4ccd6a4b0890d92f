import Diagnostics
import VietnameseText

extension PartialDate {
    /// What is known of the year, the month and the day; each nil otherwise.
    public var parts: (year: Int?, month: Int?, day: Int?) {
        switch self {
        case .day(let year, let month, let day): (year, month, day)
        case .month(let year, let month): (year, month, nil)
        case .year(let year): (year, nil, nil)
        case .dayWithoutYear(let month, let day): (nil, month, day)
        case .unknown: (nil, nil, nil)
        }
    }

    /// For lists: `18/8/2014`, `8/2014`, `2014`, `6/8`; in English `18 Aug 2014`. Nil when nothing is known.
    public func short(_ language: Language) -> String? {
        let text =
            language == .english
            ? english { $0.prefix(3) } : VietnameseDate.short(year: parts.year, month: parts.month, day: parts.day)
        return text.isEmpty ? nil : text
    }

    /// In sentences: `ngày 18 tháng 8 năm 2014`, as Vietnamese documents print it; in English `18 August 2014`. Nil when nothing
    /// is known.
    public func long(_ language: Language) -> String? {
        let text =
            language == .english
            ? english { $0[...] } : VietnameseDate.long(year: parts.year, month: parts.month, day: parts.day)
        return text.isEmpty ? nil : text
    }

    private func english(_ shorten: (String) -> Substring) -> String {
        let month = parts.month.map { String(shorten(Self.months[($0 - 1) % 12])) }
        return [parts.day.map(String.init), month, parts.year.map(String.init)].compactMap { $0 }.joined(separator: " ")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
