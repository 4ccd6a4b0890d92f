import VietnameseText

/// Reads the date forms that people type, to suggest the form that front matter wants.
enum DateSpelling {
    /// `18/8/2014`, `18.8.2014`, `18-8-2014`, `ngày 18 tháng 8 năm 2014`, `18 August 2014` → `2014-08-18`; `8/2014`,
    /// `tháng 8 năm 2014` → `2014-08`; nil when no day is meant.
    static func suggestion(for text: String) -> String? {
        var numbers: [Int] = []
        var isMonthFirst = false
        for part in Folding.fold(text).split(whereSeparator: { "/.,- ".contains($0) }) {
            if let number = Int(part) {
                numbers.append(number)
            } else if let month = months.firstIndex(where: { $0 == part || $0.prefix(3) == part }) {
                isMonthFirst = numbers.isEmpty
                numbers.append(month + 1)
            } else if !["ngay", "thang", "nam", "mong", "mung"].contains(part) {
                return nil
            }
        }
        if isMonthFirst, numbers.count == 3 { numbers.swapAt(0, 1) }
        let candidate: String
        switch numbers.count {
        case 1 where numbers[0] >= 1000 && numbers[0] <= 9999: candidate = String(numbers[0])
        case 3 where numbers[2] >= 1000: candidate = iso(numbers[2], numbers[1], numbers[0])
        case 3 where numbers[0] >= 1000: candidate = iso(numbers[0], numbers[1], numbers[2])
        case 2 where numbers[1] >= 1000: candidate = String(iso(numbers[1], numbers[0], 1).dropLast(3))
        default: return nil
        }
        return PartialDate(iso: candidate) == nil ? nil : candidate
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
