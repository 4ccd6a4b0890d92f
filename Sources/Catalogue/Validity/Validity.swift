import Records

/// The state of a document over time: stretches of days, each with its reason, in time order and without gaps.
///
/// Before the first stretch the document does not exist yet; the last one is open.
public struct Validity: Sendable, Hashable {
    public let intervals: [ValidityInterval]

    /// The stretch that holds a day (`yyyymmdd`); nil before the document was issued.
    public func interval(on day: Int) -> ValidityInterval? {
        intervals.last { ($0.from ?? 0) <= day }
    }

    /// The last day of a stretch, `yyyymmdd`; nil for the open one.
    public func end(ofIntervalAt index: Int) -> Int? {
        guard index + 1 < intervals.count, let next = intervals[index + 1].from else { return nil }
        return CalendarDay.before(next)
    }
}

/// A stretch of days through which a document's state and its reason are the same.
public struct ValidityInterval: Sendable, Hashable {
    /// First day, `yyyymmdd`; nil when no source dates the beginning.
    public var from: Int?
    public var value: StatusValue
    public var reason: StatusReason
    /// The document that brought the state about.
    public var by: RecordID?
    /// How exactly sources date the first day.
    public var beginning: Beginning = .day

    /// How exactly sources date the beginning of a stretch. `from` is then the first day that the stretch is given, so that
    /// every day has one state; no page prints it as a day that a source gives.
    public enum Beginning: Sendable, Hashable {
        /// A source gives the day.
        case day
        /// A source gives only the month or year in which the state began.
        case from(PartialDate)
        /// The state turns at some time in this month or year, so that no day of it is certain.
        case within(PartialDate)
        /// The state turned at some time in this month or year, and holds after it.
        case after(PartialDate)
        /// The state was seen then; it began on that day or earlier.
        case atLatest(PartialDate)
        /// No source tells when.
        case undated

        /// A date whose first possible day begins a stretch.
        init(_ date: PartialDate) {
            if case .day = date { self = .day } else { self = .from(date) }
        }
    }
}

extension CalendarDay {
    /// The day before one given as `yyyymmdd`.
    public static func before(_ number: Int) -> Int {
        if number % 100 > 1 { return number - 1 }
        let (year, month) =
            number / 100 % 100 > 1 ? (number / 10_000, number / 100 % 100 - 1) : (number / 10_000 - 1, 12)
        return year * 10_000 + month * 100 + PartialDate.days(year, month)
    }

    /// The day after one given as `yyyymmdd`.
    static func after(_ number: Int) -> Int {
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        if day < PartialDate.days(year, month) { return number + 1 }
        return month < 12 ? number / 100 * 100 + 101 : (year + 1) * 10_000 + 101
    }
}
