import FoundationEssentials

/// Diagnostics for programs, as one JSON object:
///
///     {"version": 1, "tool": "tracuu 0.1.0", "summary": {"error": 1, "warning": 0, "note": 0}, "diagnostics": [
///       {"code": "TC107", "severity": "error", "file": "content/directives/a.md",
///        "line": 3, "column": 1, "length": 6,
///        "message": "…", "hint": "…", "suggestion": "title"}]}
///
/// Diagnostics come in source order. Lines and columns count from 1; columns and lengths are Unicode code points of the
/// file as it stands; a length of 0 marks a point. `suggestion` is left out when nothing is near; `hint` already names it.
/// Message and hint are in the language asked for. Fields may be added under the same version; none changes its meaning.
public struct JSONReport: Encodable, Sendable {
    let version = 1
    let tool: String
    let summary: [String: Int]
    let diagnostics: [Finding]

    struct Finding: Encodable, Sendable {
        var code: String
        var severity: String
        var file: String
        var line: Int
        var column: Int
        var length: Int
        var message: String
        var hint: String
        var suggestion: String?
        /// Left out when it is about every edition.
        var editions: [String]?
    }

    /// `displayPath` turns a file of the content into the path that the reader of the report knows it by.
    public init(
        _ diagnostics: [Diagnostic], toolVersion: String, language: Language, displayPath: (String) -> String
    ) {
        tool = "tracuu \(toolVersion)"
        var counts = Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, 0) })
        for diagnostic in diagnostics { counts[diagnostic.severity.rawValue, default: 0] += 1 }
        summary = counts
        self.diagnostics = diagnostics.map {
            Finding(
                code: $0.kind.code, severity: $0.severity.rawValue, file: displayPath($0.span.file), line: $0.span.line,
                column: $0.span.column, length: $0.span.length, message: $0.message(language),
                hint: $0.hint(language), suggestion: $0.suggestion,
                editions: $0.editions.isEmpty ? nil : $0.editions)
        }
    }

    public func text() throws -> String { try ReportJSON.text(of: self) }
}

/// How reports are written as JSON: the same bytes for the same report.
enum ReportJSON {
    static func text(of report: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    }
}
