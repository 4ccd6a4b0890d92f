/// Dates as Vietnamese documents write them. `Intl` and `DateFormatter` give "18 tháng 8, 2014", which no office writes.
public enum VietnameseDate {
    /// `18/8/2014`; `8/2014` and `2014` when day or month are not known; `18/8` when the year is not shown.
    public static func short(year: Int? = nil, month: Int? = nil, day: Int? = nil) -> String {
        [day, month, year].compactMap { $0.map(String.init) }.joined(separator: "/")
    }

    /// `ngày 18 tháng 8 năm 2014`; `tháng 8 năm 2014`, `năm 2014`. Days below 10 and the months 1 and 2 are padded, as
    /// the decree on clerical work asks, so that no digit can be added in front.
    public static func long(year: Int? = nil, month: Int? = nil, day: Int? = nil) -> String {
        var parts: [String] = []
        if let day { parts.append("ngày \(padded(day, below: 10))") }
        if let month { parts.append("tháng \(padded(month, below: 3))") }
        if let year { parts.append("năm \(year)") }
        return parts.joined(separator: " ")
    }

    private static func padded(_ number: Int, below limit: Int) -> String {
        number < limit ? "0\(number)" : "\(number)"
    }
}
