import Diagnostics
import Records
import Testing

@testable import RecordEditor

@Suite("Which field a diagnostic is about")
struct DiagnosticFieldTests {
    private func fields(_ text: String) throws -> [String: String?] {
        let reader = try ContentLoader(folder: ContentFolder("/nowhere"), jobs: 1).recordReader()
        let reading = reader.read("directives/a.md", Array(text.utf8))
        let record = try #require(reading.record)
        return Dictionary(
            reading.diagnostics.map { ($0.kind.code, DiagnosticField.of($0, in: record)) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test("its value's, also below and in lists")
    func values() throws {
        let found = try fields(
            """
            ---
            number: 1-KL/MAU
            title: Một
            issued: 2021-13-01
            sources:
              - {title: a, url: https://vi.du/}
              - {title: b, url: "khong phai dia chi"}
            titel: Hai
            ---

            Văn bản.
            """)
        #expect(found[DiagnosticKind.wrongDate.code] == "issued")
        #expect(found[DiagnosticKind.missingKey.code] == "type")
        #expect(found[DiagnosticKind.unknownKey.code] == "titel")
        #expect(found.values.contains("sources[1].url"))
    }
}
