/// One question of a survey with every grouping that it is published by: tables that share their totals.
struct SurveyQuestion: Sendable {
    /// Equal for the same question put to the same people, in whichever record.
    var key: String
    /// Respondents by answer; they add up to `base`.
    var totals: [Int]
    var base: Int
    var breakdowns: [Breakdown]

    struct Breakdown: Sendable {
        /// Equal for the same grouping of the same people.
        var key: String
        /// By answer, then group.
        var counts: [[Int]]
        /// Respondents by group; they add up to the question's base.
        var groupBases: [Int]
    }
}
