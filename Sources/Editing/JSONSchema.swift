import Diagnostics
import Foundation
import Records

/// Schemas (JSON Schema 2020-12) for the editors' files, made from the descriptions of their fields.
///
/// A value that reads as a text may be written as a number or a truth value in YAML; dates may come as a bare year.
public struct JSONSchema {
    /// What a schema is for: front matter of one kind or any, configuration, vocabulary in one list or any.
    public enum Subject: String, CaseIterable, Sendable {
        case frontMatter = "front-matter"
        case directive, guidance, finding, page
        case site
        case vocabulary
        case types, issuers, topics, synonyms
    }

    private let language: Language

    public init(language: Language) { self.language = language }

    /// The schema as JSON text, the same bytes every time.
    public func text(for subject: Subject) throws -> String {
        var schema = self.schema(for: subject)
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["title"] = "tracuu: \(subject.rawValue)"
        let data = try JSONSerialization.data(
            withJSONObject: schema, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private func schema(for subject: Subject) -> [String: Any] {
        switch subject {
        case .frontMatter: return anyKind()
        case .site: return object(SiteFields.all)
        case .vocabulary:
            return ["anyOf": VocabularyFields.lists.map { list(VocabularyFields.of($0)) }]
        case .types, .issuers, .topics, .synonyms: return list(VocabularyFields.of(subject.rawValue))
        case .directive, .guidance, .finding, .page:
            return Kind(rawValue: subject.rawValue).map { object(RecordFields.of($0)) } ?? [:]
        }
    }

    /// The fields of all kinds; what is required of one only is not asked for.
    private func anyKind() -> [String: Any] {
        var fields: [String: FieldDescription] = [:]
        for field in Kind.allCases.flatMap(RecordFields.of) where fields[field.key] == nil { fields[field.key] = field }
        var schema = object(Array(fields.values))
        schema["required"] = ["title"]
        return schema
    }

    private func list(_ fields: [FieldDescription]) -> [String: Any] { ["type": "array", "items": object(fields)] }

    private func object(_ fields: [FieldDescription]) -> [String: Any] {
        var properties: [String: Any] = [:]
        for field in fields {
            var property = value(field.shape)
            property["description"] = field.summary[language]
            properties[field.key] = property
        }
        var schema: [String: Any] = ["type": "object", "properties": properties, "additionalProperties": false]
        let required = fields.filter(\.isRequired).map(\.key).sorted()
        if !required.isEmpty { schema["required"] = required }
        return schema
    }

    private func value(_ shape: FieldDescription.Shape) -> [String: Any] {
        switch shape {
        case .text, .id: return ["type": ["string", "number", "boolean"], "minLength": 1]
        case .identifier: return ["type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"]
        case .date: return ["type": ["string", "integer"], "pattern": Self.date]
        case .integer: return ["type": ["integer", "string"], "pattern": "^[+-]?[0-9]+$"]
        case .decimal: return ["type": ["number", "string"], "pattern": "^[+-]?[0-9.]+(e[+-]?[0-9]+)?$"]
        case .choice(let values): return ["enum": values]
        case .oneOrMore(let inner):
            let one = value(inner)
            return ["anyOf": [one, ["type": "array", "items": one]]]
        case .fields(let fields): return object(fields)
        case .listOfFields(let fields): return list(fields)
        case .weights:
            return [
                "type": "object", "additionalProperties": false,
                "properties": Dictionary(
                    uniqueKeysWithValues: DiagnosticKind.all.map { kind in
                        let choices = SeverityChoice.allCases.filter { $0 == .error || kind.mayBeLowered }
                        return (
                            kind.code,
                            ["enum": choices.map(\.rawValue), "description": kind.headline(language)] as [String: Any]
                        )
                    }),
            ]
        }
    }

    /// Forms of a date; whether a day is possible the reader says.
    private static let date =
        "^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|unknown)$"
}
