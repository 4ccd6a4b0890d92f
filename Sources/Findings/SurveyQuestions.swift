import Records
import VietnameseText

/// Recognises tables that share figures: the same question, by whichever grouping, in whichever record of a survey.
enum SurveyQuestions {
    /// The wording of a question and its answers, spelt alike however it is typed.
    static func wording(_ source: SurveyTables.Source) -> String {
        ([source.table.question] + source.counts.answers.map(text)).map(plain).joined(separator: "\u{1E}")
    }

    /// The grouping: what respondents are parted by, and into what.
    static func grouping(_ source: SurveyTables.Source) -> String {
        ([source.table.by ?? ""] + source.counts.groups.map(text)).map(plain).joined(separator: "\u{1E}")
    }

    /// Keys of the questions that a table is made of. Tables with one wording but other totals count other people.
    static func keys(_ source: SurveyTables.Source) -> [String] {
        let counts = source.counts
        let wording = wording(source)
        guard !counts.isExclusive else { return ["\(wording)\u{1F}\(counts.totals)\(counts.base)"] }
        return counts.answers.indices.map { "\(wording)\u{1F}\($0)\u{1F}\(counts.totals[$0])/\(counts.base)" }
    }

    /// The grouping within a question; the same grouping with other counts is another one.
    static func cellsKey(_ source: SurveyTables.Source) -> String { grouping(source) }

    /// Questions of a layer, each once, with all its groupings.
    static func merged(_ sources: [SurveyTables.Source]) -> [SurveyQuestion] {
        var order: [String] = []
        var questions: [String: SurveyQuestion] = [:]
        for source in sources {
            for question in Self.questions(source) {
                if questions[question.key] == nil {
                    order.append(question.key)
                    questions[question.key] = question
                    continue
                }
                let known = Set(questions[question.key]?.breakdowns.map(\.key) ?? [])
                questions[question.key]?.breakdowns += question.breakdowns.filter { !known.contains($0.key) }
            }
        }
        return order.compactMap { questions[$0] }
    }

    private static func questions(_ source: SurveyTables.Source) -> [SurveyQuestion] {
        let counts = source.counts
        let keys = keys(source)
        let grouping = cellsKey(source)
        func breakdowns(_ cells: [[Int]]) -> [SurveyQuestion.Breakdown] {
            counts.groups.isEmpty
                ? [] : [SurveyQuestion.Breakdown(key: grouping, counts: cells, groupBases: counts.groupBases)]
        }
        guard !counts.isExclusive else {
            return [
                SurveyQuestion(
                    key: keys[0], totals: counts.totals, base: counts.base, breakdowns: breakdowns(counts.counts))
            ]
        }
        // Those who did not choose an answer can be reckoned from its base, so they count as an answer too.
        return counts.answers.indices.map { row in
            let others = zip(counts.groupBases, counts.counts[row]).map { $0 - $1 }
            return SurveyQuestion(
                key: keys[row], totals: [counts.totals[row], counts.base - counts.totals[row]], base: counts.base,
                breakdowns: breakdowns([counts.counts[row], others]))
        }
    }

    private static func text(_ label: TableLabel) -> String {
        switch label {
        case .text(let text): text
        case .noAnswer: "\u{1}"
        case .noGroup: "\u{2}"
        }
    }

    /// Without differences of case and blanks.
    private static func plain(_ text: String) -> String {
        text.lowercased().split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" }.joined(separator: " ")
    }
}
