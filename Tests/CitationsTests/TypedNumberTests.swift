import Testing

@testable import Citations

@Suite("Numbers as people type them")
struct TypedNumberTests {
    private let grammar = NumberGrammar()

    @Test("every spelling is read as expected", arguments: Vectors.numbers)
    func spelling(_ vector: Vectors.Number) {
        let reading = grammar.read(vector.typed)
        #expect(reading.summary == vector.reading)
        var keys: [String] = []
        if case .full(let numbers) = reading { keys = numbers.map(\.key) }
        #expect(keys == vector.keys)
    }

    @Test("the shared list is there")
    func listIsThere() {
        #expect(Vectors.numbers.count >= 76)
    }

    @Test("words in front tell apart what the abbreviation cannot")
    func typeNames() {
        #expect(grammar.readTyped("quy định 66-QĐ/TW").typeNames == ["Quy định"])
        #expect(grammar.readTyped("quyet dinh so 66-QĐ/TW").typeNames == ["Quyết định"])
        #expect(grammar.readTyped("66-QĐ/TW").typeNames.isEmpty)
        #expect(grammar.readTyped("Luật 59/2020").typeNames == ["Luật"])
    }

    @Test("a query that is a number alone is told from one that contains it")
    func wholeOrPart() {
        #expect(grammar.readTyped("Kết luận số 100-KL/TW").isWhole)
        #expect(grammar.readTyped("NĐ 30/2020").isWhole)
        #expect(!grammar.readTyped("xử phạt theo nghị định 100/2019/NĐ-CP").isWhole)
        #expect(!grammar.readTyped("thông tư 200 áp dụng cho ai").isWhole)
    }
}
