import Testing

@testable import Citations

@Suite("Properties of cited provisions")
struct ProvisionProperties {
    private let scanner = CitationScanner(grammar: NumberGrammar())

    @Test("what is printed before a number, with any blanks, case and marks of it, is read back as the same provision")
    func identity() {
        var random = SeededGenerator(state: 4)
        for _ in 0..<3_000 {
            let provision = randomProvision(&random)
            let blank = [" ", "  ", "\n", "\u{A0}"].randomElement(using: &random) ?? " "
            let link = ["", "của ", "tại "].randomElement(using: &random) ?? ""
            var phrase = provision.words
            if Bool.random(using: &random) { phrase = phrase.replacing("điểm", with: "Điểm") }
            if Bool.random(using: &random) { phrase = phrase.replacing("Điều", with: "điều") }
            let text = "Theo \(phrase.replacing(" ", with: blank)) \(link)Nghị định số 30/2020/NĐ-CP và quy định khác."
            #expect(provisions(text) == [provision.steps.map(\.slug)], "\(text)")
        }
    }

    @Test("the words of a provision's anchor are the provision's")
    func anchors() throws {
        var random = SeededGenerator(state: 5)
        for _ in 0..<3_000 {
            let provision = randomProvision(&random)
            guard provision.steps.first?.unit == .article else { continue }
            let anchor = try #require(provision.anchors().first)
            #expect(ProvisionReference.words(ofAnchor: anchor) == provision.words, "\(anchor)")
        }
    }

    @Test("several in a row are read each by itself")
    func lists() {
        var random = SeededGenerator(state: 6)
        for _ in 0..<1_000 {
            let articles = (0..<Int.random(in: 2...6, using: &random)).map { _ in
                String(Int.random(in: 1...250, using: &random))
            }
            let words = articles.dropLast().map { "Điều \($0)" }.joined(separator: ", ")
            let text = "\(words) và Điều \(articles[articles.count - 1]) Luật số 59/2020/QH14"
            #expect(provisions(text) == articles.map { [$0] }, "\(text)")
        }
    }

    /// The labels of each provision found, from large to small.
    private func provisions(_ text: String) -> [[String]] {
        Array(text.utf8).withUnsafeBufferPointer { buffer in
            scanner.scan(buffer).flatMap { $0.parts.map { $0.provision?.steps.map(\.slug) ?? [] } }
        }
    }

    private func randomProvision(_ random: inout SeededGenerator) -> ProvisionReference {
        func number(_ most: Int) -> String { String(Int.random(in: 1...most, using: &random)) }
        var steps: [ProvisionReference.Step] = []
        func add(_ unit: ProvisionReference.Unit, _ label: String) {
            let slug = label == "đ" ? "dd" : label.lowercased()
            steps.append(ProvisionReference.Step(unit, slug: slug, label: label))
        }
        switch Int.random(in: 0..<10, using: &random) {
        case 0: add(.chapter, ["I", "II", "IV", "IX", "XIV"].randomElement(using: &random) ?? "I")
        case 1: add(.annex, ["I", "II", "IV"].randomElement(using: &random) ?? "I")
        default:
            add(.article, number(300))
            if Int.random(in: 0..<4, using: &random) > 0 {
                add(.clause, number(30))
                if Bool.random(using: &random) {
                    add(
                        .point, ["a", "b", "c", "d", "đ", "e", "g", "h", "q", "y"].randomElement(using: &random) ?? "a")
                }
            }
        }
        return ProvisionReference(steps)
    }
}
