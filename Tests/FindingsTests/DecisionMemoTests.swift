import Storage
import Testing

@testable import Findings

struct DecisionMemoTests {
    private func question(_ counts: [[Int]]) -> DecisionMemo.Question {
        DecisionMemo.Question(
            rules: SuppressionRules(cell: 10, base: 30), statements: [],
            layers: [.init(tables: [TestTables.table(counts)], released: [])])
    }

    @Test func whatIsKeptSaysTheSame() throws {
        var decision = SurveyDecision(rules: SuppressionRules(cell: 10, base: 30), statements: [])
        decision.add([TestTables.table([[60, 50, 4], [70, 40, 40], [30, 50, 55]])], released: [])
        decision.add([TestTables.table([[54, 60], [80, 70], [65, 2]], by: "tuổi")], released: [])
        var writer = ByteWriter()
        decision.answer.write(&writer)
        var reader = ByteReader(writer.bytes[...])
        let read = try SurveyDecision.Answer(&reader)
        #expect(read == decision.answer && reader.isAtEnd)
    }

    @Test func aQuestionIsKnownByEverythingThatADecisionDependsOn() {
        let asked = question([[60, 50, 4], [70, 40, 40]])
        var others = [question([[60, 50, 5], [70, 40, 40]]), asked, asked, asked, asked, asked]
        others[1].rules.cell = 9
        others[2].layers[0].tables[0].isExclusive = false
        others[3].layers[0].tables[0].answers[0].text = "x"
        others[4].layers[0].released = asked.layers[0].tables
        others[5].layers[0].tables[0].filter = .those(question: .init("a"), answers: [])
        #expect(Set(others.map(\.digest) + [asked.digest]).count == others.count + 1)
    }

    /// A kept answer that does not fit the tables, or bytes that are cut short, decide nothing.
    @Test func whatDoesNotFitIsDecidedAnew() throws {
        let asked = question([[61, 50, 4], [70, 40, 40]])
        let right = DecisionMemo.decision(on: asked).answer
        var other = SurveyDecision(rules: asked.rules, statements: [])
        let isTaken = other.take(right, for: [TestTables.table([[61, 50], [70, 40]])])
        #expect(!isTaken)
        let kept = try #require(DecisionMemo.kept)
        for count in stride(from: 0, to: kept.count, by: 7) { DecisionMemo.remember(Array(kept[..<count])) }
        #expect(DecisionMemo.decision(on: asked).answer == right)
    }
}
