import Catalogue
import Records

/// Dates in the language of the interface, as far as the source shows them.
struct DateWords: Sendable {
    let strings: InterfaceStrings

    /// For lists: `18/8/2014`, `8/2014`, `2014`, `6/8 (không rõ năm)`; in English `18 Aug 2014`. Nil when nothing is known.
    func short(_ date: PartialDate) -> String? {
        // A day and a month alone would be read as a month and a year, or as this year's.
        let text = date.short(strings.language)
        if case .dayWithoutYear = date { return "\(text ?? "") \(strings[.withoutYear])" }
        return text
    }

    /// In sentences: `ngày 18 tháng 8 năm 2014`; in English `18 August 2014`. Says so when nothing is known.
    func long(_ date: PartialDate) -> String {
        guard let text = date.long(strings.language) else { return strings[.dateUnknown] }
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
}

extension DateWords {
    /// “từ 1/12/2026”; where only the month or year is known, “trong tháng 12/2026”, “trong năm 2012”. Nil when nothing is.
    func end(_ date: PartialDate) -> String? {
        if case .month = date { return filled(.withinMonth, date) }
        if case .year = date { return filled(.withinYear, date) }
        return short(date).map { strings.filled(.word(.from), ["from": $0]) }
    }

    private func filled(_ word: StringKey.Word, _ date: PartialDate) -> String? {
        short(date).map { strings.filled(.word(word), ["date": $0]) }
    }

    /// The days of a stretch of a document's states, as exactly as sources give them: “từ 1/7/2016 đến 30/6/2020”,
    /// “từ 2016”, “trong năm 2012”, “sau năm 2012”. Nil when no source dates it.
    func period(ofStretchAt index: Int, in validity: Validity) -> String? {
        let stretch = validity.intervals[index]
        let end = end(ofStretchAt: index, in: validity)
        switch stretch.beginning {
        case .day: return range(from: stretch.from.flatMap { CalendarDay(number: $0)?.partialDate }, to: end)
        case .from(let date): return range(from: date, to: end)
        case .within, .after, .atLatest: return beginning(of: stretch)
        case .undated: return range(from: nil, to: end)
        }
    }

    /// When a stretch began: a date, or words that say how exactly it is known.
    func beginning(of stretch: ValidityInterval) -> String? {
        switch stretch.beginning {
        case .day: return stretch.from.flatMap { CalendarDay(number: $0) }.flatMap { short($0.partialDate) }
        case .from(let date): return short(date)
        case .within(let date): return self.end(date)
        case .after(let date):
            if case .month = date { return filled(.afterMonth, date) }
            return filled(.afterYear, date)
        case .atLatest(let date): return filled(.atLatest, date)
        case .undated: return nil
        }
    }

    private func end(ofStretchAt index: Int, in validity: Validity) -> PartialDate? {
        guard index + 1 < validity.intervals.count else { return nil }
        switch validity.intervals[index + 1].beginning {
        case .from(let date), .within(let date): return date
        case .undated: return nil
        case .day, .after, .atLatest:
            return validity.end(ofIntervalAt: index).flatMap { CalendarDay(number: $0)?.partialDate }
        }
    }
}

extension PartialDate {
    /// For `<time datetime>`, which takes whole dates, months, years and `--MM-DD` alike.
    var machineReadable: String? { self == .unknown ? nil : iso }

    /// A whole date as `yyyy-mm-dd`: what feeds and sitemaps take.
    var wholeDay: String? {
        if case .day = self { iso } else { nil }
    }
}
