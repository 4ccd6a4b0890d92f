import Encodings
import FoundationEssentials

/// Diagnostics as a log of the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0), for code hosts and editors.
public struct SARIFReport: Encodable, Sendable {
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    public init(
        _ diagnostics: [Diagnostic], toolVersion: String, language: Language, displayPath: (String) -> String
    ) {
        let kinds = Dictionary(diagnostics.map { ($0.kind.code, $0.kind) }, uniquingKeysWith: { first, _ in first })
            .values.sorted { $0.code < $1.code }
        let places = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1.code, $0) })
        let results = diagnostics.map { diagnostic in
            Result(
                ruleId: diagnostic.kind.code, ruleIndex: places[diagnostic.kind.code] ?? -1,
                level: diagnostic.severity.rawValue,
                message: Message(
                    text: [diagnostic.message(language) + ".", diagnostic.hint(language)]
                        .filter { !$0.isEmpty }.joined(separator: " ")),
                locations: [Location(diagnostic.span, displayPath: displayPath)])
        }
        runs = [
            Run(
                tool: Tool(
                    driver: Driver(
                        version: toolVersion, language: language.rawValue, rules: kinds.map { Rule($0, language) })),
                results: results)
        ]
    }

    public func text() throws -> String { try ReportJSON.text(of: self) }

    struct Run: Encodable, Sendable {
        var tool: Tool
        let columnKind = "unicodeCodePoints"
        var results: [Result]
    }

    struct Tool: Encodable, Sendable { var driver: Driver }

    struct Driver: Encodable, Sendable {
        let name = "tracuu"
        var version: String
        var language: String
        var rules: [Rule]
    }

    struct Rule: Encodable, Sendable {
        var id: String
        var shortDescription: Message
        var fullDescription: Message?
        var help: Message
        var defaultConfiguration: Configuration

        init(_ kind: DiagnosticKind, _ language: Language) {
            id = kind.code
            // Text messages give braces a meaning of their own (SARIF 3.11.5), so places to fill are shown as dots.
            shortDescription = Message(text: kind.headline(language))
            fullDescription = kind.explanation.map { Message(text: $0.cause[language]) }
            help = Message(text: DiagnosticKind.withoutPlaces(kind.hint[language]))
            defaultConfiguration = Configuration(level: kind.severity.rawValue)
        }
    }

    struct Configuration: Encodable, Sendable { var level: String }

    struct Message: Encodable, Sendable { var text: String }

    struct Result: Encodable, Sendable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Message
        var locations: [Location]
    }

    struct Location: Encodable, Sendable {
        var physicalLocation: PhysicalLocation

        init(_ span: SourceSpan, displayPath: (String) -> String) {
            physicalLocation = PhysicalLocation(
                artifactLocation: ArtifactLocation(uri: Self.uri(displayPath(span.file))),
                region: Region(
                    startLine: span.line, startColumn: span.column,
                    endColumn: span.length > 0 ? span.column + span.length : nil))
        }

        /// A path as a URI reference (RFC 3986).
        private static func uri(_ path: String) -> String {
            let escaped = PercentEncoding.path(path)
            return path.hasPrefix("/") ? "file://" + escaped : escaped
        }
    }

    struct PhysicalLocation: Encodable, Sendable {
        var artifactLocation: ArtifactLocation
        var region: Region
    }

    struct ArtifactLocation: Encodable, Sendable { var uri: String }

    struct Region: Encodable, Sendable {
        var startLine: Int
        var startColumn: Int
        var endColumn: Int?
    }
}
