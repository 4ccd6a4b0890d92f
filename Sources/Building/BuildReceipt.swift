import Diagnostics
import Foundation
import Publishing
import Search

/// What a publication leaves beside its spare tree, so that a build with nothing changed need not be made again: what it
/// was made from, what was found, and which tree it came to. Damaged, old or foreign receipts are not understood, and the
/// build takes its usual way; deleting one does no harm.
struct BuildReceipt: Codable, Sendable {
    /// Raised when the form changes. The command itself is among the inputs.
    private static let version = 1

    private var version = BuildReceipt.version
    /// Of everything that the build depends on.
    var inputs: String
    /// Of the published tree.
    var manifest: String
    var records: Int
    var index: SearchIndexReport?
    private var findings: [Finding]

    private struct Finding: Codable, Sendable {
        var code: String
        var severity: String
        var file: String
        var line: Int
        var column: Int
        var length: Int
        var arguments: [String]
        var suggestion: String?
    }

    init(inputs: String, manifest: String, of report: BuildReport) {
        self.inputs = inputs
        self.manifest = manifest
        records = report.records
        index = report.index
        findings = report.diagnostics.map {
            Finding(
                code: $0.kind.code, severity: $0.severity.rawValue, file: $0.span.file, line: $0.span.line,
                column: $0.span.column, length: $0.span.length, arguments: $0.arguments, suggestion: $0.suggestion)
        }
    }

    private static let name = "receipt"

    static func load(_ publisher: Publisher) -> BuildReceipt? { publisher.kept(name).flatMap(BuildReceipt.init) }

    func leave(_ publisher: Publisher) {
        if let bytes { publisher.keep(bytes, as: Self.name) }
    }

    init?(_ bytes: [UInt8]) {
        guard let receipt = try? JSONDecoder().decode(BuildReceipt.self, from: Data(bytes)),
            receipt.version == Self.version
        else { return nil }
        self = receipt
    }

    var bytes: [UInt8]? { (try? JSONEncoder().encode(self)).map(Array.init) }

    /// What was found; nil when a code is not known.
    var diagnostics: [Diagnostic]? {
        var found: [Diagnostic] = []
        for finding in findings {
            guard let kind = DiagnosticKind.named(finding.code), let severity = Severity(rawValue: finding.severity)
            else {
                return nil
            }
            var diagnostic = Diagnostic(
                kind,
                at: SourceSpan(
                    file: finding.file, line: finding.line, column: finding.column, length: finding.length),
                suggestion: finding.suggestion)
            diagnostic.arguments = finding.arguments
            diagnostic.severity = severity
            found.append(diagnostic)
        }
        return found
    }
}
