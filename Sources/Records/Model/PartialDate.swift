/// A date as far as its source shows it: whole, to the month, to the year, without a year, or unknown.
///
/// Written `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `--MM-DD` or `unknown` (after ISO 8601 and its reduced forms).
public enum PartialDate: Sendable, Hashable {
    case day(year: Int, month: Int, day: Int)
    case month(year: Int, month: Int)
    case year(Int)
    /// The source gives day and month but no year.
    case dayWithoutYear(month: Int, day: Int)
    case unknown

    public var year: Int? {
        switch self {
        case .day(let year, _, _), .month(let year, _), .year(let year): year
        case .dayWithoutYear, .unknown: nil
        }
    }

    /// As written in front matter.
    public var iso: String {
        switch self {
        case .day(let y, let m, let d): "\(padded(y, 4))-\(padded(m, 2))-\(padded(d, 2))"
        case .month(let y, let m): "\(padded(y, 4))-\(padded(m, 2))"
        case .year(let y): padded(y, 4)
        case .dayWithoutYear(let m, let d): "--\(padded(m, 2))-\(padded(d, 2))"
        case .unknown: "unknown"
        }
    }

    /// A number that sorts dates: `yyyymmdd`, with 0 for what is not known; nil without a year.
    public var sortKey: Int? {
        switch self {
        case .day(let y, let m, let d): y * 10_000 + m * 100 + d
        case .month(let y, let m): y * 10_000 + m * 100
        case .year(let y): y * 10_000
        case .dayWithoutYear, .unknown: nil
        }
    }

    /// The first and last day it can mean, as `yyyymmdd`; nil without a year.
    public var span: ClosedRange<Int>? {
        switch self {
        case .day(let y, let m, let d): (y * 10_000 + m * 100 + d)...(y * 10_000 + m * 100 + d)
        case .month(let y, let m): (y * 10_000 + m * 100 + 1)...(y * 10_000 + m * 100 + PartialDate.days(y, m))
        case .year(let y): (y * 10_000 + 101)...(y * 10_000 + 1231)
        case .dayWithoutYear, .unknown: nil
        }
    }

    /// Whether both can mean the same day.
    public func agrees(with other: PartialDate) -> Bool {
        guard let a = span, let b = other.span else { return false }
        return a.overlaps(b)
    }

    /// Reads the written forms; nil when the text has none of them or names an impossible day.
    public init?(iso text: String) {
        if text == "unknown" {
            self = .unknown
            return
        }
        if text.hasPrefix("--") {
            let parts = text.dropFirst(2).split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let m = Self.digits(parts[0], 2), let d = Self.digits(parts[1], 2),
                (1...12).contains(m), (1...Self.days(2000, m)).contains(d)
            else { return nil }
            self = .dayWithoutYear(month: m, day: d)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, let y = Self.digits(first, 4), y > 0 else { return nil }
        switch parts.count {
        case 1: self = .year(y)
        case 2:
            guard let m = Self.digits(parts[1], 2), (1...12).contains(m) else { return nil }
            self = .month(year: y, month: m)
        case 3:
            guard let m = Self.digits(parts[1], 2), (1...12).contains(m), let d = Self.digits(parts[2], 2),
                (1...Self.days(y, m)).contains(d)
            else { return nil }
            self = .day(year: y, month: m, day: d)
        default: return nil
        }
    }

    private static func digits(_ text: Substring, _ count: Int) -> Int? {
        guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    /// Days of a month in the Gregorian calendar.
    public static func days(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
