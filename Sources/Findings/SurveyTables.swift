import Diagnostics
import Records
import VietnameseText

/// The publishable tables of a collection's surveys.
///
/// What is withheld is decided for all records of a survey together, so it is done once for the whole edition, the records of the
/// widest audience first: what they show depends on nothing that only narrower audiences have.
public struct SurveyTables: Sendable {
    /// Tables by record, in the record's order; without those whose file is wrong.
    public private(set) var tables: [RecordID: [PublishedTable]] = [:]
    public private(set) var diagnostics: [Diagnostic] = []

    public init() {}

    /// - Parameters:
    ///   - audiences: Ids of audiences, the narrowest first, as `site.yml` has them.
    ///   - ledger: What earlier releases printed.
    public init(
        _ records: [Record], rules: SuppressionRules, audiences: [String], ledger: ReleaseLedger = ReleaseLedger()
    ) {
        var read: [Source] = []
        diagnostics += ledger.problems
        for record in records {
            guard let finding = record.finding, finding.form == .survey else { continue }
            read += sources(record, finding)
        }
        let order = Dictionary(audiences.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let surveys = Dictionary(grouping: read, by: \.survey)
        for survey in surveys.keys.sorted() {
            let sources = surveys[survey] ?? []
            let layers = Dictionary(grouping: sources) { order[$0.audience] ?? 0 }
            diagnostics += Self.missingLedger(survey, records, ledger)
            let statements = Set(sources.flatMap(\.statements))
            var question = DecisionMemo.Question(
                rules: rules,
                statements: statements.sorted {
                    ($0.by.text, $0.within?.text ?? "") < ($1.by.text, $1.within?.text ?? "")
                }, layers: [])
            var ordered: [Source] = []
            for layer in layers.keys.sorted(by: >) {
                let own = layers[layer] ?? []
                ordered += own
                let seen = ledger.entries(of: survey) { (order[$0] ?? Int.max) >= layer }
                let comparison = ReleaseComparison(seen, with: ordered)
                if layer == layers.keys.min() { diagnostics += comparison.diagnostics }
                question.layers.append(
                    .init(tables: own.map { $0.forArithmetic(sources) }, released: comparison.agreeing))
            }
            let decision = DecisionMemo.decision(on: question)
            for (source, hidden) in zip(ordered, decision.hidden) { publish(source, hidden, rules) }
            diagnostics += decision.concerns.compactMap { SurveyConcerns(sources: ordered).diagnostic($0) }
        }
        sortTables(records)
    }

    /// One table of one record.
    struct Source: Sendable {
        var record: RecordID
        var audience: String
        var survey: String
        var table: FindingTable
        var counts: CountTable
        var weights: SurveyWeights?
        var disclosure: Disclosure?
        var statements: [GroupingTies.Statement]

        /// - Parameter others: Tables that a filter may name by their id.
        func forArithmetic(_ others: [Source]) -> SurveyTable {
            typealias Spelling = SurveyTable.Spelling
            let filter: SurveyTable.Filter =
                switch table.filter {
                case .notStated: .notStated
                case .none: .none
                case .those(let question, let answers):
                    .those(
                        question: Spelling(
                            (others.first { $0.record == record && $0.table.id == question }
                                ?? others.first { $0.table.id == question })?.table.question ?? question),
                        answers: answers.map(Spelling.init))
                }
            return SurveyTable(
                question: Spelling(table.question), answers: Spelling.list(counts.answers),
                by: Spelling(table.by ?? ""), groups: Spelling.list(counts.groups), counts: counts.counts,
                groupBases: counts.groupBases, totals: counts.totals, base: counts.base,
                isExclusive: counts.isExclusive, nets: counts.nets, filter: filter)
        }
    }

    private mutating func sources(_ record: Record, _ finding: Finding) -> [Source] {
        var sources: [Source] = []
        var seen: [SurveyTable] = []
        for table in finding.tables {
            guard let file = table.counts else { continue }
            var reader = CountTableReader(table, file)
            let counts = reader.read()
            diagnostics += reader.diagnostics
            guard let counts else { continue }
            if let size = finding.disclosure?.sampleSize, counts.base > size {
                diagnostics.append(Diagnostic(.sampleTooSmall, at: table.span, table.id))
            }
            if let size = finding.disclosure?.sampleSize, counts.looksLikeShares(sampleSize: size) {
                diagnostics.append(
                    Diagnostic(.sharesAsCounts, at: SourceSpan(file: file.path, line: 1), table.id, String(size)))
            }
            var weights: SurveyWeights?
            if let weightFile = table.weightFile {
                switch SurveyWeights.read(weightFile, for: counts) {
                case .success(let read):
                    weights = read
                    if let problem = Self.missingEffect(read, finding, at: weightFile) { diagnostics.append(problem) }
                case .failure(let diagnostic): diagnostics.append(diagnostic)
                }
            }
            let survey = finding.survey ?? record.id
            let source = Source(
                record: record.id, audience: record.audience,
                survey: finding.isSameSample ? survey : "\(survey)\u{1F}\(record.id)", table: table, counts: counts,
                weights: weights, disclosure: finding.disclosure,
                statements: finding.groupings.map(GroupingTies.Statement.init))
            let arithmetic = source.forArithmetic([])
            guard !seen.contains(where: { $0.isRepeated(by: arithmetic) }) else {
                diagnostics.append(Diagnostic(.repeatedTable, at: table.span, table.id))
                continue
            }
            seen.append(arithmetic)
            sources.append(source)
        }
        return sources
    }

    /// Records that were released although nothing notes what they printed.
    private static func missingLedger(_ survey: String, _ records: [Record], _ ledger: ReleaseLedger) -> [Diagnostic] {
        guard ledger.entries(of: survey, seenBy: { _ in true }).isEmpty else { return [] }
        return records.filter { record in
            guard let finding = record.finding, finding.form == .survey, finding.released != nil else { return false }
            return (finding.survey ?? record.id) == survey && !record.isExample
        }.map { Diagnostic(.ledgerMissing, at: SourceSpan(file: $0.path, line: 1)) }
    }

    /// Intervals need to know what the weights cost: from their squares, or stated.
    private static func missingEffect(_ weights: SurveyWeights, _ finding: Finding, at file: SourceFile) -> Diagnostic?
    {
        guard case .cells(let sums) = weights, sums.squares == nil, finding.disclosure?.designEffect == nil,
            finding.disclosure?.sampling == .probability
        else { return nil }
        return Diagnostic(
            .wrongWeights, at: SourceSpan(file: file.path, line: 1),
            "cần dòng “bình phương” (tổng bình phương quyền số), hoặc design-effect trong bản ghi",
            "it needs a row “squares” (sums of squared weights), or the record a design-effect")
    }

    private mutating func publish(_ source: Source, _ hidden: SurveyDecision.Hidden, _ rules: SuppressionRules) {
        let published = TablePublication(
            table: source.table, counts: source.counts, weights: source.weights, disclosure: source.disclosure,
            rules: rules
        ).published(hidden)
        tables[source.record, default: []].append(published)
        if published.withheldCount * 2 > published.cellCount {
            diagnostics.append(
                Diagnostic(
                    .tableWithheld, at: source.table.span, source.table.id, String(published.withheldCount),
                    String(published.cellCount)))
        }
    }

    /// In the order of the records.
    private mutating func sortTables(_ records: [Record]) {
        for record in records {
            guard let finding = record.finding, let own = tables[record.id] else { continue }
            let order = Dictionary(
                finding.tables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
            tables[record.id] = own.sorted { (order[$0.id] ?? 0) < (order[$1.id] ?? 0) }
        }
    }
}
