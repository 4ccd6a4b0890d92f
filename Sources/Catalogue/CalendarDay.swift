import Records

/// A day of the Gregorian calendar, in Vietnam.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// `yyyymmdd`.
    public let number: Int

    public var year: Int { number / 10_000 }
    public var month: Int { number / 100 % 100 }
    public var day: Int { number % 100 }

    public init?(iso text: String) {
        guard case .day(let y, let m, let d)? = PartialDate(iso: text) else { return nil }
        number = y * 10_000 + m * 100 + d
    }

    /// `yyyymmdd` as it stands in the span of a date; nil when it is no day.
    public init?(number: Int) {
        guard number > 0, (1...12).contains(number / 100 % 100), (1...31).contains(number % 100) else { return nil }
        self.number = number
    }

    /// Days from another day to this one.
    public func days(since other: CalendarDay) -> Int { dayCount - other.dayCount }

    /// Days since 1 March of the year 0 (days-from-civil, same source as below).
    private var dayCount: Int {
        let y = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear
    }

    /// The day in Vietnam (UTC+7, no summer time) at a moment in Unix seconds.
    ///
    /// Civil-from-days after Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”.
    public init(unixSeconds: Int) {
        let local = unixSeconds + 7 * 3600
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        number = year * 10_000 + month * 100 + day
    }

    public var partialDate: PartialDate { .day(year: year, month: month, day: day) }

    public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}
