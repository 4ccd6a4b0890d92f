import Diagnostics
import Testing

@testable import RecordEditor

@Suite("Errors that a change brings")
struct NewErrorsTests {
    private func error(_ word: String, line: Int) -> Diagnostic {
        Diagnostic(.unreadNumber, at: SourceSpan(file: "directives/a.md", line: line), word).weighing(.error)
    }

    @Test("are not those that were there, wherever they stand now")
    func known() {
        let old = [error("a", line: 2), error("b", line: 3)]
        #expect(NewErrors.of([error("b", line: 9), error("a", line: 10)], since: old).isEmpty)
    }

    @Test("are those that were there less often")
    func twice() {
        let found = NewErrors.of([error("a", line: 2), error("a", line: 3)], since: [error("a", line: 2)])
        #expect(found == [error("a", line: 3)])
    }

    @Test("are no warnings")
    func warnings() {
        #expect(NewErrors.of([error("a", line: 2).weighing(.warning)], since: []).isEmpty)
    }
}

extension Diagnostic {
    fileprivate func weighing(_ severity: Severity) -> Diagnostic {
        var diagnostic = self
        diagnostic.severity = severity
        return diagnostic
    }
}
