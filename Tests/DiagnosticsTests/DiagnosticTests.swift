import Testing

@testable import Diagnostics

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test("every code is its own, and speaks both languages of the same things")
    func catalogue() {
        #expect(Set(DiagnosticKind.all.map(\.code)).count == DiagnosticKind.all.count)
        for kind in DiagnosticKind.all {
            #expect(kind.code.wholeMatch(of: /TC[0-9]{3}/) != nil)
            for text in [kind.message, kind.hint] {
                #expect(!text.vi.isEmpty && !text.en.isEmpty, "\(kind.code)")
                #expect(text.vi != text.en, "\(kind.code)")
            }
        }
    }

    @Test("arguments fill the sentence, the suggestion leads the hint")
    func words() {
        let diagnostic = Diagnostic(
            .unknownKey, at: SourceSpan(file: "a.md", line: 2, column: 1, length: 6), "nubmer", "number, title",
            suggestion: "number")
        #expect(diagnostic.message(.english) == "there is no key “nubmer”")
        #expect(diagnostic.hint(.vietnamese).hasPrefix("có phải là “number”?"))
        #expect(diagnostic.hint(.english).contains("number, title"))
    }

    @Test("a report shows the line and underlines the place, also after combining marks and wide characters")
    func report() {
        let line = "title: 結論 hòa"
        let report = TextReport(language: .english, line: { _, _ in line })
        let at = SourceSpan(file: "a.md", line: 3, column: 11, length: 3)
        let text = report.text(of: Diagnostic(.duplicateKey, at: at, "x"))
        #expect(
            text == """
                a.md:3:11: error TC104: the key “x” is given twice
                 3 | title: 結論 hòa
                   |             ^^^
                   = Keep one of them.

                """)
    }

    @Test("source order, each finding once")
    func order() {
        let late = Diagnostic(.yamlTooDeep, at: SourceSpan(file: "b.md", line: 1))
        let early = Diagnostic(.yamlTooDeep, at: SourceSpan(file: "a.md", line: 9))
        #expect([late, early, late].inSourceOrder() == [early, late])
    }
}
