import Diagnostics

/// One question's table, in a CSV file beside the record: a row per answer, a column per group, respondents in the cells.
public struct FindingTable: Sendable, Hashable {
    public var id: String
    /// As it was put to respondents.
    public var question: String
    /// Name of the CSV file, relative to the record's folder.
    public var data: String
    /// What the columns part the respondents by.
    public var by: String?
    /// Name of the CSV file of weights, a group and its weight in a row.
    public var weights: String?
    public var answers: AnswerForm
    /// A sentence that states what was found; headline of the chart.
    public var title: String?
    public var chart: ChartForm?
    /// The same question put in several surveys bears one name here.
    public var series: String?
    /// Rows that are sums of other rows, by what they are called.
    public var nets: [Net] = []
    /// Whom the question was put to, where not to everybody.
    public var filter: Filter = .notStated
    /// The CSV file as text; nil when there is none or it is not fit to be read.
    public var counts: SourceFile?
    public var weightFile: SourceFile?
    /// Where the table stands in the front matter.
    public var span: SourceSpan
}

extension FindingTable {
    /// A row that counts those of several others: `nets: {Hài lòng (gộp): [Rất hài lòng, Hài lòng]}`. `nets: {Tốt: none}` says
    /// that a row is none, though the sums agree.
    public struct Net: Sendable, Hashable {
        public var name: String
        public var parts: [String]

        public var isDenied: Bool { parts == ["none"] }
    }

    /// Whom a question was put to.
    public enum Filter: Sendable, Hashable {
        case notStated
        /// `filter: none`: those who were asked are not those who gave some answer in another table.
        case none
        /// `filter: {question: q1, answers: [Có]}`: a table's id or the wording of its question, and its rows.
        case those(question: String, answers: [String])
    }
}

/// How the groups of one grouping lie in those of another: `groupings: {tỉnh: {within: vùng, map: {Bắc: [A, B]}}}`.
public struct GroupingStatement: Sendable, Hashable {
    /// What the grouping parts respondents by, as tables call it.
    public var by: String
    /// Nil where its groups are not parts of another grouping's: `within: none`.
    public var within: String?
    /// By group of the other grouping; empty where the counts show it.
    public var parts: [FindingTable.Net]
}

/// How a question is answered.
public enum AnswerForm: String, Sendable, CaseIterable {
    /// one of several answers
    case one
    /// as many as apply: shares do not add up to 100
    case several
    /// one point of an ordered scale, in the order of the rows
    case scale
}

/// What a table is drawn as.
public enum ChartForm: String, Sendable, CaseIterable {
    case bars, stacked, dots, multiples, none
}
