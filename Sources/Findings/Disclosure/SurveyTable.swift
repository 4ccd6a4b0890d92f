import Records

/// A table as a reader's arithmetic sees it: counts that are known by what they count.
struct SurveyTable: Sendable, Hashable {
    var question: Spelling
    /// The same for rows, in the table's order.
    var answers: [Spelling]
    var by: Spelling
    var groups: [Spelling]
    /// By answer, then group; nil where an earlier release withheld it.
    var counts: [[Int?]]
    var groupBases: [Int?]
    var totals: [Int?]
    var base: Int
    /// False where an earlier release withheld it.
    var isBasePrinted = true
    /// Whether respondents chose one answer each.
    var isExclusive: Bool
    /// Rows that are sums of other rows, by their index.
    var nets: [Int: [Int]] = [:]
    var filter: Filter = .notStated

    /// A name without what spelling leaves open: case, blanks and punctuation.
    struct Spelling: Hashable, Sendable, Comparable {
        var text: String

        init(_ text: String) {
            let letters = text.lowercased().unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "<>+-=%".unicodeScalars.contains($0)
                    || $0.value < 0x20
            }
            // What consists of signs alone is known by its signs.
            self.text = letters.isEmpty ? text : String(String.UnicodeScalarView(letters))
        }

        init(_ label: TableLabel) {
            switch label {
            case .text(let text): self.init(text)
            case .noAnswer: self.init("\u{1}")
            case .noGroup: self.init("\u{2}")
            }
        }

        static func < (a: Spelling, b: Spelling) -> Bool { a.text < b.text }

        /// Of several names; as typed where two would be spelt alike.
        static func list(_ labels: [TableLabel]) -> [Spelling] {
            let spelt = labels.map(Spelling.init)
            guard Set(spelt).count < spelt.count else { return spelt }
            return labels.map { label in
                var spelling = Spelling(label)
                if case .text(let text) = label { spelling.text = text }
                return spelling
            }
        }
    }

    /// Whom the question was put to.
    enum Filter: Sendable, Hashable {
        case notStated
        /// Everybody, or people whom no other question tells.
        case none
        case those(question: Spelling, answers: [Spelling])
    }
}

extension SurveyTable {
    /// Whether both break down one question by one grouping.
    func isRepeated(by other: SurveyTable) -> Bool {
        question == other.question && Set(answers) == Set(other.answers) && by == other.by
            && Set(groups) == Set(other.groups)
    }
}

extension GroupingTies {
    /// What a record says of a grouping.
    struct Statement: Sendable, Hashable {
        var by: SurveyTable.Spelling
        /// Nil where its groups are not parts of another grouping's.
        var within: SurveyTable.Spelling?
        /// By group of the other grouping; empty where the counts show it.
        var parts: [SurveyTable.Spelling: [SurveyTable.Spelling]]

        init(_ statement: GroupingStatement) {
            by = SurveyTable.Spelling(statement.by)
            within = statement.within.map(SurveyTable.Spelling.init)
            parts = Dictionary(
                statement.parts.map { (SurveyTable.Spelling($0.name), $0.parts.map(SurveyTable.Spelling.init)) },
                uniquingKeysWith: { $0 + $1 })
        }
    }
}
