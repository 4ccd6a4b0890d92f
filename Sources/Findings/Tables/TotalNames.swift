/// What tables call the rows and columns that hold everybody, in Vietnamese and English.
enum TotalNames {
    /// Whether a column so called holds all respondents.
    static func isColumn(_ name: String) -> Bool {
        let key = key(name)
        return sums.contains(key) || people.contains(key) || everybody.contains(key)
    }

    /// Whether a row so called is the sum of the answers. “Tất cả” is not among them: of answers it may be one.
    static func isSum(_ name: String) -> Bool { sums.contains(key(name)) }

    /// Whether a row so called holds the people who were asked, of whom some may not have answered.
    static func isAsked(_ name: String) -> Bool {
        let key = key(name)
        return asked.contains(key) || people.contains(key)
    }

    private static let sums: Set<String> = [
        "tổng", "tổng số", "tổng cộng", "cộng", "cộng chung", "tổng chung", "chung", "tính chung", "toàn mẫu", "cả mẫu",
        "tổng mẫu", "tổng số câu trả lời", "total", "totals", "sum", "overall", "grand total",
    ]
    private static let people: Set<String> = [
        "tổng số người", "tổng số người trả lời", "tổng số người được hỏi", "tổng số người tham gia", "tổng số phiếu",
        "tổng số phiếu trả lời", "tổng số phiếu thu về", "tổng số đối tượng", "all respondents", "total respondents",
        "whole sample",
    ]
    private static let everybody: Set<String> = ["tất cả", "toàn bộ", "toàn thể", "toàn bộ mẫu", "all", "everybody"]
    private static let asked: Set<String> = [
        "base", "n", "cơ sở", "số người được hỏi", "số người trả lời", "số người tham gia", "số phiếu", "cỡ mẫu",
        "respondents", "number of respondents", "sample size",
    ]

    /// In small letters with single blanks, without a unit in brackets and signs at the end: “Tổng số (người):”.
    private static func key(_ name: String) -> String {
        let words = name.prefix { $0 != "(" }.lowercased().split { $0.isWhitespace }.joined(separator: " ")
        let end = words.lastIndex { $0.isLetter || $0.isNumber }
        return end.map { String(words[...$0]) } ?? ""
    }
}
