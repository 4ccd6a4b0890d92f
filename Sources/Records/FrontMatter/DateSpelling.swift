/// Reads the date forms that people type, to suggest the form that front matter wants.
enum DateSpelling {
    /// `18/8/2014`, `18.8.2014`, `18-8-2014` → `2014-08-18`; `8/2014` → `2014-08`; nil when no day is meant.
    static func suggestion(for text: String) -> String? {
        let parts = text.split(whereSeparator: { "/.- ".contains($0) }).map { Int($0) }
        guard parts.allSatisfy({ $0 != nil }) else { return nil }
        let numbers = parts.compactMap { $0 }
        let candidate: String
        switch numbers.count {
        case 3 where numbers[2] >= 1000: candidate = iso(numbers[2], numbers[1], numbers[0])
        case 3 where numbers[0] >= 1000: candidate = iso(numbers[0], numbers[1], numbers[2])
        case 2 where numbers[1] >= 1000: candidate = String(iso(numbers[1], numbers[0], 1).dropLast(3))
        default: return nil
        }
        return PartialDate(iso: candidate) == nil ? nil : candidate
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
