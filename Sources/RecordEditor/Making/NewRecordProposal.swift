import Diagnostics
import Editing
import Encodings
import Records

/// What is known of a new record by its number: who bears it already, and what its fields may be.
struct NewRecordProposal: Sendable {
    let language: Language

    func json(typed: String, _ state: CollectionState) -> [UInt8] {
        var json = JSONText()
        guard let record = NewRecord(typed: typed, content: state.drafted.content) else {
            json.object { $0.member("isNumber", false) }
            return json.finished()
        }
        let vocabulary = state.drafted.content.vocabulary
        let types = record.types.isEmpty ? vocabulary.types : record.types
        json.object {
            $0.member("isNumber", true)
            $0.member("number", record.number.canonical)
            write(types.map { ($0.id, $0.name) }, "types", &$0)
            write(record.issuers.map { ($0.id, $0.name) }, "issuers", &$0)
            $0.member("type", record.type)
            $0.member("issuer", record.issuer)
            $0.member("issued", record.issued?.iso)
            $0.member("kind", record.kind.rawValue)
            $0.member("path", record.path)
            $0.member("same", record.sameDocument?.path)
            $0.key("bearers")
            $0.list(record.bearers) { json, bearer in
                json.object {
                    $0.member("path", bearer.path)
                    $0.member("title", bearer.title)
                    $0.member("issued", bearer.issued == .unknown ? nil : bearer.issued.iso)
                }
            }
        }
        return json.finished()
    }

    private func write(_ choices: [(String, String)], _ key: String, _ json: inout JSONText) {
        json.key(key)
        json.list(choices) { json, choice in
            json.object {
                $0.member("value", choice.0)
                $0.member("label", choice.1)
            }
        }
    }
}
