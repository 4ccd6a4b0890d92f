/// Chooses which figures to hide so that none can be computed from what is printed, without looking at what they are.
///
/// The choice knows which figures are small, what is printed, and the equations; never a hidden count. A hidden figure is
/// protected by a way to shift as many respondents as the threshold through hidden figures, taken only from where that many are
/// known to be. What all questions share (the bases of the sample) is chosen first, then each part of the survey that nothing
/// else ties together.
struct PatternChoice {
    let model: SurveyModel
    /// Figures by table.
    let prints: [SurveyModelBuilder.Printed]
    let threshold: Double
    /// By figure; what no table prints counts as hidden.
    private(set) var hidden: [Bool]
    /// Tables that had to be withheld whole.
    private(set) var withheld = Set<Int>()
    /// What was decided for readers of a wider audience or printed before.
    private let decided: [Int: Bool]
    private var isProtected: [Bool]
    /// Whether figures that are printed so far may be hidden to protect others.
    private var mayHideMore = true
    /// The hidden figure that is being tried as a printed one: what it holds must not decide anything.
    private var tried: Int?
    private var tablesOfFigure: [Int: [Int]] = [:]
    /// Bases of the sample that some table breaks down into figures of which none is known to hold as many as the threshold:
    /// where such a base is smaller, that table could not follow.
    private let immovable: Set<Int>

    /// - Parameters:
    ///   - decided: By figure, whether it is hidden, for what cannot be decided any more.
    ///   - withheld: Tables of which nothing but what is decided may be printed.
    init(
        _ model: SurveyModel, _ prints: [SurveyModelBuilder.Printed], rules: SuppressionRules, decided: [Int: Bool],
        withheld: Set<Int>
    ) {
        self.model = model
        self.prints = prints
        self.decided = decided
        threshold = Double(rules.cell)
        immovable = Set(
            model.relations.filter { relation in
                model.figures[relation.whole].isSampleBase
                    && !relation.parts.contains { model.figures[$0].isSampleBase || model.figures[$0].isSure }
            }.map(\.whole))
        hidden = model.figures.indices.map { decided[$0] ?? (model.figures[$0].uses == 0 || model.figures[$0].isSmall) }
        isProtected = model.figures.map { _ in false }
        for (table, printed) in prints.enumerated() {
            for figure in Set(printed.all) { tablesOfFigure[figure, default: []].append(table) }
        }
        for table in withheld { withhold(table) }
    }

    mutating func choose() {
        let whole = Set(model.figures.indices.filter { model.figures[$0].isSampleBase })
        let shared = model.relations.filter { ([$0.whole] + $0.parts).allSatisfy(whole.contains) }
        let ways = chooseShared(whole.sorted(), shared)
        for part in parts(without: whole) {
            var attempt = self
            let needsMargins = part.figures.contains {
                model.figures[$0].isMargin && hidden[$0] && model.figures[$0].uses > 0
            }
            if needsMargins || !attempt.choose(part, ways, mayHideMargins: false) {
                attempt = self
                _ = attempt.choose(part, ways, mayHideMargins: true)
            }
            self = attempt
        }
    }

    // MARK: The sample's bases

    private mutating func chooseShared(_ figures: [Int], _ relations: [SurveyModel.Relation]) -> [[Int: Double]] {
        let guarded = figures.filter { hidden[$0] && isGuarded($0) }
        guard !guarded.isEmpty else { return [] }
        var program = ExchangeProgram(figures, relations)
        var ways: [[Int: Double]] = []
        for figure in guarded where !isProtected[figure] {
            guard let way = protect(figure, &program, nil, relations, mayHideMargins: true) else { continue }
            ways += way
        }
        return ways
    }

    // MARK: Parts of the survey

    private struct Part {
        var figures: [Int]
        var relations: [SurveyModel.Relation]
    }

    /// Figures that equations tie together, when those of `shared` are taken out.
    private func parts(without shared: Set<Int>) -> [Part] {
        var parent = Array(model.figures.indices)
        func root(_ figure: Int) -> Int {
            var at = figure
            while parent[at] != at {
                parent[at] = parent[parent[at]]
                at = parent[at]
            }
            return at
        }
        let tied = model.relations.map { relation in
            ([relation.whole] + relation.parts).filter { !shared.contains($0) }
        }
        for members in tied {
            for member in members.dropFirst() { parent[root(member)] = root(members[0]) }
        }
        var parts: [Int: Part] = [:]
        for figure in model.figures.indices where !shared.contains(figure) {
            parts[root(figure), default: Part(figures: [], relations: [])].figures.append(figure)
        }
        for (relation, members) in zip(model.relations, tied) {
            guard let first = members.first else { continue }
            parts[root(first)]?.relations.append(relation)
            for figure in [relation.whole] + relation.parts where shared.contains(figure) {
                parts[root(first)]?.figures.append(figure)
            }
        }
        return parts.values.map { Part(figures: Set($0.figures).sorted(), relations: $0.relations) }
            .sorted { ($0.figures.first ?? 0) < ($1.figures.first ?? 0) }
    }

    /// Whether the choice held out without hiding a table whole.
    private mutating func choose(_ part: Part, _ ways: [[Int: Double]], mayHideMargins: Bool) -> Bool {
        guard part.figures.contains(where: { isOwn($0) && hidden[$0] && isGuarded($0) || !isOwn($0) && hidden[$0] })
        else { return true }
        var program = ExchangeProgram(part.figures, part.relations)
        let paths = ExchangePaths(part.relations) { !isOwn($0) }
        // What moves the sample's bases must be able to move here, too.
        for way in ways {
            let moved = part.figures.filter { !isOwn($0) && way[$0] != nil }
            guard !moved.isEmpty else { continue }
            setLimits(&program, mayHideMargins: mayHideMargins)
            move(way, &program)
            if let found = program.solve() {
                accept(found)
            } else {
                guard mayHideMargins else { return false }
                for table in moved.flatMap({ tablesOfFigure[$0] ?? [] }) where isTable(table, in: part) {
                    hideCells(of: table)
                }
            }
        }
        protectTogether(part, &program)
        var before = -1
        while before != hidden.count(where: { $0 }) {
            before = hidden.count { $0 }
            for figure in part.figures
            where isOwn(figure) && hidden[figure] && isGuarded(figure) && !isProtected[figure] {
                if protect(figure, &program, paths, part.relations, mayHideMargins: mayHideMargins) != nil { continue }
                if protect(figure, &program, movingBases: ways, mayHideMargins: mayHideMargins) { continue }
                guard mayHideMargins else { return false }
                giveUp(figure, part)
            }
        }
        printNeedless(part, &program, paths, ways)
        return true
    }

    /// More hidden figures than this in one part are left as they were chosen: each is tried against all others.
    private static let mostTried = 60

    /// Prints again what later choices have made needless to hide, the dearest first.
    private mutating func printNeedless(
        _ part: Part, _ program: inout ExchangeProgram, _ paths: ExchangePaths, _ ways: [[Int: Double]]
    ) {
        let hiddenHere = part.figures.filter { hidden[$0] }
        guard hiddenHere.count <= Self.mostTried else { return }
        let candidates = hiddenHere.filter { figure in
            isOwn(figure) && decided[figure] == nil && !model.figures[figure].isSmall && model.figures[figure].uses > 0
                && withheld.isDisjoint(with: tablesOfFigure[figure] ?? [])
        }
        for figure in candidates.sorted(by: { (cost($0), $0) > (cost($1), $1) }) {
            var trial = self
            trial.hidden[figure] = false
            trial.mayHideMore = false
            trial.tried = figure
            guard trial.protectsAll(part, &program, paths, ways) else { continue }
            trial.mayHideMore = true
            trial.tried = nil
            self = trial
        }
    }

    /// Whether what is hidden now protects every figure of a part, and lets the sample's bases move as was found for them.
    private mutating func protectsAll(
        _ part: Part, _ program: inout ExchangeProgram, _ paths: ExchangePaths, _ ways: [[Int: Double]]
    ) -> Bool {
        let guarded = part.figures.filter { isOwn($0) && hidden[$0] && isGuarded($0) }
        for figure in guarded { isProtected[figure] = false }
        for way in ways where part.figures.contains(where: { !isOwn($0) && way[$0] != nil }) {
            setLimits(&program, mayHideMargins: false)
            move(way, &program)
            guard let found = program.solve() else { return false }
            accept(found)
        }
        protectTogether(part, &program)
        return guarded.allSatisfy { figure in
            isProtected[figure]
                || protect(figure, &program, paths, part.relations, mayHideMargins: false) != nil
                || protect(figure, &program, movingBases: ways, mayHideMargins: false)
        }
    }

    private func isOwn(_ figure: Int) -> Bool { !model.figures[figure].isSampleBase }

    private func isTable(_ table: Int, in part: Part) -> Bool {
        prints[table].totals.contains { Set(part.figures).contains($0) }
    }

    /// Nothing is sure to protect a figure: no cell of the tables that tell of it is printed. Whether that is enough, the audit
    /// sees.
    private mutating func giveUp(_ figure: Int, _ part: Part) {
        isProtected[figure] = true
        var tables = tablesOfFigure[figure] ?? []
        if tables.isEmpty {
            let beside = part.relations.filter { $0.whole == figure || $0.parts.contains(figure) }
                .flatMap { [$0.whole] + $0.parts }
            tables = beside.flatMap { tablesOfFigure[$0] ?? [] }.filter { isTable($0, in: part) }
        }
        for table in tables.sorted() { hideCells(of: table) }
    }

    private mutating func hideCells(of table: Int) {
        withheld.insert(table)
        for figure in prints[table].cells.joined() where decided[figure] == nil { hidden[figure] = true }
    }

    /// Hides all of a table but the bases.
    private mutating func withhold(_ table: Int) {
        withheld.insert(table)
        for figure in prints[table].totals + prints[table].cells.joined() where decided[figure] == nil {
            hidden[figure] = true
        }
    }

    // MARK: Protection

    /// Whether readers must not be able to compute a figure when it is hidden.
    private func isGuarded(_ figure: Int) -> Bool {
        let figure = model.figures[figure]
        return figure.uses > 0 || figure.isSmall && figure.isSensitive
    }

    private func setLimits(_ program: inout ExchangeProgram, mayHideMargins: Bool) {
        for figure in program.figures {
            let traits = model.figures[figure]
            let mayBeHidden = mayHideMore && decided[figure] == nil && (mayHideMargins || !traits.isMargin)
            let isOpen = hidden[figure] || mayBeHidden
            // The bases of the sample move only where that was decided; how many were asked in all is said elsewhere, too.
            let isShared = traits.isSampleBase && (!isChoosingShared(program) || traits.isMargin && !hidden[figure])
            guard isOpen, !isShared else {
                program.limit(figure, to: .none)
                continue
            }
            let canLose = traits.isSure && !immovable.contains(figure)
            program.limit(figure, to: .init(gain: 0...2 * threshold, loss: 0...(canLose ? threshold : 0)))
            program.price(figure, at: hidden[figure] ? 0.001 : cost(figure))
        }
    }

    private func isChoosingShared(_ program: borrowing ExchangeProgram) -> Bool {
        program.figures.allSatisfy { model.figures[$0].isSampleBase }
    }

    /// Fewer cells first; margins are dear, since much rests on them.
    private func cost(_ figure: Int) -> Double {
        let traits = model.figures[figure]
        if traits.isSampleBase { return 8 * Double(max(1, traits.uses)) }
        return traits.isMargin ? 3 + Double(traits.uses) : 1
    }

    /// Protects as many figures as possible by what is hidden already.
    private mutating func protectTogether(_ part: Part, _ program: inout ExchangeProgram) {
        var remaining = -1
        while true {
            let open = part.figures.filter {
                hidden[$0] && isGuarded($0) && !isProtected[$0] && !model.figures[$0].isSampleBase
            }
            guard open.count > 3, open.count != remaining else { return }
            remaining = open.count
            setLimits(&program, mayHideMargins: false)
            for figure in program.figures where !hidden[figure] { program.limit(figure, to: .none) }
            for figure in open {
                program.limit(
                    figure,
                    to: .init(gain: 0...threshold, loss: 0...(model.figures[figure].isSure ? threshold : 0)))
                program.price(figure, at: 0.001, gain: -1)
            }
            guard let way = program.solve() else { return }
            accept(way)
        }
    }

    /// Hides what a way goes through; whatever it moves far enough is protected by it.
    private mutating func accept(_ way: [Int: Double]) {
        for (figure, change) in way {
            hidden[figure] = true
            if abs(change) > threshold - 1e-6 { isProtected[figure] = true }
        }
    }

    /// As `accept` of a way on which each figure changes by as many as the threshold.
    private mutating func accept(_ path: [Int: Int]) -> [Int: Double] {
        let way = path.mapValues { Double($0) * threshold }
        accept(way)
        return way
    }

    /// Whether a figure of one part of the survey may gain or lose as many as the threshold.
    private func mayMove(_ figure: Int, _ change: Int) -> Bool {
        hidden[figure] && isOwn(figure) && (change > 0 || model.figures[figure].isSure)
    }

    /// Finds the cheapest ways that protect a figure and hides what they go through; nil when there are none.
    private mutating func protect(
        _ figure: Int, _ program: inout ExchangeProgram, _ paths: ExchangePaths?, _ relations: [SurveyModel.Relation],
        mayHideMargins: Bool
    ) -> [[Int: Double]]? {
        if let path = paths?.growth(of: figure, where: mayMove) { return [accept(path)] }
        setLimits(&program, mayHideMargins: mayHideMargins)
        let growing = ExchangeProgram.Limits(gain: threshold...threshold, loss: 0...0)
        let shrinking = ExchangeProgram.Limits(gain: 0...0, loss: threshold...threshold)
        program.limit(figure, to: growing)
        if program.mayGrow(figure), let way = program.solve() {
            accept(way)
            return [way]
        }
        if model.figures[figure].isSure {
            program.limit(figure, to: shrinking)
            guard let way = program.solve() else { return nil }
            accept(way)
            return [way]
        }
        // Where small figures alone make up what is printed, somebody is among them, nobody knows where: from each to the other.
        for relation in relations where relation.parts.contains(figure) && isOfSmallAlone(relation) {
            guard let other = relation.parts.first(where: { $0 != figure && hidden[$0] }) else { continue }
            var ways: [[Int: Double]] = []
            for (grows, shrinks) in [(figure, other), (other, figure)] {
                if let path = paths?.growth(of: grows, shrinking: shrinks, where: mayMove) {
                    ways.append(path.mapValues { Double($0) * threshold })
                    continue
                }
                setLimits(&program, mayHideMargins: mayHideMargins)
                program.limit(grows, to: growing)
                program.limit(shrinks, to: shrinking)
                if let way = program.solve() { ways.append(way) }
            }
            guard ways.count == 2 else { continue }
            for way in ways { accept(way) }
            isProtected[figure] = true
            return ways
        }
        return nil
    }

    /// Protects a figure by a way that moves the sample's bases, too, as was found for them.
    private mutating func protect(
        _ figure: Int, _ program: inout ExchangeProgram, movingBases ways: [[Int: Double]], mayHideMargins: Bool
    ) -> Bool {
        let beside = model.relations.filter { $0.whole == figure || $0.parts.contains(figure) }
            .flatMap { [$0.whole] + $0.parts }
        // Bases that no equation of the figure knows leave it as it was.
        for way in ways where beside.contains(where: { way[$0] != nil }) {
            setLimits(&program, mayHideMargins: mayHideMargins)
            move(way, &program)
            program.limit(figure, to: .init(gain: threshold...threshold, loss: 0...0))
            guard let found = program.solve() else { continue }
            accept(found)
            return true
        }
        return false
    }

    /// Has the sample's bases move as a way has them.
    private func move(_ way: [Int: Double], _ program: inout ExchangeProgram) {
        for figure in program.figures where !isOwn(figure) {
            let change = way[figure] ?? 0
            program.limit(
                figure, to: .init(gain: max(0, change)...max(0, change), loss: max(0, -change)...max(0, -change)))
        }
    }

    /// Whether what is hidden in a printed sum is small, and together as many as the threshold.
    private func isOfSmallAlone(_ relation: SurveyModel.Relation) -> Bool {
        if let tried, relation.whole == tried || relation.parts.contains(tried) { return false }
        guard !hidden[relation.whole], var rest = model.figures[relation.whole].value else { return false }
        for part in relation.parts {
            if hidden[part] {
                guard !model.figures[part].isSure else { return false }
            } else {
                rest -= model.figures[part].value ?? 0
            }
        }
        return Double(rest) >= threshold
    }
}
