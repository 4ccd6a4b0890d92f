import Building
import Diagnostics
import Encodings
import Records

/// The forms of all kinds of record, from the one description of their fields, as JSON for the screens.
struct FieldForms: Sendable {
    let language: Language
    let configuration: SiteConfiguration
    /// The origin of the preview.
    let preview: String

    func json() -> [UInt8] {
        var json = JSONText()
        json.object {
            $0.member("language", language.rawValue)
            $0.member("title", configuration.title)
            $0.member("preview", preview)
            $0.key("kinds")
            $0.list(Kind.allCases) { write(kind: $1, &$0) }
        }
        return json.finished()
    }

    private func write(kind: Kind, _ json: inout JSONText) {
        json.object {
            $0.member("kind", kind.rawValue)
            $0.member("label", language == .vietnamese ? ChoiceGlosses.word(kind.rawValue) : kind.rawValue)
            $0.member("folder", kind.folder)
            $0.key("groups")
            $0.list(FieldGroup.of(kind)) { json, group in
                json.object {
                    $0.member("title", group.title[language])
                    $0.strings("keys", group.keys)
                }
            }
            $0.key("fields")
            $0.list(RecordFields.of(kind)) { write($1, &$0) }
        }
    }

    private func write(_ field: FieldDescription, _ json: inout JSONText) {
        json.object {
            $0.member("key", field.key)
            $0.member("label", field.label[language])
            $0.member("help", field.summary[language])
            $0.member("required", field.isRequired)
            $0.key("shape")
            write(field.shape, &$0)
        }
    }

    private func write(_ shape: FieldDescription.Shape, _ json: inout JSONText) {
        json.object {
            switch shape {
            case .text: $0.member("type", "text")
            case .longText: $0.member("type", "long-text")
            case .address: $0.member("type", "address")
            case .record: $0.member("type", "record")
            case .attachment: $0.member("type", "attachment")
            case .date: $0.member("type", "date")
            case .integer: $0.member("type", "integer")
            case .decimal: $0.member("type", "decimal")
            case .identifier: $0.member("type", "identifier")
            case .weights: $0.member("type", "raw")
            case .id(let list):
                $0.member("type", "id")
                $0.member("of", list)
            case .audience: write(choices: configuration.audiences.map { ($0.id, $0.name) }, &$0)
            case .choice(let values): write(choices: values.map { ($0, word($0)) }, &$0)
            case .truth: write(choices: ["true", "false"].map { ($0, word($0)) }, isTruth: true, &$0)
            case .oneOrMore(let one):
                $0.member("type", "list")
                $0.key("one")
                write(one, &$0)
            case .fields(let fields), .listOfFields(let fields):
                if case .fields = shape { $0.member("type", "fields") } else { $0.member("type", "list-of-fields") }
                $0.key("fields")
                $0.list(fields) { write($1, &$0) }
            case .named(let one):
                $0.member("type", "named")
                $0.key("one")
                write(one, &$0)
            case .either(let word, let other):
                $0.member("type", "either")
                $0.member("word", word)
                $0.key("one")
                write(other, &$0)
            }
        }
    }

    private func write(choices: [(value: String, label: String)], isTruth: Bool = false, _ json: inout JSONText) {
        json.member("type", isTruth ? "truth" : "choice")
        json.key("choices")
        json.list(choices) { json, choice in
            json.object {
                $0.member("value", choice.value)
                $0.member("label", choice.label)
            }
        }
    }

    private func word(_ value: String) -> String {
        guard language == .vietnamese, let word = ChoiceGlosses.word(value) else { return value }
        return word
    }
}
