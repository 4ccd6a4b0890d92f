import Diagnostics
import FoundationEssentials
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
        schema.schema = "https://json-schema.org/draft/2020-12/schema"
        schema.title = "tracuu: \(subject.rawValue)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(schema), as: UTF8.self) + "\n"
    }

    private func schema(for subject: Subject) -> SchemaNode {
        switch subject {
        case .frontMatter: return anyKind()
        case .site: return object(SiteFields.all)
        case .vocabulary:
            return SchemaNode(anyOf: VocabularyFields.lists.map { list(VocabularyFields.of($0)) })
        case .types, .issuers, .topics, .synonyms: return list(VocabularyFields.of(subject.rawValue))
        case .directive, .guidance, .finding, .page:
            return Kind(rawValue: subject.rawValue).map { object(RecordFields.of($0)) } ?? SchemaNode()
        }
    }

    /// The fields of all kinds; what is required of one only is not asked for.
    private func anyKind() -> SchemaNode {
        var fields: [String: FieldDescription] = [:]
        for field in Kind.allCases.flatMap(RecordFields.of) where fields[field.key] == nil { fields[field.key] = field }
        var schema = object(Array(fields.values))
        schema.required = ["title"]
        return schema
    }

    private func list(_ fields: [FieldDescription]) -> SchemaNode {
        SchemaNode(types: ["array"], items: .every(object(fields)))
    }

    private func object(_ fields: [FieldDescription]) -> SchemaNode {
        var properties: [String: SchemaNode] = [:]
        for field in fields {
            var property = value(field.shape)
            property.description = field.summary[language]
            properties[field.key] = property
        }
        let required = fields.filter(\.isRequired).map(\.key).sorted()
        return SchemaNode(
            types: ["object"], properties: properties, required: required.isEmpty ? nil : required,
            additionalProperties: false)
    }

    private func value(_ shape: FieldDescription.Shape) -> SchemaNode {
        switch shape {
        case .text, .longText, .address, .record, .attachment, .audience, .id:
            return SchemaNode(types: ["string", "number", "boolean"], minLength: 1)
        case .identifier: return SchemaNode(types: ["string", "integer"], pattern: "^[a-z0-9]+(-[a-z0-9]+)*$")
        case .date: return SchemaNode(types: ["string", "integer"], pattern: Self.date)
        case .integer: return SchemaNode(types: ["integer", "string"], pattern: "^[+-]?[0-9]+$")
        case .decimal: return SchemaNode(types: ["number", "string"], pattern: "^[+-]?[0-9.]+(e[+-]?[0-9]+)?$")
        case .choice(let values): return SchemaNode(choices: values)
        case .oneOrMore(let inner):
            let one = value(inner)
            return SchemaNode(anyOf: [one, SchemaNode(types: ["array"], items: .every(one))])
        case .fields(let fields): return object(fields)
        case .listOfFields(let fields): return list(fields)
        case .truth: return SchemaNode(types: ["boolean", "string"], pattern: "^(true|false)$")
        case .named(let inner): return SchemaNode(types: ["object"], anyProperty: .every(value(inner)))
        case .either(let word, let inner): return SchemaNode(anyOf: [SchemaNode(choices: [word]), value(inner)])
        case .weights: return severities()
        }
    }

    /// One property for each diagnostic, with the severities that it may have.
    private func severities() -> SchemaNode {
        var properties: [String: SchemaNode] = [:]
        for kind in DiagnosticKind.all {
            let choices = SeverityChoice.allCases.filter { $0 == .error || kind.mayBeLowered }
            properties[kind.code] = SchemaNode(
                description: kind.headline(language), choices: choices.map(\.rawValue))
        }
        return SchemaNode(types: ["object"], properties: properties, additionalProperties: false)
    }

    /// Forms of a date; whether a day is possible the reader says.
    private static let date =
        "^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|unknown)$"
}
