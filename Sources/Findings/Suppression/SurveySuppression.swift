/// Decides what of a survey's tables is published, for all its questions and groupings together.
///
/// Totals of a question are shared by its groupings, and bases of a grouping by its questions; both are decided first,
/// once. Groupings that nest are decided together. What an earlier layer (readers of a wider audience) has seen stays as it is:
/// later layers only decide on what they add.
struct SurveySuppression: Sendable {
    let rules: SuppressionRules
    private var questions: [String: QuestionPattern] = [:]
    private var bases: [String: BasePattern] = [:]
    /// Everything seen so far, by question.
    private var breakdowns: [String: [SurveyQuestion.Breakdown]] = [:]
    private var nests = NestedGroupings()
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

    /// What is hidden of a grouping's bases: those that are small, and those that protect them.
    struct BasePattern: Sendable {
        var small: Set<Int> = []
        var partners: Set<Int> = []

        var all: Set<Int> { small.union(partners) }
        func hides(_ group: Int) -> Bool { small.contains(group) || partners.contains(group) }
    }

    func pattern(of question: String) -> QuestionPattern? { questions[question] }
    func basePattern(of grouping: String) -> BasePattern { bases[grouping] ?? BasePattern() }

    /// Decides on the tables of one layer.
    mutating func add(_ layer: [SurveyQuestion]) {
        for question in layer {
            let known = Set(breakdowns[question.key, default: []].map(\.key))
            breakdowns[question.key, default: []] += question.breakdowns.filter { !known.contains($0.key) }
        }
        nests.relate(breakdowns)
        let groupings = Set(layer.flatMap { $0.breakdowns.map(\.key) })
        // Coarse ones first: what hides their bases hides some of the finer ones.
        for grouping in nests.coarsestFirst(groupings) where bases[grouping] == nil { decideBases(grouping, layer) }
        for question in layer { decide(question) }
    }

    // MARK: Bases

    private mutating func decideBases(_ grouping: String, _ layer: [SurveyQuestion]) {
        let tables = layer.filter { $0.base >= rules.base }.flatMap(\.breakdowns).filter { $0.key == grouping }
        guard let groupCount = tables.map(\.groupBases.count).max() else { return }
        func smallest(_ group: Int) -> Int { tables.map { $0.groupBases[group] }.min() ?? 0 }
        /// Of several groups the one to hide with another, by place alone: which base is hidden tells nothing of its size.
        func partner(of first: Int, among groups: [Int]) -> Int? {
            let others = groups.filter { $0 != first && smallest($0) >= rules.cell }
            let open = others.filter { smallest($0) >= rules.base }
            return (open.isEmpty ? others : open).min { (abs($0 - first), $0) < (abs($1 - first), $1) }
        }

        var pattern = BasePattern()
        let all = Array(0..<groupCount)
        pattern.small = Set(all.filter { smallest($0) < rules.cell })
        let parent = nests.parent(of: grouping).flatMap { key in bases[key].map { (key, $0) } }
        if let (key, above) = parent, let belongs = nests.groups(of: grouping, in: key) {
            for group in Set(belongs) {
                let members = all.filter { belongs[$0] == group }
                let small = members.filter(pattern.small.contains)
                if above.hides(group) {
                    // The coarse base must not be the sum of published ones.
                    if small.isEmpty { pattern.partners.insert(partner(of: -1, among: members) ?? members[0]) }
                } else if small.count == 1, let partner = partner(of: small[0], among: members) {
                    pattern.partners.insert(partner)
                } else if small.count > 1, let partner = partner(of: small[0], among: members) {
                    pattern.partners.insert(partner)
                }
            }
        } else if let first = pattern.small.min(), let partner = partner(of: first, among: all) {
            pattern.partners.insert(partner)
        }
        // Bases of groups within these that readers have already.
        for (child, belongs) in nests.children(of: grouping) {
            guard let below = bases[child] else { continue }
            for group in all where belongs.indices.count(where: { belongs[$0] == group && below.hides($0) }) == 1 {
                if !pattern.small.contains(group) { pattern.partners.insert(group) }
            }
        }
        if pattern.all.count == 1, let only = pattern.all.first, let partner = partner(of: only, among: all) {
            pattern.partners.insert(partner)
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
            hideCells(question, &pattern)
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
            let failed = hideCells(question, &attempt)
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

    /// Chooses the cells of tables that are not decided on, once their margins are; the number of tables hidden whole.
    @discardableResult
    private func hideCells(_ question: SurveyQuestion, _ pattern: inout QuestionPattern) -> Int {
        let tables = breakdowns[question.key] ?? []
        let families = nests.families(tables.map(\.key), decided: Set(pattern.cells.keys))
        var whole = 0
        for key in families.whole where pattern.cells[key] == nil {
            guard let table = tables.first(where: { $0.key == key }) else { continue }
            pattern.cells[key] = Self.everything(table)
            whole += 1
        }
        for chain in families.chains { whole += hideCells(of: chain, question, &pattern) }
        for branch in families.branches where pattern.cells[branch[branch.count - 1]] == nil {
            whole += hideCells(ofBranch: branch, question, &pattern)
        }
        return whole
    }

    /// Tables that nest, together; where nothing is safe for all, the finest ones are hidden whole.
    private func hideCells(of chain: [String], _ question: SurveyQuestion, _ pattern: inout QuestionPattern) -> Int {
        var chain = chain
        let all = chain
        var whole = 0
        defer { showTwins(all, question, &pattern) }
        while chain.contains(where: { pattern.cells[$0] == nil }) {
            if let chosen = network(of: chain, question, pattern).choose() {
                for (key, cells) in zip(chain, chosen) { pattern.cells[key] = cells }
                break
            }
            guard let last = chain.last(where: { pattern.cells[$0] == nil }) else { break }
            let table = breakdowns[question.key]?.first { $0.key == last }
            pattern.cells[last] = table.map(Self.everything)
            whole += 1
            chain.removeAll { $0 == last }
        }
        return whole
    }

    /// A group that is all of the coarser group it lies in has its figures: they are hidden alike.
    private func showTwins(_ chain: [String], _ question: SurveyQuestion, _ pattern: inout QuestionPattern) {
        for (coarse, fine) in zip(chain, chain.dropFirst()) {
            guard let belongs = nests.groups(of: fine, in: coarse), let above = pattern.cells[coarse],
                pattern.cells[fine]?.joined().contains(false) == false
            else { continue }
            for group in belongs.indices where belongs.count(where: { $0 == belongs[group] }) == 1 {
                for row in above.indices { pattern.cells[fine]?[row][group] = above[row][belongs[group]] }
            }
        }
    }

    /// A second grouping within one that has another in it. Nobody shows that what is hidden of the coarse one could move in both
    /// alike, so it is published only where nothing is.
    private func hideCells(
        ofBranch branch: [String], _ question: SurveyQuestion, _ pattern: inout QuestionPattern
    ) -> Int {
        let above = branch.dropLast()
        let isOpen = above.allSatisfy { key in
            !(pattern.cells[key]?.joined().contains(true) ?? true) && basePattern(of: key).all.isEmpty
        }
        let key = branch[branch.count - 1]
        if isOpen, let chosen = network(of: branch, question, pattern).choose() {
            pattern.cells[key] = chosen[chosen.count - 1]
            return 0
        }
        pattern.cells[key] = breakdowns[question.key]?.first { $0.key == key }.map(Self.everything)
        return 1
    }

    /// Tries every pattern against the counts themselves. What holds by construction is checked again, since what is
    /// published cannot be called back.
    private mutating func audit(
        _ tables: [SurveyQuestion.Breakdown], _ question: SurveyQuestion, _ pattern: inout QuestionPattern
    ) {
        for table in tables where pattern.cells[table.key]?.joined().contains(false) ?? false {
            let chain = (nests.ancestors(of: table.key) + [table.key]).filter { pattern.cells[$0] != nil }
            guard !stands(chain, question, pattern) else { continue }
            failedAudits += 1
            pattern.cells[table.key] = Self.everything(table)
        }
    }

    private func stands(_ chain: [String], _ question: SurveyQuestion, _ pattern: QuestionPattern) -> Bool {
        network(of: chain, question, pattern).stands(chain.map { pattern.cells[$0] ?? [] })
    }

    /// Whether every hidden figure of a question has a second possible value, grouping by grouping.
    func stands(_ question: SurveyQuestion) -> Bool {
        guard let pattern = questions[question.key] else { return false }
        return question.breakdowns.allSatisfy { table in
            stands(
                (nests.ancestors(of: table.key) + [table.key]).filter { pattern.cells[$0] != nil }, question, pattern)
        }
    }

    // MARK: Networks

    /// The question by groupings that nest, the coarsest first, with what is decided of them.
    private func network(of chain: [String], _ question: SurveyQuestion, _ pattern: QuestionPattern) -> TableNetwork {
        let tables = breakdowns[question.key] ?? []
        func table(_ key: String) -> SurveyQuestion.Breakdown? { tables.first { $0.key == key } }
        let finest = chain[chain.count - 1]
        let groupBases = table(finest)?.groupBases ?? []
        var levels: [TableNetwork.Level] = []
        var before: String?
        for key in chain {
            guard let table = table(key) else { continue }
            levels.append(level(table, within: before, question, pattern))
            before = key
        }
        var baseLevels: [TableNetwork.BaseLevel] = []
        before = nil
        for key in nests.ancestors(of: finest).filter({ bases[$0] != nil }) + [finest] {
            let belongs = key == finest ? nil : nests.groups(of: finest, in: key)
            var sums = groupBases
            if let belongs {
                sums = Array(repeating: 0, count: (belongs.max() ?? -1) + 1)
                for (group, base) in zip(belongs, groupBases) { sums[group] += base }
            }
            baseLevels.append(
                .init(
                    bases: sums, pattern: basePattern(of: key),
                    parents: before.flatMap { nests.groups(of: key, in: $0) } ?? []))
            before = key
        }
        return TableNetwork(
            .init(counts: question.totals, small: pattern.smallTotals, partner: pattern.totalPartner), levels: levels,
            baseLevels: baseLevels)
    }

    private func level(
        _ table: SurveyQuestion.Breakdown, within parent: String?, _ question: SurveyQuestion,
        _ pattern: QuestionPattern
    ) -> TableNetwork.Level {
        let basePattern = basePattern(of: table.key)
        let isBaseKnown = basePattern.small.isEmpty
        let rows = question.totals.count
        var primary: [[Bool]] = []
        var cost: [[Double]] = []
        for row in 0..<rows {
            primary.append([])
            cost.append([])
            for (column, base) in table.groupBases.enumerated() {
                let isLow = base < rules.base || basePattern.small.contains(column)
                primary[row].append(isLow || table.counts[row][column] < rules.cell)
                // Fewer cells first, then those with the fewest respondents to be expected from published margins.
                let ofBase = isBaseKnown ? Double(base) / Double(max(1, question.base)) : 0
                let ofTotal =
                    pattern.smallTotals.isEmpty
                    ? Double(question.totals[row]) / Double(max(1, question.base)) : 1 / Double(rows)
                cost[row].append(1 + 0.99 * ofBase * ofTotal)
            }
        }
        return TableNetwork.Level(
            counts: table.counts, primary: primary, cost: cost, hidden: pattern.cells[table.key],
            parents: parent.flatMap { nests.groups(of: table.key, in: $0) } ?? [])
    }

    private static func everything(_ table: SurveyQuestion.Breakdown) -> [[Bool]] {
        table.counts.map { $0.map { _ in true } }
    }
}
