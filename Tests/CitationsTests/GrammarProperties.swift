import Testing
import VietnameseText

@testable import Citations

/// The same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

@Suite("Properties of the grammar")
struct GrammarProperties {
    private let grammar = NumberGrammar()
    private let book = CodeBook.standard

    @Test("what is printed is read back as the same number")
    func identity() {
        var random = SeededGenerator(state: 1)
        for _ in 0..<5_000 {
            let number = randomNumber(&random)
            #expect(grammar.parse(number.canonical) == number, "\(number.canonical)")
            // Not always first: DA is read as Đề án too, typed without its mark.
            #expect(readings(number.canonical).contains(number), "\(number.canonical)")
        }
    }

    @Test("case, marks, dashes, spaces and zeros do not change the key")
    func sloppyTyping() {
        var random = SeededGenerator(state: 2)
        for _ in 0..<5_000 {
            let number = randomNumber(&random)
            var typed = number.canonical
            if Bool.random(using: &random) { typed = "000" + typed }
            if Bool.random(using: &random) { typed = typed.lowercased() }
            if Bool.random(using: &random) { typed = Folding.fold(typed) }
            if Bool.random(using: &random) { typed = typed.replacing("-", with: "–") }
            if Bool.random(using: &random) { typed = typed.replacing("/", with: " / ") }
            let keys = readings(typed).map(\.key)
            #expect(keys.contains(number.key), "\(typed) for \(number.canonical)")
        }
    }

    @Test("no text hangs or crashes it")
    func hostile() {
        var random = SeededGenerator(state: 3)
        let alphabet = Array("0123456789/-.: \u{301}đĐTWKLqh&_năm số")
        for _ in 0..<3_000 {
            let length = Int.random(in: 0..<40, using: &random)
            let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
            for number in readings(text) { #expect(grammar.parse(number.canonical)?.key == number.key, "\(text)") }
            _ = grammar.parse(text)
        }
    }

    @Test("a megabyte of figures and slashes is refused at once", .timeLimit(.minutes(1)))
    func megabyte() {
        for piece in ["1/", "12345678901234567890", "1-KL/", "TTLTBYT", "số ", "a.", "-", "1 QĐ ", "TCVN 1:"] {
            let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
            let clock = ContinuousClock()
            let time = clock.measure {
                _ = grammar.read(text).summary
                _ = grammar.parse(text)
            }
            #expect(time < .seconds(2), "\(piece)")
        }
    }

    private func readings(_ text: String) -> [DocumentNumber] {
        if case .full(let numbers) = grammar.read(text) { return numbers }
        return []
    }

    private func randomNumber(_ random: inout SeededGenerator) -> DocumentNumber {
        let party = book.organs.filter { $0.systems == .party }.map(\.abbreviation)
        let state = book.organs.filter { $0.systems == .state }.map(\.abbreviation)
            .filter { !DocumentNumber.legislatures.contains($0) }
        let sequence = Int.random(in: 1...20_000, using: &random)
        let year = Int.random(in: 1946...2030, using: &random)
        func type(_ systems: CodeBook.Systems) -> String {
            let types = book.types.filter { $0.systems.contains(systems) && !$0.abbreviation.isEmpty }
            return types.randomElement(using: &random)?.abbreviation ?? "QĐ"
        }
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            return DocumentNumber(
                sequence: sequence, type: type(.party), organs: [party.randomElement(using: &random) ?? "TW"],
                suffix: ["", "", "/nb"].randomElement(using: &random) ?? "", layout: .party)
        case 1:
            return DocumentNumber(
                sequence: sequence, year: year, type: type(.state),
                organs: Array(state.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))),
                layout: .state)
        case 2:
            return DocumentNumber(
                sequence: sequence, type: type(.state), organs: [state.randomElement(using: &random) ?? "CP"],
                layout: .state)
        case 3:
            return DocumentNumber(
                sequence: sequence, year: year, organs: ["QH"], legislature: Int.random(in: 1...20, using: &random),
                layout: .state)
        default:
            return DocumentNumber(
                sequence: sequence, year: year, type: "PL", organs: ["UBTVQH"],
                legislature: Int.random(in: 1...20, using: &random), layout: .state)
        }
    }
}
