import OfficialText

/// The numbers that run through a text, which tell whether it goes on after an interruption.
enum BodySequence {
    /// Whether the first article or Roman number after a break is the one that follows the last before it.
    static func goesOn(_ items: [SourceItem], before: Range<Int>, after: Range<Int>) -> Bool {
        func last(_ rank: BodyUnit.Rank) -> Int? {
            for index in before.reversed() {
                if let line = items[index].line, let unit = line.unit, unit.rank == rank,
                    let value = unit.value
                {
                    return abs(value)
                }
            }
            return nil
        }
        var isArticleSeen = false
        var isRomanSeen = false
        for index in after {
            guard let line = items[index].line, !Phrases.isAnnex(line) else {
                if items[index].line != nil { return false }
                continue
            }
            guard let unit = line.unit, let value = unit.value else { continue }
            if unit.rank == .article, !isArticleSeen {
                isArticleSeen = true
                if let previous = last(.article) { return value == previous + 1 }
            }
            if unit.rank == .roman, !isRomanSeen, value > 0 {
                isRomanSeen = true
                if let previous = last(.roman), value == previous + 1 { return true }
            }
            if isArticleSeen, isRomanSeen { return false }
        }
        return false
    }
}
