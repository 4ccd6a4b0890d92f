import VietnameseText

extension PartialDate {
    /// Reads a date as people write it: `2014-08-18`, `18/8/2014`, `ngày 18 tháng 8 năm 2014`, `8/2014`, `2014`; nil when
    /// no date is meant.
    public init?(written text: String) {
        if let date = PartialDate(iso: text) {
            self = date
            return
        }
        guard let date = DateSpelling.suggestion(for: text).flatMap(PartialDate.init(iso:)) else { return nil }
        self = date
    }

    /// The date among other words, such as `30/2020/NĐ-CP ngày 5/3/2020`, and the words without it.
    public static func find(in words: [String]) -> (date: PartialDate, others: [String])? {
        for start in words.indices {
            let first = Folding.fold(words[start])
            let isNamed = ["ngay", "thang", "nam"].contains(first)
            guard isNamed || isWholeDay(words[start]) else { continue }
            for end in (start + 1...min(words.count, start + 6)).reversed() {
                let phrase = words[start..<end].joined(separator: " ")
                guard let date = PartialDate(written: phrase), isNamed || end == start + 1 else { continue }
                return (date, Array(words[..<start] + words[end...]))
            }
        }
        return nil
    }

    private static func isWholeDay(_ word: String) -> Bool {
        let parts = word.split { "/.-".contains($0) }
        return parts.count == 3 && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
