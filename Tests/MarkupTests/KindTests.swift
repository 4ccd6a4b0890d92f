import Diagnostics
import Testing

@Suite struct KindTests {
    @Test func codesAreUniqueAndComplete() {
        let codes = DiagnosticKind.markup.map(\.code)
        #expect(Set(codes).count == codes.count)
        for kind in DiagnosticKind.markup {
            #expect(kind.code.hasPrefix("TC4") && kind.code.utf8.count == 5)
            for text in [kind.message, kind.hint] {
                #expect(!text.vi.isEmpty && !text.en.isEmpty && text.vi != text.en)
            }
        }
    }
}
