/// What is printed of a survey's tables: the choice, its audit, and what is withheld where the audit fails.
///
/// The widest audience is decided first; what it sees depends on nothing that only narrower ones have.
struct SurveyDecision: Sendable {
    /// Hidden figures by table, in the order in which the tables were added.
    private(set) var hidden: [Hidden] = []
    private(set) var concerns: [Concern] = []

    /// What is hidden of a table.
    struct Hidden: Sendable, Hashable {
        var base: Bool
        var totals: [Bool]
        var groupBases: [Bool]
        /// By answer, then group.
        var cells: [[Bool]]
        /// Whether weights would tell of hidden bases: some base of the survey is hidden.
        var isBaseHiddenSomewhere: Bool
        /// By answer: whether something is hidden of it in this table or another.
        var isAnswerTouched: [Bool]

        func fits(_ table: SurveyTable) -> Bool {
            totals.count == table.answers.count && groupBases.count == table.groups.count
                && cells.count == table.answers.count && cells.allSatisfy { $0.count == table.groups.count }
                && isAnswerTouched.count == table.answers.count
        }
    }

    /// What an editor must know, by the table that it concerns.
    struct Concern: Sendable, Hashable {
        var table: Int
        var kind: Kind

        enum Kind: Sendable, Hashable {
            case groupingUndecided(by: SurveyTable.Spelling, other: SurveyTable.Spelling)
            case groupingByChance(
                by: SurveyTable.Spelling, other: SurveyTable.Spelling,
                parts: [SurveyTable.Spelling: [SurveyTable.Spelling]])
            case groupingContradicted(by: SurveyTable.Spelling, other: SurveyTable.Spelling)
            case filterFound(table: Int, rows: [Int])
            case filterContradicted
            case withheldWhole
            /// What was printed before shows what is hidden now.
            case exposedByReleases
            /// What wider audiences are to see now shows, beside what was printed before, what small figures hold.
            case exposedByWiderAudience
        }
    }

    private var tables: [SurveyTable] = []
    private let rules: SuppressionRules
    private let statements: [GroupingTies.Statement]

    init(rules: SuppressionRules, statements: [GroupingTies.Statement]) {
        self.rules = rules
        self.statements = statements
    }

    /// What was decided so far, without the counts that it was decided on.
    struct Answer: Sendable, Hashable {
        var hidden: [Hidden]
        var concerns: [Concern]
    }

    var answer: Answer { Answer(hidden: hidden, concerns: concerns) }

    /// Takes what was decided before on the same question, with the tables of its last audience; false where it does not fit them.
    mutating func take(_ answer: Answer, for layer: [SurveyTable]) -> Bool {
        let all = tables + layer
        guard answer.hidden.count == all.count, zip(answer.hidden, all).allSatisfy({ $0.fits($1) }),
            answer.concerns.allSatisfy({ all.indices.contains($0.table) })
        else { return false }
        tables = all
        hidden = answer.hidden
        concerns = answer.concerns
        return true
    }

    /// Decides on the tables of one audience, after those of wider ones.
    ///
    /// - Parameter released: Tables as earlier releases printed them to these readers.
    mutating func add(_ layer: [SurveyTable], released: [SurveyTable]) {
        guard !layer.isEmpty else { return }
        let first = tables.count
        tables += layer
        let placement = TablePlacement(tables + released)
        let ties = GroupingTies(placement, stated: statements, isSearching: placement.tables.contains(where: isSmallIn))
        let answers = AnswerTies(placement)
        let builder = SurveyModelBuilder(placement, ties, answers, rules: rules)
        let own = first..<tables.count
        note(ties, answers, placement, own)
        let decided = decided(builder, before: first, released: tables.count..<placement.tables.count)
        var withheld = Set<Int>()
        var closed = Set<Int>()
        for doubt in ties.doubts where doubt.kind == .undecided {
            let finer = own.filter { placement.groupings[$0] == doubt.finer }
            // Where the finer one is printed already, the coarser one is withheld.
            closed.formUnion(finer.isEmpty ? own.filter { placement.groupings[$0] == doubt.coarser } : finer)
        }
        for (table, source) in answers.undecided {
            let shut = own.contains(table) ? [table] : own.contains(source) ? [source] : []
            withheld.formUnion(shut)
            closed.formUnion(shut)
        }
        var (figures, given) = choose(builder, decided, withheld: withheld, closed: closed)
        var isSealed = false
        while true {
            let exposed = DisclosureAudit(model: builder.model, hidden: figures, width: rules.cell).exposed
            guard !exposed.isEmpty else { break }
            let telling = tables(telling: exposed, builder, own)
            if !telling.subtracting(withheld).isEmpty {
                withheld.formUnion(telling)
            } else if !telling.subtracting(closed).isEmpty {
                closed.formUnion(telling)
            } else if closed.count < own.count || !isSealed {
                isSealed = closed.count == own.count
                closed.formUnion(own)
            } else {
                let kind: Concern.Kind =
                    isNew(exposed, builder, released: tables.count..<builder.placement.tables.count)
                    ? .exposedByWiderAudience : .exposedByReleases
                concerns += own.map { Concern(table: $0, kind: kind) }
                break
            }
            (figures, given) = choose(
                builder, decided, withheld: withheld, closed: closed, isSealed: isSealed)
        }
        for table in given.union(closed).intersection(own).sorted() {
            concerns.append(Concern(table: table, kind: .withheldWhole))
        }
        keep(figures, builder, own)
    }

    /// Whether some of what is exposed is small and was not exposed by earlier releases alone.
    private func isNew(_ exposed: [Int], _ builder: SurveyModelBuilder, released: Range<Int>) -> Bool {
        let small = exposed.filter { builder.model.figures[$0].isSmall && builder.model.figures[$0].isSensitive }
        guard !small.isEmpty else { return false }
        var hidden = builder.model.figures.map { _ in true }
        for (figure, isHidden) in printed(released, builder) where !isHidden { hidden[figure] = false }
        let before = DisclosureAudit(model: builder.model, hidden: hidden, width: rules.cell).exposed
        return !Set(small).isSubset(of: before)
    }

    /// The figures of released tables, each with whether it was withheld then.
    private func printed(_ released: Range<Int>, _ builder: SurveyModelBuilder) -> [(figure: Int, isHidden: Bool)] {
        released.flatMap { table -> [(figure: Int, isHidden: Bool)] in
            let (figures, then) = (builder.prints[table], builder.placement.tables[table])
            let counts = zip(
                figures.totals + figures.groupBases + figures.cells.joined(),
                then.totals + then.groupBases + then.counts.joined())
            return [(figures.base, !then.isBasePrinted)] + counts.map { ($0, $1 == nil) }
        }
    }

    private func choose(
        _ builder: SurveyModelBuilder, _ decided: [Int: Bool], withheld: Set<Int>, closed: Set<Int>,
        isSealed: Bool = false
    ) -> (hidden: [Bool], withheld: Set<Int>) {
        var decided = decided
        for table in closed {
            let printed = builder.prints[table]
            let margins = isSealed ? printed.totals + [printed.base] : []
            for figure in printed.cells.joined() + printed.groupBases + margins where decided[figure] == nil {
                decided[figure] = true
            }
        }
        var choice = PatternChoice(builder.model, builder.prints, rules: rules, decided: decided, withheld: withheld)
        choice.choose()
        return (choice.hidden, choice.withheld)
    }

    /// Whether a table has anything that may not be printed; how figures hang together matters only then.
    private func isSmallIn(_ table: SurveyTable) -> Bool {
        let bases = table.groupBases.contains { ($0 ?? 0) < rules.base }
        let cells = (table.counts.joined() + table.totals).contains { ($0 ?? 0) < rules.cell }
        let others =
            !table.isExclusive
            && zip(table.counts, table.totals).contains { row, total in
                table.base - (total ?? 0) < rules.cell
                    || zip(table.groupBases, row).contains { ($0 ?? 0) - ($1 ?? 0) < rules.cell }
            }
        return table.base < rules.base || bases || cells || others
    }

    /// What is not open any more: what wider audiences see, and what was ever printed.
    private func decided(_ builder: SurveyModelBuilder, before first: Int, released: Range<Int>) -> [Int: Bool] {
        var decided: [Int: Bool] = [:]
        for table in 0..<first {
            let (printed, before) = (builder.prints[table], hidden[table])
            // What turns out to be one figure is printed where either was.
            func note(_ figure: Int, _ isHidden: Bool) { decided[figure] = isHidden && decided[figure] ?? true }
            note(printed.base, before.base)
            for (figure, isHidden) in zip(printed.totals, before.totals) { note(figure, isHidden) }
            for (figure, isHidden) in zip(printed.groupBases, before.groupBases) { note(figure, isHidden) }
            for (figure, isHidden) in zip(printed.cells.joined(), before.cells.joined()) { note(figure, isHidden) }
        }
        for (figure, isHidden) in printed(released, builder) where !isHidden { decided[figure] = false }
        // What was withheld beside it stays withheld, or both prints together would show more than each.
        for table in released {
            guard builder.placement.tables[table].counts.joined().contains(where: { $0 != nil }) else { continue }
            for (figure, isHidden) in printed(table..<table + 1, builder) where isHidden && decided[figure] == nil {
                decided[figure] = true
            }
        }
        return decided
    }

    /// Tables of this audience that print figures beside those that would be exposed.
    private func tables(telling exposed: [Int], _ builder: SurveyModelBuilder, _ own: Range<Int>) -> Set<Int> {
        let wanted = Set(exposed)
        var beside = wanted
        for relation in builder.model.relations {
            let all = [relation.whole] + relation.parts
            if all.contains(where: wanted.contains) { beside.formUnion(all) }
        }
        let direct = own.filter { table in
            (builder.prints[table].totals + builder.prints[table].cells.joined()).contains(where: wanted.contains)
        }
        return Set(
            direct.isEmpty ? own.filter { builder.prints[$0].all.contains(where: beside.contains) } : direct)
    }

    private mutating func keep(_ figures: [Bool], _ builder: SurveyModelBuilder, _ own: Range<Int>) {
        let isBaseHidden = builder.prints.contains { printed in
            ([printed.base] + printed.groupBases).contains { figures[$0] }
        }
        var touched = Set<Int>()
        for (table, printed) in builder.prints.enumerated() {
            for (row, answer) in builder.placement.answers[table].enumerated()
            where figures[printed.totals[row]] || printed.cells[row].contains(where: { figures[$0] }) {
                touched.insert(answer)
            }
        }
        for table in own {
            let printed = builder.prints[table]
            hidden.append(
                Hidden(
                    base: figures[printed.base], totals: printed.totals.map { figures[$0] },
                    groupBases: printed.groupBases.map { figures[$0] },
                    cells: printed.cells.map { $0.map { figures[$0] } }, isBaseHiddenSomewhere: isBaseHidden,
                    isAnswerTouched: builder.placement.answers[table].map(touched.contains)))
        }
    }

    // MARK: Concerns

    private mutating func note(
        _ ties: GroupingTies, _ answers: AnswerTies, _ placement: TablePlacement, _ own: Range<Int>
    ) {
        for doubt in ties.doubts {
            let (by, other) = (placement.groupingNames[doubt.finer], placement.groupingNames[doubt.coarser])
            guard
                let table = own.first(where: { placement.groupings[$0] == doubt.finer })
                    ?? own.first(where: { placement.groupings[$0] == doubt.coarser })
            else { continue }
            switch doubt.kind {
            case .undecided: concerns.append(Concern(table: table, kind: .groupingUndecided(by: by, other: other)))
            case .contradicted:
                concerns.append(Concern(table: table, kind: .groupingContradicted(by: by, other: other)))
            case .chance(let parts):
                concerns.append(Concern(table: table, kind: .groupingByChance(by: by, other: other, parts: parts)))
            }
        }
        for (table, source, rows) in answers.unstated where own.contains(table) || own.contains(source) {
            guard table < tables.count, source < tables.count else { continue }
            concerns.append(Concern(table: table, kind: .filterFound(table: source, rows: rows)))
        }
        for table in answers.contradicted where own.contains(table) {
            concerns.append(Concern(table: table, kind: .filterContradicted))
        }
    }
}
