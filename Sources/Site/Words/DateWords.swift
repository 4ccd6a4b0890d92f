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

extension PartialDate {
    /// For `<time datetime>`, which takes whole dates, months, years and `--MM-DD` alike.
    var machineReadable: String? { self == .unknown ? nil : iso }

    /// A whole date as `yyyy-mm-dd`: what feeds and sitemaps take.
    var wholeDay: String? {
        if case .day = self { iso } else { nil }
    }
}
