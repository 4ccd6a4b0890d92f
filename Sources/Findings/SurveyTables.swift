import Diagnostics
import Records
import VietnameseText

/// The publishable tables of a collection's surveys.
///
/// Suppression looks at all records of a survey together, so it is done once for the whole edition, the records of the widest
/// audience first: what they show depends on nothing that only narrower audiences have.
public struct SurveyTables: Sendable {
    /// Tables by record, in the record's order; without those whose file is wrong.
    public private(set) var tables: [RecordID: [PublishedTable]] = [:]
    public private(set) var diagnostics: [Diagnostic] = []
    /// Patterns that did not stand up to their audit, so that a table was hidden whole.
    public private(set) var failedAudits = 0

    public init() {}

    /// - Parameter audiences: Ids of audiences, the narrowest first, as `site.yml` has them.
    public init(_ records: [Record], rules: SuppressionRules, audiences: [String]) {
        var read: [Source] = []
        for record in records {
            guard let finding = record.finding, finding.form == .survey else { continue }
            read += sources(record, finding)
        }
        let order = Dictionary(audiences.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let surveys = Dictionary(grouping: read, by: \.survey)
        for survey in surveys.keys.sorted() {
            let sources = surveys[survey] ?? []
            let layers = Dictionary(grouping: sources) { order[$0.audience] ?? 0 }
            var suppression = SurveySuppression(rules: rules)
            for layer in layers.keys.sorted(by: >) {
                suppression.add(SurveyQuestions.merged(layers[layer] ?? []))
            }
            failedAudits += suppression.failedAudits
            for source in sources { publish(source, suppression, rules) }
        }
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
    }

    private mutating func sources(_ record: Record, _ finding: Finding) -> [Source] {
        var sources: [Source] = []
        var seen = Set<String>()
        for table in finding.tables {
            guard let file = table.counts else { continue }
            var reader = CountTableReader(table, file)
            let counts = reader.read()
            diagnostics += reader.diagnostics
            guard let counts else { continue }
            if let size = finding.disclosure?.sampleSize, counts.base > size {
                diagnostics.append(Diagnostic(.sampleTooSmall, at: table.span, table.id))
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
            let source = Source(
                record: record.id, audience: record.audience, survey: finding.survey ?? record.id, table: table,
                counts: counts, weights: weights, disclosure: finding.disclosure)
            guard seen.insert(SurveyQuestions.wording(source) + "\u{1F}" + SurveyQuestions.grouping(source)).inserted
            else {
                diagnostics.append(Diagnostic(.repeatedTable, at: table.span, table.id))
                continue
            }
            sources.append(source)
        }
        return sources
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

    private mutating func publish(_ source: Source, _ suppression: SurveySuppression, _ rules: SuppressionRules) {
        let counts = source.counts
        let bases = suppression.basePattern(of: SurveyQuestions.grouping(source))
        let keys = SurveyQuestions.keys(source)
        let patterns = keys.map { suppression.pattern(of: $0) }
        // A table of exclusive answers is one question; each answer of the other kind is a question of its own.
        func pattern(_ row: Int) -> (SurveySuppression.QuestionPattern?, Int) {
            counts.isExclusive ? (patterns[0], row) : (patterns[row], 0)
        }
        let cellsKey = SurveyQuestions.cellsKey(source)
        let isWithheld = patterns.contains { $0?.isWithheld ?? true }
        let hidden = TablePublication.Hidden(
            totals: counts.answers.indices.map { row in
                let (pattern, answer) = pattern(row)
                return pattern?.hidesTotal(answer) ?? true
            },
            base: patterns.contains { $0?.hidesBase ?? true },
            cells: counts.answers.indices.map { row in
                let (pattern, answer) = pattern(row)
                return pattern?.cells[cellsKey]?[answer] ?? counts.groups.map { _ in true }
            },
            groupBases: counts.groups.indices.map { isWithheld || bases.hides($0) })
        let published = TablePublication(
            table: source.table, counts: counts, weights: source.weights, disclosure: source.disclosure, rules: rules
        ).published(hidden)
        tables[source.record, default: []].append(published)
        let isThin = published.withheldCount * 2 > published.cellCount
        if isThin {
            diagnostics.append(
                Diagnostic(
                    .tableWithheld, at: source.table.span, source.table.id, String(published.withheldCount),
                    String(published.cellCount)))
        }
    }
}
