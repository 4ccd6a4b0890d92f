import Testing

@testable import Findings

struct GroupingTiesTests {
    /// Questions by provinces in any order and by the regions that these lie in.
    private func nested(provinces: Int, regions: Int, questions: Int, seed: UInt64) -> ([SurveyTable], [Int]) {
        var random = SplitMix(seed: seed)
        var belongs = (0..<provinces).map { $0 % regions }
        belongs.shuffle(using: &random)
        var tables: [SurveyTable] = []
        let bases = (0..<provinces).map { _ in Int.random(in: 40...160, using: &random) }
        for question in 0..<questions {
            var counts = (0..<5).map { _ in [Int](repeating: 0, count: provinces) }
            for province in 0..<provinces {
                for _ in 0..<bases[province] { counts[Int.random(in: 0..<5, using: &random)][province] += 1 }
            }
            var fine = TestTables.table(counts, by: "tỉnh")
            var coarse = TestTables.table(
                counts.map { row in
                    (0..<regions).map { region in
                        row.indices.reduce(0) { $0 + (belongs[$1] == region ? row[$1] : 0) }
                    }
                }, by: "vùng")
            fine.question = .init("Câu \(question)")
            coarse.question = fine.question
            tables += [fine, coarse]
        }
        return (tables, belongs)
    }

    @Test(arguments: [(18, 4, 1), (34, 6, 1), (63, 8, 14)])
    func provincesAreFoundInTheirRegionsWhateverTheirOrder(provinces: Int, regions: Int, questions: Int) {
        let (tables, belongs) = nested(provinces: provinces, regions: regions, questions: questions, seed: 5)
        let placement = TablePlacement(tables)
        let ties = GroupingTies(placement, stated: [])
        #expect(ties.doubts.isEmpty && ties.ties.count == regions)
        for tie in ties.ties {
            #expect(tie.theirs.count == 1)
            let names = tie.ours.map { placement.groupNames[$0.grouping][$0.index] }
            let region = placement.groupNames[tie.theirs[0].grouping][tie.theirs[0].index]
            let expected = belongs.indices.filter { tables[1].groups[belongs[$0]] == region }.map {
                tables[0].groups[$0]
            }
            #expect(names.sorted() == expected.sorted())
        }
    }

    /// One question tells too little of 63 provinces: nothing is taken for independent, the provinces are withheld.
    @Test func whatCannotBeFoundOutIsWithheld() {
        let (tables, _) = nested(provinces: 63, regions: 8, questions: 1, seed: 6)
        var decision = SurveyDecision(rules: SuppressionRules(cell: 30, base: 30), statements: [])
        decision.add(tables, released: [])
        #expect(decision.hidden[0].cells.joined().allSatisfy { $0 })
        #expect(decision.concerns.contains { if case .groupingUndecided = $0.kind { true } else { false } })

    }

    @Test func groupsThatTwoSplitsShareAreOne() {
        let counts = [[60, 50, 4], [70, 40, 40], [30, 50, 55]]
        var fine = TestTables.table(counts, by: "tuổi")
        var coarse = TestTables.table(counts.map { [$0[0], $0[1] + $0[2]] }, by: "tuổi hai nhóm")
        fine.groups = ["dưới 30", "30 đến 59", "từ 60"].map { .init($0) }
        coarse.groups = ["dưới 30", "từ 30"].map { .init($0) }
        let ties = GroupingTies(TablePlacement([fine, coarse]), stated: [])
        #expect(ties.ties.count == 2)
        var decision = SurveyDecision(rules: SuppressionRules(cell: 10, base: 30), statements: [])
        decision.add([fine, coarse], released: [])
        for row in 0..<3 { #expect(decision.hidden[0].cells[row][0] == decision.hidden[1].cells[row][0]) }
    }

    @Test func sumsAreFoundByEquationsWhereTheyAreMany() throws {
        let vectors = (0..<40).map { index in (0..<40).map { ($0 * 7 + index * index * 13 + $0 * index) % 91 } }
        let set = [3, 8, 21, 30]
        let sum = vectors[0].indices.map { place in set.reduce(0) { $0 + vectors[$1][place] } }
        let rest = vectors[0].indices.map { place in vectors.reduce(0) { $0 + $1[place] } - sum[place] }
        let found = EquationsOfSets(vectors).matches(with: [sum, rest])
        #expect(found == nil || found?.contains { $0.ours == set.reduce(0) { $0 | 1 << UInt64($1) } } == true)
        let matches = try #require(SubsetSums(Array(vectors[..<24])).matches(with: [vectors[0], vectors[1]]))
        #expect(matches.contains { $0.ours == 1 && $0.theirs == 1 })
    }
}
