import Testing

@testable import Findings

struct SuppressionTests {
    /// One question by one grouping.
    private func hidden(_ counts: [[Int]], rules: SuppressionRules) -> (SurveySuppression, [[Bool]]) {
        var suppression = SurveySuppression(rules: rules)
        suppression.add([TestTables.question(counts)])
        return (suppression, suppression.pattern(of: "q")?.cells["b"] ?? [])
    }

    /// The worked example of the GaussSuppression package (norms 4.4): with counts up to 1 sensitive, young people from
    /// Portugal are, and three cells go with them.
    @Test func thePublishedExampleHidesItsPublishedCells() {
        let counts = [[3, 4, 6], [2, 0, 5]]  // old, young; Iceland, Portugal, Spain
        let (suppression, cells) = hidden(counts, rules: SuppressionRules(cell: 2, base: 1))
        #expect(cells == [[true, true, false], [true, true, false]])
        #expect((0..<2).allSatisfy { suppression.pattern(of: "q")?.hidesTotal($0) == false })
    }

    @Test func nothingIsHiddenWhereNothingIsSmall() {
        let (_, cells) = hidden([[50, 60], [70, 80]], rules: SuppressionRules(cell: 10, base: 30))
        #expect(!cells.joined().contains(true))
    }

    @Test func aGroupBelowTheBaseIsHiddenWithWhatWouldTellIt() {
        let counts = [[12, 80, 90], [11, 70, 60], [3, 55, 58]]
        let (suppression, cells) = hidden(counts, rules: SuppressionRules(cell: 10, base: 30))
        #expect(cells.allSatisfy { $0[0] })
        // Every row has a second hidden cell, or the total would give the first away.
        #expect(cells.allSatisfy { $0.count { $0 } >= 2 })
        #expect(suppression.failedAudits == 0)
    }

    @Test func aSmallTotalTakesAnotherTotalWithIt() {
        let counts = [[100, 120], [90, 80], [3, 2]]
        let (suppression, cells) = hidden(counts, rules: SuppressionRules(cell: 10, base: 30))
        let totals = (0..<3).filter { suppression.pattern(of: "q")?.hidesTotal($0) ?? false }
        #expect(totals.count == 2 && totals.contains(2))
        #expect(cells[2] == [true, true])
    }

    @Test(arguments: [0, 1, 2, 3]) func everyHiddenCellHasASecondValue(part: Int) {
        var random = SplitMix(seed: UInt64(part) + 1)
        for _ in 0..<100 {
            let question = TestTables.random(&random)
            let rules = SuppressionRules(cell: Int.random(in: 2...12, using: &random), base: 30)
            var suppression = SurveySuppression(rules: rules)
            suppression.add([question])
            #expect(suppression.failedAudits == 0)
            #expect(suppression.stands(question))
        }
    }

    /// Moving respondents among hidden cells, with every margin and the set of small cells as they were, changes nothing
    /// of what is hidden: the pattern tells nothing of the values.
    @Test(arguments: [0, 1, 2, 3]) func thePatternDoesNotDependOnHiddenValues(part: Int) {
        var random = SplitMix(seed: 1_000 + UInt64(part))
        var moved = 0
        for _ in 0..<60 {
            let question = TestTables.random(&random)
            let rules = SuppressionRules(cell: 10, base: 30)
            var suppression = SurveySuppression(rules: rules)
            suppression.add([question])
            guard let pattern = suppression.pattern(of: "q") else { continue }
            var other = question
            for index in other.breakdowns.indices {
                let cells = pattern.cells[other.breakdowns[index].key] ?? []
                moved += TestTables.shuffle(&other.breakdowns[index].counts, within: cells, rules: rules, &random)
            }
            var again = SurveySuppression(rules: rules)
            again.add([other])
            #expect(again.pattern(of: "q")?.cells == pattern.cells)
            #expect(again.pattern(of: "q")?.totalPartner == pattern.totalPartner)
        }
        #expect(moved > 100, "the tables were hardly changed, so this would prove nothing")
    }

    /// Provinces 1 and 2 lie in region 1, 3 and 4 in region 2. With provinces alone, the small cell would be protected by one in the
    /// other region; with regions printed, it must be by its neighbour.
    @Test func groupingsThatNestAreProtectedTogether() {
        let provinces = [[5, 60, 20, 70], [80, 75, 66, 64], [90, 85, 92, 61]]
        let regions = provinces.map { [$0[0] + $0[1], $0[2] + $0[3]] }
        let rules = SuppressionRules(cell: 10, base: 30)
        let alone = hidden(provinces, rules: rules).1
        #expect(alone[0] == [true, false, true, false])
        var question = TestTables.question(provinces)
        let coarse = TestTables.question(regions).breakdowns[0]
        question.breakdowns.append(.init(key: "c", counts: coarse.counts, groupBases: coarse.groupBases))
        var suppression = SurveySuppression(rules: rules)
        suppression.add([question])
        let pattern = suppression.pattern(of: "q")
        #expect(suppression.failedAudits == 0 && suppression.stands(question))
        let fine = pattern?.cells["b"] ?? []
        let isRegionShown = !(pattern?.cells["c"]?.joined().contains(true) ?? true)
        #expect(isRegionShown && fine[0] == [true, true, false, false])
    }

    @Test func nestsAreFoundWhereverGroupsStand() {
        let fine = [[5, 8], [60, 3], [20, 9], [70, 1], [0, 4]]
        #expect(GroupingNest.find(fine: fine, coarse: [[65, 11], [90, 14]]) == [0, 0, 1, 1, 1])
        #expect(GroupingNest.find(fine: fine, coarse: [[75, 9], [80, 16]]) == [0, 1, 1, 0, 1])
        #expect(GroupingNest.find(fine: fine, coarse: [[76, 9], [79, 16]]) == nil)
        #expect(GroupingNest.find(fine: fine, coarse: [[155, 25]]) == nil)
    }

    /// A grouping published twice under other names is one grouping.
    @Test func theSameGroupsUnderOtherNamesHideTheSame() {
        let counts = [[5, 60, 20], [80, 75, 66], [90, 85, 92]]
        let turned = counts.map { [$0[2], $0[0], $0[1]] }
        var question = TestTables.question(counts)
        let other = TestTables.question(turned).breakdowns[0]
        question.breakdowns.append(.init(key: "c", counts: other.counts, groupBases: other.groupBases))
        var suppression = SurveySuppression(rules: SuppressionRules(cell: 10, base: 30))
        suppression.add([question])
        let cells = suppression.pattern(of: "q")?.cells ?? [:]
        #expect(cells["b"]?.map { [$0[2], $0[0], $0[1]] } == cells["c"])
        #expect(cells["b"]?[0][0] == true)
    }

    /// What readers of a wider audience see is the same whether or not the narrower ones get more.
    @Test func aLaterLayerChangesNothingOfAnEarlierOne() {
        var random = SplitMix(seed: 77)
        for _ in 0..<40 {
            let question = TestTables.random(&random, breakdowns: 2)
            let rules = SuppressionRules(cell: 10, base: 30)
            var first = question
            first.breakdowns.removeLast()
            var wide = SurveySuppression(rules: rules)
            wide.add([first])
            var both = wide
            both.add([question])
            let key = first.breakdowns[0].key
            #expect(both.pattern(of: "q")?.cells[key] == wide.pattern(of: "q")?.cells[key])
            #expect(both.pattern(of: "q")?.totalPartner == wide.pattern(of: "q")?.totalPartner)
            #expect(both.pattern(of: "q")?.cells.count == 2)
        }
    }
}

/// Made-up tables.
enum TestTables {
    static func question(_ counts: [[Int]]) -> SurveyQuestion {
        SurveyQuestion(
            key: "q", totals: counts.map { $0.reduce(0, +) }, base: counts.joined().reduce(0, +),
            breakdowns: [
                .init(
                    key: "b", counts: counts,
                    groupBases: counts[0].indices.map { column in counts.reduce(0) { $0 + $1[column] } })
            ])
    }

    /// A question whose groupings share its totals.
    static func random(_ random: inout SplitMix, breakdowns: Int? = nil) -> SurveyQuestion {
        let rows = Int.random(in: 2...6, using: &random)
        let columns = Int.random(in: 2...6, using: &random)
        let counts = (0..<rows).map { _ in
            (0..<columns).map { _ in
                Bool.random(using: &random)
                    ? Int.random(in: 0...14, using: &random) : Int.random(in: 8...90, using: &random)
            }
        }
        var question = question(counts)
        for index in 1..<max(1, breakdowns ?? Int.random(in: 1...3, using: &random)) {
            let groups = Int.random(in: 2...4, using: &random)
            // Every respondent is thrown into one of the groups.
            let parted = question.totals.map { total in
                var parts = [Int](repeating: 0, count: groups)
                for _ in 0..<total { parts[min(groups - 1, Int.random(in: 0...(groups * 2), using: &random) / 2)] += 1 }
                return parts
            }
            question.breakdowns.append(
                .init(
                    key: "b\(index)", counts: parted,
                    groupBases: (0..<groups).map { column in parted.reduce(0) { $0 + $1[column] } }))
        }
        return question
    }

    /// Exchanges respondents among hidden cells, keeping margins and which cells are small; how often it did.
    static func shuffle(
        _ counts: inout [[Int]], within hidden: [[Bool]], rules: SuppressionRules, _ random: inout SplitMix
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
                let before = counts[row][column]
                let after = before + change
                return hidden[row][column] && after >= 0 && (before < rules.cell) == (after < rules.cell)
            }
            guard fits else { continue }
            for (row, column, change) in cells { counts[row][column] += change }
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
