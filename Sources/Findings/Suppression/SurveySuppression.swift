/// Decides what of a survey's tables is published, for all its questions and groupings together.
///
/// Totals of a question are shared by its groupings, and bases of a grouping by its questions; both are decided first,
/// once. What an earlier layer (readers of a wider audience) has seen stays as it is: later layers only decide on what
/// they add.
struct SurveySuppression: Sendable {
    let rules: SuppressionRules
    private var questions: [String: QuestionPattern] = [:]
    private var bases: [String: BasePattern] = [:]
    /// How often a pattern did not stand up to its audit and the whole table was hidden instead.
    private(set) var failedAudits = 0

    init(rules: SuppressionRules) { self.rules = rules }

    /// What is hidden of one question.
    struct QuestionPattern: Sendable {
        /// Answers whose total is hidden for being small, and the one that protects them.
        var smallTotals: Set<Int> = []
        var totalPartner: Int?
        /// Nothing but the number of respondents is published.
        var isWithheld = false
        /// Whether even that is hidden.
        var hidesBase = false
        /// Hidden cells by grouping: answer, then group.
        var cells: [String: [[Bool]]] = [:]
        let answerCount: Int

        func hidesTotal(_ answer: Int) -> Bool {
            isWithheld || smallTotals.contains(answer) || totalPartner == answer
        }
    }

    /// What is hidden of a grouping's bases.
    struct BasePattern: Sendable {
        var small: Set<Int> = []
        var partner: Int?

        func hides(_ group: Int) -> Bool { small.contains(group) || partner == group }
    }

    func pattern(of question: String) -> QuestionPattern? { questions[question] }
    func basePattern(of grouping: String) -> BasePattern { bases[grouping] ?? BasePattern() }

    /// Decides on the tables of one layer.
    mutating func add(_ layer: [SurveyQuestion]) {
        for grouping in Set(layer.flatMap { $0.breakdowns.map(\.key) }).sorted() where bases[grouping] == nil {
            decideBases(grouping, layer)
        }
        for question in layer { decide(question) }
    }

    // MARK: Bases

    private mutating func decideBases(_ grouping: String, _ layer: [SurveyQuestion]) {
        let tables = layer.filter { $0.base >= rules.base }.flatMap(\.breakdowns).filter { $0.key == grouping }
        guard let groupCount = tables.map(\.groupBases.count).max() else { return }
        func smallest(_ group: Int) -> Int { tables.map { $0.groupBases[group] }.min() ?? 0 }
        var pattern = BasePattern()
        pattern.small = Set((0..<groupCount).filter { smallest($0) < rules.cell })
        if let first = pattern.small.min() {
            // By place alone: which base is hidden tells nothing of its size.
            let open = (0..<groupCount).filter { smallest($0) >= rules.base }
            let others = (0..<groupCount).filter { smallest($0) >= rules.cell }
            pattern.partner = (open.isEmpty ? others : open).min { (abs($0 - first), $0) < (abs($1 - first), $1) }
        }
        bases[grouping] = pattern
    }

    // MARK: Questions

    private mutating func decide(_ question: SurveyQuestion) {
        var pattern = questions[question.key] ?? begin(question)
        let open = question.breakdowns.filter { pattern.cells[$0.key] == nil }
        if pattern.isWithheld {
            for table in open { pattern.cells[table.key] = Self.everything(table) }
        } else if questions[question.key] != nil || pattern.smallTotals.isEmpty {
            hideCells(of: open, question, &pattern)
        } else {
            choosePartner(question, &pattern)
        }
        audit(open, question, &pattern)
        questions[question.key] = pattern
    }

    private func begin(_ question: SurveyQuestion) -> QuestionPattern {
        var pattern = QuestionPattern(answerCount: question.totals.count)
        pattern.isWithheld = question.base < rules.base
        pattern.hidesBase = question.base < rules.cell
        pattern.smallTotals = Set(question.totals.indices.filter { question.totals[$0] < rules.cell })
        return pattern
    }

    /// The total that is hidden with the small ones: the one that costs the fewest cells, then the nearest. What the
    /// costs depend on is which cells are small, and published bases.
    private func choosePartner(_ question: SurveyQuestion, _ pattern: inout QuestionPattern) {
        let first = pattern.smallTotals.min() ?? 0
        let candidates = question.totals.indices.filter { !pattern.smallTotals.contains($0) }
            .sorted { (abs($0 - first), $0) < (abs($1 - first), $1) }
        var best: (pattern: QuestionPattern, hidden: Int)?
        for candidate in candidates {
            var attempt = pattern
            attempt.totalPartner = candidate
            let failed = hideCells(of: question.breakdowns, question, &attempt)
            let hidden = failed * 1_000_000 + attempt.cells.values.joined().joined().count { $0 }
            if best.map({ hidden < $0.hidden }) ?? true { best = (attempt, hidden) }
        }
        if let best {
            pattern = best.pattern
        } else {
            pattern.isWithheld = true
            for table in question.breakdowns { pattern.cells[table.key] = Self.everything(table) }
        }
    }

    /// Chooses the cells of tables whose margins are decided; the number of tables that had to be hidden whole.
    @discardableResult
    private func hideCells(
        of tables: [SurveyQuestion.Breakdown], _ question: SurveyQuestion, _ pattern: inout QuestionPattern
    ) -> Int {
        var whole = 0
        for table in tables {
            let abstract = abstract(table, question, pattern)
            if let chosen = CellPattern.choose(abstract) {
                pattern.cells[table.key] = chosen.cutting(every: table.groupBases.count)
            } else {
                pattern.cells[table.key] = Self.everything(table)
                whole += 1
            }
        }
        return whole
    }

    /// Tries every pattern against the counts themselves. What holds by construction is checked again, since what is
    /// published cannot be called back.
    private mutating func audit(
        _ tables: [SurveyQuestion.Breakdown], _ question: SurveyQuestion, _ pattern: inout QuestionPattern
    ) {
        for table in tables {
            guard let cells = pattern.cells[table.key] else { continue }
            let audit = SuppressionAudit(
                counts: table.counts, hidden: cells,
                hiddenTotals: question.totals.indices.map(pattern.hidesTotal), totals: question.totals,
                hiddenBases: table.groupBases.indices.map(basePattern(of: table.key).hides), bases: table.groupBases)
            if !audit.isSafe, cells.joined().contains(false) {
                failedAudits += 1
                pattern.cells[table.key] = Self.everything(table)
            }
        }
    }

    private func abstract(
        _ table: SurveyQuestion.Breakdown, _ question: SurveyQuestion, _ pattern: QuestionPattern
    ) -> TwoWayTable {
        let rows = question.totals.count
        let columns = table.groupBases.count
        let basePattern = basePattern(of: table.key)
        var primary: [Bool] = []
        var cost: [Double] = []
        let isBaseKnown = basePattern.small.isEmpty
        for row in 0..<rows {
            for column in 0..<columns {
                let isLow = table.groupBases[column] < rules.base || basePattern.small.contains(column)
                primary.append(isLow || table.counts[row][column] < rules.cell)
                // Fewer cells first, then those with the fewest respondents to be expected from published margins.
                let ofBase = isBaseKnown ? Double(table.groupBases[column]) / Double(max(1, question.base)) : 0
                let ofTotal =
                    pattern.smallTotals.isEmpty
                    ? Double(question.totals[row]) / Double(max(1, question.base)) : 1 / Double(rows)
                cost.append(1 + 0.99 * ofBase * ofTotal)
            }
        }
        return TwoWayTable(
            rows: rows, columns: columns, primary: primary, cost: cost, smallTotals: pattern.smallTotals,
            totalPartner: pattern.totalPartner, smallBases: basePattern.small, basePartner: basePattern.partner)
    }

    private static func everything(_ table: SurveyQuestion.Breakdown) -> [[Bool]] {
        table.counts.map { $0.map { _ in true } }
    }
}

extension [Bool] {
    /// Rows of equal length.
    fileprivate func cutting(every length: Int) -> [[Bool]] {
        stride(from: 0, to: count, by: Swift.max(1, length)).map { Array(self[$0..<Swift.min($0 + length, count)]) }
    }
}
