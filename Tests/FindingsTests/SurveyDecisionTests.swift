import Testing

@testable import Findings
@testable import Records

struct SurveyDecisionTests {
    private let rules = SuppressionRules(cell: 10, base: 30)

    private func hidden(_ tables: [SurveyTable], rules: SuppressionRules? = nil) -> [[[Bool]]] {
        var decision = SurveyDecision(rules: rules ?? self.rules, statements: [])
        decision.add(tables, released: [])
        return decision.hidden.map(\.cells)
    }

    /// The worked example of the GaussSuppression package (norms 4.4), five times as large: young people from Portugal are
    /// sensitive, and three cells go with them.
    @Test func thePublishedExampleHidesItsPublishedCells() {
        let table = TestTables.table([[15, 20, 30], [10, 0, 25]])
        #expect(
            hidden([table], rules: SuppressionRules(cell: 10, base: 10)) == [
                [[true, true, false], [true, true, false]]
            ])
    }

    @Test func nothingIsHiddenWhereNothingIsSmall() {
        #expect(!hidden([TestTables.table([[50, 60], [70, 80]])]).joined().joined().contains(true))
    }

    @Test func aSmallBaseIsHiddenWithAnother() {
        var decision = SurveyDecision(rules: rules, statements: [])
        decision.add([TestTables.table([[4, 100, 100], [3, 100, 100]])], released: [])
        #expect(decision.hidden[0].groupBases.count { $0 } == 2 && decision.hidden[0].groupBases[0])
        #expect(decision.hidden[0].cells.allSatisfy { $0[0] } && !decision.hidden[0].base)
        #expect(decision.hidden[0].cells.joined().contains(false) && decision.concerns.isEmpty)
    }

    /// Wherever a figure stands and however it is spelt, it is hidden alike.
    @Test func aFigureIsKnownByWhatItCounts() {
        let first = TestTables.table([[100, 120], [3, 4], [80, 90], [60, 70]], by: "vùng")
        var second = TestTables.table([[110, 110], [85, 85], [65, 65], [4, 3]], by: "tuổi")
        second.answers = [0, 2, 3, 1].map { first.answers[$0] }
        var decision = SurveyDecision(rules: rules, statements: [])
        decision.add([first, second], released: [])
        let (a, b) = (decision.hidden[0].totals, decision.hidden[1].totals)
        #expect(a[1] && a == [b[0], b[3], b[1], b[2]])
    }

    /// Moving respondents among hidden figures, with which ones are small as it was, changes nothing of what is hidden.
    @Test(arguments: [0, 1, 2, 3]) func thePatternDoesNotDependOnHiddenValues(part: Int) {
        var random = SplitMix(seed: 1_000 + UInt64(part))
        var moved = 0
        for _ in 0..<40 {
            let table = TestTables.random(&random)
            var decision = SurveyDecision(rules: rules, statements: [])
            decision.add([table], released: [])
            var other = table
            moved += TestTables.shuffle(&other.counts, within: decision.hidden[0].cells, rules: rules, &random)
            var again = SurveyDecision(rules: rules, statements: [])
            again.add([other], released: [])
            #expect(again.hidden == decision.hidden)
        }
        #expect(moved > 100, "the tables were hardly changed, so this would prove nothing")
    }

    /// What readers of a wider audience see is the same whether or not the narrower ones get more.
    @Test func aLaterLayerChangesNothingOfAnEarlierOne() {
        var random = SplitMix(seed: 77)
        for _ in 0..<30 {
            let first = TestTables.random(&random)
            var second = TestTables.table(TestTables.parted(first.totals.compactMap { $0 }, &random), by: "tuổi")
            second.question = first.question
            var wide = SurveyDecision(rules: rules, statements: [])
            wide.add([first], released: [])
            var both = wide
            both.add([second], released: [])
            #expect(both.hidden[0] == wide.hidden[0] && both.hidden.count == 2)
        }
    }

    /// A table that was printed with its total keeps it, and one that comes later is decided after it.
    @Test func whatWasPrintedStaysPrinted() {
        let first = TestTables.table([[60, 50, 4], [70, 40, 40], [30, 50, 55]])
        var before = SurveyDecision(rules: rules, statements: [])
        before.add([first], released: [])
        var printed = first
        for row in 0..<3 {
            for column in 0..<3 where before.hidden[0].cells[row][column] { printed.counts[row][column] = nil }
        }
        let second = TestTables.table([[54, 60], [80, 70], [65, 70]], by: "tuổi")
        var after = SurveyDecision(rules: rules, statements: [])
        after.add([first, second], released: [printed])
        #expect(after.hidden[0].cells == before.hidden[0].cells)
    }

    // MARK: The audit

    @Test func theAuditFindsWhatTooLittleLeavesOpen() {
        let placement = TablePlacement([TestTables.table([[15, 20, 30], [10, 0, 25]])])
        let builder = SurveyModelBuilder(
            placement, GroupingTies(placement, stated: []), AnswerTies(placement),
            rules: SuppressionRules(cell: 10, base: 10))
        var hidden = builder.model.figures.map { _ in false }
        let small = builder.prints[0].cells[1][1]
        hidden[small] = true
        #expect(DisclosureAudit(model: builder.model, hidden: hidden, width: 10).exposed == [small])
        for (row, column) in [(0, 1), (0, 0), (1, 0)] { hidden[builder.prints[0].cells[row][column]] = true }
        #expect(DisclosureAudit(model: builder.model, hidden: hidden, width: 10).exposed.isEmpty)
        #expect(!DisclosureAudit(model: builder.model, hidden: hidden, width: 31).exposed.isEmpty)
    }

    /// Collapsed answers by region say what is left of a province, though nobody prints the answers themselves by region.
    @Test func collapsedAnswersByRegionBoundTheAnswersByProvince() {
        var answers = TestTables.table([[40, 3, 50, 60], [30, 4, 45, 20], [50, 9, 25, 30]], by: "tỉnh")
        answers.groups = ["P1", "P2", "Q1", "Q2"].map { .init($0) }
        var collapsed = TestTables.table([[77, 175], [59, 55]], by: "vùng")
        collapsed.groups = [.init("P"), .init("Q")]
        collapsed.answers = [.init("Một hoặc hai"), .init("Còn lại")]
        let placement = TablePlacement([answers, collapsed])
        let provinces = GroupingStatement(
            by: "tỉnh", within: "vùng",
            parts: [.init(name: "P", parts: ["P1", "P2"]), .init(name: "Q", parts: ["Q1", "Q2"])])
        let builder = SurveyModelBuilder(
            placement, GroupingTies(placement, stated: [.init(provinces)]), AnswerTies(placement),
            rules: SuppressionRules(cell: 10, base: 10))
        var hidden = builder.model.figures.map { _ in false }
        let printed = builder.prints[0]
        // Of each answer the two provinces of a pair are hidden, one of either region.
        for row in 0..<3 { for column in [1, 3] { hidden[printed.cells[row][column]] = true } }
        let exposed = DisclosureAudit(model: builder.model, hidden: hidden, width: 10).exposed
        #expect(exposed.contains(printed.cells[2][1]), "9 = 59 of the region, 50 of the other province")
    }
}

/// Made-up tables.
enum TestTables {
    static func table(_ counts: [[Int]], by: String = "nhóm") -> SurveyTable {
        let bases = counts[0].indices.map { column in counts.reduce(0) { $0 + $1[column] } }
        return SurveyTable(
            question: .init("Câu"), answers: counts.indices.map { .init("Ý \($0)") }, by: .init(by),
            groups: bases.indices.map { .init("\(by) \($0)") }, counts: counts, groupBases: bases,
            totals: counts.map { $0.reduce(0, +) }, base: bases.reduce(0, +), isExclusive: true)
    }

    static func random(_ random: inout SplitMix) -> SurveyTable {
        let rows = Int.random(in: 2...6, using: &random)
        let columns = Int.random(in: 2...6, using: &random)
        return table(
            (0..<rows).map { _ in
                (0..<columns).map { _ in
                    Bool.random(using: &random)
                        ? Int.random(in: 0...14, using: &random) : Int.random(in: 8...90, using: &random)
                }
            })
    }

    /// Every respondent of each total in one of some groups.
    static func parted(_ totals: [Int], _ random: inout SplitMix) -> [[Int]] {
        let groups = Int.random(in: 2...4, using: &random)
        return totals.map { total in
            var parts = [Int](repeating: 0, count: groups)
            for _ in 0..<total { parts[min(groups - 1, Int.random(in: 0...(groups * 2), using: &random) / 2)] += 1 }
            return parts
        }
    }

    /// Exchanges respondents among hidden cells, keeping margins and which cells are small; how often it did.
    static func shuffle(
        _ counts: inout [[Int?]], within hidden: [[Bool]], rules: SuppressionRules, _ random: inout SplitMix
    ) -> Int {
        var moved = 0
        for _ in 0..<200 {
            let rows = (0..<counts.count).shuffled(using: &random).prefix(2)
            let columns = (0..<counts[0].count).shuffled(using: &random).prefix(2)
            let cells = [
                (rows[0], columns[0], 1), (rows[0], columns[1], -1), (rows[1], columns[0], -1),
                (rows[1], columns[1], 1),
            ]
            let fits = cells.allSatisfy { row, column, change in
                let before = counts[row][column] ?? 0
                let after = before + change
                return hidden[row][column] && after >= 0 && (before < rules.cell) == (after < rules.cell)
            }
            guard fits else { continue }
            for (row, column, change) in cells { counts[row][column] = (counts[row][column] ?? 0) + change }
            moved += 1
        }
        return moved
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same tables on every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
