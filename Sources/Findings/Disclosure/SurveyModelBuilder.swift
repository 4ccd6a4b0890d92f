/// Puts a survey's tables together into one system of figures and equations.
struct SurveyModelBuilder {
    let placement: TablePlacement
    let rules: SuppressionRules
    private let answerTies: AnswerTies
    private let groupingTies: GroupingTies
    private(set) var model = SurveyModel()
    /// By table: the figures that it prints.
    private(set) var prints: [Printed] = []
    private var classes: [GroupingTies.Group: Int] = [:]
    /// The sample that all others are parts of.
    private let whole: Int
    /// Collapsed answers and what they collapse.
    private let tiedAnswers: Set<Int>

    struct Printed: Sendable {
        var base: Int
        var totals: [Int]
        var groupBases: [Int]
        /// By answer, then group.
        var cells: [[Int]]

        var all: [Int] { [base] + totals + groupBases + cells.joined() }
    }

    init(_ placement: TablePlacement, _ groupingTies: GroupingTies, _ answerTies: AnswerTies, rules: SuppressionRules) {
        self.placement = placement
        self.rules = rules
        self.answerTies = answerTies
        self.groupingTies = groupingTies
        whole = placement.sizes.indices.max { (placement.sizes[$0], $1) < (placement.sizes[$1], $0) } ?? 0
        tiedAnswers = Set(answerTies.nets.flatMap { [$0.answer] + $0.parts })
        numberGroups()
        for index in placement.tables.indices { addTable(index) }
        for index in placement.tables.indices { relateTable(index) }
        relateGroups()
        for net in answerTies.nets { relate(net) }
        for filter in answerTies.filters { relate(filter) }
        relateSamples()
    }

    /// Groups that are one group have one number.
    private mutating func numberGroups() {
        var next = 0
        for (grouping, names) in placement.groupNames.enumerated() {
            for index in names.indices {
                classes[.init(grouping: grouping, index: index)] = next
                next += 1
            }
        }
        for tie in groupingTies.ties where tie.ours.count == 1 && tie.theirs.count == 1 {
            guard let kept = classes[tie.theirs[0]], let gone = classes[tie.ours[0]] else { continue }
            for (group, number) in classes where number == gone { classes[group] = kept }
        }
    }

    private func group(_ table: Int, _ column: Int) -> Int {
        classes[.init(grouping: placement.groupings[table], index: placement.columns[table][column])] ?? -1
    }

    // MARK: Figures

    private mutating func addTable(_ index: Int) {
        let table = placement.tables[index]
        let sample = placement.samples[index]
        let isThin = table.base < rules.base
        let base = baseFigure(sample, nil, table.base)
        let bases = table.groups.indices.map { baseFigure(sample, group(index, $0), table.groupBases[$0]) }
        var totals: [Int] = []
        var cells: [[Int]] = []
        for row in table.answers.indices {
            let answer = FigureKey.Answer.chosen(
                question: placement.questions[index], answer: placement.answers[index][row])
            totals.append(figure(sample, answer, nil, table.totals[row], isLow: isThin))
            cells.append(
                table.groups.indices.map { column in
                    let isLow = isThin || (table.groupBases[column] ?? rules.base) < rules.base
                    return figure(sample, answer, group(index, column), table.counts[row][column], isLow: isLow)
                })
        }
        prints.append(Printed(base: base, totals: totals, groupBases: bases, cells: cells))
    }

    private mutating func baseFigure(_ sample: Int, _ group: Int?, _ value: Int?) -> Int {
        let key = FigureKey(sample: sample, answer: .asked, group: group)
        // Who was asked on is who gave the answer: one figure.
        if model[key] == nil, let filter = answerTies.filters.first(where: { $0.sample == sample }),
            filter.answers.count == 1
        {
            let answer = FigureKey.Answer.chosen(question: filter.question, answer: filter.answers[0])
            let source = figure(filter.source, answer, group, value, isLow: false)
            if model.figures[source].value == value { model.name(source, key) }
        }
        return model.figure(
            FigureKey(sample: sample, answer: .asked, group: group),
            SurveyModel.Figure(
                value: value, isSmall: (value ?? 0) < rules.cell, isSensitive: true,
                isMargin: sample != whole || group == nil,
                isSampleBase: sample == whole))
    }

    private mutating func figure(
        _ sample: Int, _ answer: FigureKey.Answer, _ group: Int?, _ value: Int?, isLow: Bool
    ) -> Int {
        let figure = model.figure(
            FigureKey(sample: sample, answer: answer, group: group),
            SurveyModel.Figure(
                value: value, isSmall: isLow || (value ?? 0) < rules.cell, isSensitive: true,
                isMargin: group == nil, isSampleBase: false))
        if isLow { model.markSmall(figure, isLarge: (value ?? 0) >= rules.cell) }
        return figure
    }

    // MARK: Equations within a table

    private mutating func relateTable(_ index: Int) {
        let table = placement.tables[index]
        let printed = prints[index]
        for figure in printed.all { model.use(figure) }
        if !table.groups.isEmpty {
            model.relate(printed.base, to: printed.groupBases)
            for row in table.answers.indices { model.relate(printed.totals[row], to: printed.cells[row]) }
        }
        let sample = placement.samples[index]
        if table.isExclusive {
            let rows = table.answers.indices.filter { table.nets[$0] == nil }
            model.relate(printed.base, to: rows.map { printed.totals[$0] })
            for column in table.groups.indices {
                model.relate(printed.groupBases[column], to: rows.map { printed.cells[$0][column] })
            }
            return
        }
        // Those who did not choose an answer can be computed from its base, so they count as well.
        for row in table.answers.indices {
            let others = FigureKey.Answer.notChosen(
                question: placement.questions[index], answer: placement.answers[index][row])
            func addRest(_ group: Int?, _ base: Int, _ cell: Int, isLow: Bool) {
                let value = difference(base, cell)
                let rest = figure(sample, others, group, value, isLow: isLow)
                model.relate(base, to: [cell, rest])
            }
            addRest(nil, printed.base, printed.totals[row], isLow: table.base < rules.base)
            for column in table.groups.indices {
                addRest(
                    group(index, column), printed.groupBases[column], printed.cells[row][column],
                    isLow: (table.groupBases[column] ?? rules.base) < rules.base)
            }
        }
    }

    private func difference(_ a: Int, _ b: Int) -> Int? {
        guard let first = model.figures[a].value, let second = model.figures[b].value else { return nil }
        return first - second
    }

    // MARK: Equations between tables

    /// Every figure of one set of groups, added up, is that of the other. The sum has a name of its own, so that what is tied to
    /// it by answers or samples finds it: collapsed answers may be printed by region, and what they collapse by province alone.
    private mutating func relateGroups() {
        let ties = groupingTies.ties.filter { $0.ours.count > 1 || $0.theirs.count > 1 }
        let sides = ties.map { tie in (tie.ours.compactMap { classes[$0] }, tie.theirs.compactMap { classes[$0] }) }
        var next = (classes.values.max() ?? -1) + 1
        let names = sides.map { ours, theirs in
            if theirs.count == 1 { return theirs[0] }
            if ours.count == 1 { return ours[0] }
            next += 1
            return next - 1
        }
        // A sum of one tie may be a part in another: wards in districts, districts in provinces.
        var related: Set<GroupSum> = []
        var before = -1
        while before < related.count {
            before = related.count
            for ((ours, theirs), name) in zip(sides, names) {
                for thing in model.countedThings {
                    relate(thing, [ours, theirs].filter { $0 != [name] }, name, &related)
                }
            }
        }
    }

    private struct GroupSum: Hashable {
        var thing: SurveyModel.Thing
        var name: Int
        var groups: [Int]
    }

    private mutating func relate(
        _ thing: SurveyModel.Thing, _ sides: [[Int]], _ name: Int, _ related: inout Set<GroupSum>
    ) {
        func key(_ group: Int) -> FigureKey { FigureKey(sample: thing.sample, answer: thing.answer, group: group) }
        let known = sides.compactMap { side in
            let found = side.compactMap { model[key($0)] }
            return found.count == side.count ? (groups: side, figures: found) : nil
        }
        guard let first = known.first else { return }
        let isPrinted = model[key(name)] != nil
        guard isPrinted || known.count > 1 || isTied(thing.answer) else { return }
        let values = first.figures.map { model.figures[$0].value }
        let sum = values.contains(nil) ? nil : values.compactMap { $0 }.reduce(0, +)
        let whole = model.figure(
            key(name),
            SurveyModel.Figure(
                value: sum, isSmall: (sum ?? 0) < rules.cell, isSensitive: known.count > 1,
                isSampleBase: thing.sample == self.whole && thing.answer == .asked))
        for side in known
        where related.insert(GroupSum(thing: thing, name: name, groups: side.groups)).inserted {
            model.relate(whole, to: side.figures)
        }
    }

    /// Whether figures of an answer follow from those of other answers or of another sample.
    private func isTied(_ answer: FigureKey.Answer) -> Bool {
        switch answer {
        case .asked: return placement.sizes.count > 1
        case .chosen(_, let number): return placement.sizes.count > 1 || tiedAnswers.contains(number)
        case .notChosen: return false
        }
    }

    private mutating func relate(_ net: AnswerTies.Net) {
        for (key, figure) in model.figures(ofAnswer: net.answer) {
            let parts = net.parts.compactMap { part in
                model.question(of: part).flatMap { question in
                    model[
                        FigureKey(
                            sample: key.sample, answer: .chosen(question: question, answer: part), group: key.group)]
                }
            }
            if parts.count == net.parts.count { model.relate(figure, to: parts) }
        }
    }

    private mutating func relate(_ filter: AnswerTies.Filter) {
        for (key, base) in model.figures(ofSample: filter.sample, .asked) {
            let parts = filter.answers.compactMap {
                model[
                    FigureKey(
                        sample: filter.source, answer: .chosen(question: filter.question, answer: $0), group: key.group)
                ]
            }
            guard parts.count == filter.answers.count else { continue }
            let values = parts.map { model.figures[$0].value }
            let sum = values.contains(nil) ? nil : values.compactMap { $0 }.reduce(0, +)
            guard let sum, let asked = model.figures[base].value, sum != asked else {
                model.relate(base, to: parts)
                continue
            }
            guard sum > asked else {
                // Some of those who were asked on are not known in the table of the first question.
                let unknown = model.unnamed(
                    SurveyModel.Figure(
                        value: asked - sum, isSmall: asked - sum < rules.cell, isSensitive: false, isSampleBase: false))
                model.relate(base, to: parts + [unknown])
                continue
            }
            // Some of those who were asked on did not answer.
            let both = model.unnamed(
                SurveyModel.Figure(
                    value: sum, isSmall: sum < rules.cell, isSensitive: true, isSampleBase: false))
            let silent = model.unnamed(
                SurveyModel.Figure(
                    value: sum - asked, isSmall: sum - asked < rules.cell, isSensitive: false, isSampleBase: false))
            model.relate(both, to: parts)
            model.relate(both, to: [base, silent])
        }
    }

    /// Who is asked less is part of the whole sample; those missing are a figure, since anybody can subtract.
    private mutating func relateSamples() {
        for sample in placement.sizes.indices where sample != whole {
            relate(sample, to: whole, answers: [.asked], isSensitive: missing(sample, whole) >= rules.cell)
        }
        // The same question by groupings that not everybody is known for.
        for question in Set(placement.questions).sorted() {
            let tables = placement.questions.indices.filter { placement.questions[$0] == question }
            let samples = Set(tables.map { placement.samples[$0] })
            guard let largest = samples.max(by: { (placement.sizes[$0], $1) < (placement.sizes[$1], $0) }) else {
                continue
            }
            let answers = Set(tables.flatMap { placement.answers[$0] }).sorted()
                .map { FigureKey.Answer.chosen(question: question, answer: $0) }
            for sample in samples.sorted() where sample != largest {
                relate(sample, to: largest, answers: [.asked] + answers, isSensitive: true)
            }
        }
    }

    private func missing(_ sample: Int, _ other: Int) -> Int { placement.sizes[other] - placement.sizes[sample] }

    private mutating func relate(_ part: Int, to whole: Int, answers: [FigureKey.Answer], isSensitive: Bool) {
        var pairs: [(FigureKey, Int, Int)] = []
        for answer in answers {
            for (key, figure) in model.figures(ofSample: part, answer) {
                guard let other = model[FigureKey(sample: whole, answer: answer, group: key.group)] else { continue }
                pairs.append((key, figure, other))
            }
        }
        // Otherwise neither is part of the other.
        guard pairs.allSatisfy({ (difference($0.2, $0.1) ?? 0) >= 0 }) else { return }
        for (key, figure, other) in pairs {
            let value = difference(other, figure)
            var rest = key
            rest.missingFrom = whole
            let left = model.figure(
                rest,
                SurveyModel.Figure(
                    value: value, isSmall: (value ?? 0) < rules.cell, isSensitive: isSensitive, isSampleBase: false))
            if isSensitive { model.markSensitive(left) }
            model.relate(other, to: [figure, left])
        }
    }
}
