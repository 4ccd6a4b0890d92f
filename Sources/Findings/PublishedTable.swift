import Records

/// One question's table as it may be published: nothing that is hidden stands anywhere in it.
public struct PublishedTable: Sendable, Hashable {
    public var id: String
    public var question: String
    public var title: String?
    public var answerForm: AnswerForm
    public var chart: ChartForm?
    public var series: String?
    /// What the columns part the respondents by.
    public var by: String?
    public var answers: [TableLabel]
    /// All respondents first, then the groups.
    public var columns: [Column]
    /// Which shares are weighted; counts never are.
    public var weighting: Weighting
    public var precision: PrecisionStatement
    /// The thresholds that were applied.
    public var rules: SuppressionRules

    public enum Weighting: Sendable, Hashable {
        case none
        /// Those of all respondents: within a group everybody has one weight.
        case totals
        case everything
    }

    public struct Column: Sendable, Hashable {
        /// Nil for all respondents.
        public var label: TableLabel?
        /// Respondents who were asked; nil when hidden.
        public var base: Int?
        /// Whether the whole column is left out for too small a base.
        public var isBelowBase: Bool
        /// Whether shares rest on few respondents (under 100).
        public var isSmall: Bool
        /// By answer.
        public var cells: [Cell]
    }

    public enum Cell: Sendable, Hashable {
        case shown(Figures)
        case withheld
    }

    public struct Figures: Sendable, Hashable {
        /// Respondents.
        public var count: Int
        /// 0 to 1; nil when the weighted share would tell of hidden cells.
        public var share: Double?
        public var interval: ConfidenceInterval?
    }

    public var total: Column { columns[0] }
    public var groups: ArraySlice<Column> { columns.dropFirst() }
    public var cellCount: Int { columns.reduce(0) { $0 + $1.cells.count } }
    public var withheldCount: Int { columns.reduce(0) { $0 + $1.cells.count { $0 == .withheld } } }
}

extension PublishedTable.Cell {
    public var figures: PublishedTable.Figures? {
        if case .shown(let figures) = self { figures } else { nil }
    }
}
