import Testing

@testable import Findings

/// A table of two rows and three columns: figures 0 to 5 are its cells, 6 and 7 the rows' sums, 8 to 10 the columns'.
struct ExchangePathsTests {
    private let relations = [
        SurveyModel.Relation(whole: 6, parts: [0, 1, 2]), SurveyModel.Relation(whole: 7, parts: [3, 4, 5]),
        SurveyModel.Relation(whole: 8, parts: [0, 3]), SurveyModel.Relation(whole: 9, parts: [1, 4]),
        SurveyModel.Relation(whole: 10, parts: [2, 5]),
    ]

    private var paths: ExchangePaths { ExchangePaths(relations) { $0 > 5 } }

    @Test func aCellGrowsByARectangle() throws {
        let way = try #require(paths.growth(of: 0) { figure, _ in [0, 1, 3, 4].contains(figure) })
        #expect(way == [0: 1, 1: -1, 3: -1, 4: 1])
    }

    @Test func nothingIsTakenFromWhereNobodyMayBe() {
        // The cell beside it may only grow.
        #expect(paths.growth(of: 0) { figure, change in figure < 6 && (figure == 5 || change > 0) } == nil)
        #expect(paths.growth(of: 0) { figure, _ in [0, 1, 2].contains(figure) } == nil)
    }

    @Test func twoCellsOfAColumnChangePlaces() throws {
        let way = try #require(paths.growth(of: 0, shrinking: 3) { figure, _ in figure < 6 })
        #expect(way[0] == 1 && way[3] == -1)
        for relation in relations { #expect(relation.parts.reduce(0) { $0 + (way[$1] ?? 0) } == 0) }
    }

    /// A sum that is printed nowhere takes up what its parts gain.
    @Test func aPathMayEndInASumThatNothingElseTells() throws {
        let open = ExchangePaths(relations) { $0 > 5 && $0 != 6 && $0 != 7 }
        let way = try #require(open.growth(of: 0) { figure, _ in [0, 3, 6, 7].contains(figure) })
        #expect(way == [0: 1, 3: -1, 6: 1, 7: -1])
    }

    @Test func whatStandsInThreeEquationsIsLeftToTheProgram() {
        let further = relations + [SurveyModel.Relation(whole: 11, parts: [0, 4])]
        #expect(ExchangePaths(further) { $0 > 5 }.growth(of: 0) { _, _ in true } == nil)
    }
}
