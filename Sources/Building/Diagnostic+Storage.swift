import Diagnostics
import Storage

extension ByteWriter {
    mutating func diagnostic(_ diagnostic: Diagnostic) {
        for value in [diagnostic.kind.code, diagnostic.severity.rawValue, diagnostic.span.file] { text(value) }
        for value in [diagnostic.span.line, diagnostic.span.column, diagnostic.span.length] { number(value) }
        list(diagnostic.arguments) { $0.text($1) }
        optional(diagnostic.suggestion)
    }
}

extension ByteReader {
    mutating func diagnostic() throws -> Diagnostic {
        guard let kind = DiagnosticKind.named(try text()), let severity = Severity(rawValue: try text()) else {
            throw DamagedBytes()
        }
        let span = SourceSpan(file: try text(), line: try number(), column: try number(), length: try number())
        var diagnostic = Diagnostic(kind, at: span)
        diagnostic.severity = severity
        diagnostic.arguments = try list { try $0.text() }
        diagnostic.suggestion = try optional()
        return diagnostic
    }
}

extension DiagnosticKind {
    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// The kind of a code; nil when there is none.
    static func named(_ code: String) -> DiagnosticKind? { byCode[code] }
}
