import Diagnostics
import Encodings
import Records
import VietnameseText

/// What a picker offers for what was typed: entries of the vocabulary, records, files.
struct PickList: Sendable {
    let language: Language

    static let length = 20

    struct Choice {
        var value: String
        var label: String
        var note: String?
    }

    /// Nil where there is no such list.
    func json(_ state: CollectionState, list: String, typed: String) -> [UInt8]? {
        guard let choices = choices(state, list, typed) else { return nil }
        var json = JSONText()
        json.object {
            $0.key("choices")
            $0.list(choices) { json, choice in
                json.object {
                    $0.member("value", choice.value)
                    $0.member("label", choice.label)
                    $0.member("note", choice.note)
                }
            }
        }
        return json.finished()
    }

    private func choices(_ state: CollectionState, _ list: String, _ typed: String) -> [Choice]? {
        let vocabulary = state.drafted.content.vocabulary
        switch list {
        case "types":
            return fitting(vocabulary.types.map { Choice(value: $0.id, label: $0.name, note: $0.abbreviation) }, typed)
        case "issuers":
            return fitting(
                vocabulary.issuers.map { Choice(value: $0.id, label: $0.name, note: $0.abbreviation) }, typed)
        case "topics": return fitting(vocabulary.topics.map { Choice(value: $0.id, label: $0.name) }, typed)
        case "attachments":
            return fitting(
                state.drafted.content.attachmentFiles.sorted().map { Choice(value: $0, label: $0) }, typed)
        case "records":
            let records = state.records.filter { !$0.id.isEmpty }.matching(typed).prefix(Self.length)
            return records.map { record in
                let label = [record.number, record.title].compactMap { $0 }.joined(separator: " · ")
                return Choice(value: record.id, label: label, note: record.state?[language])
            }
        default: return nil
        }
    }

    /// Those that hold every word that was typed, those that begin so first.
    private func fitting(_ choices: [Choice], _ typed: String) -> [Choice] {
        let query = ListQuery(typed)
        guard !query.words.isEmpty else { return Array(choices.prefix(Self.length)) }
        let whole = query.words.joined(separator: " ")
        var beginning: [Choice] = []
        var others: [Choice] = []
        for choice in choices {
            let text = Folding.fold("\(choice.label) \(choice.note ?? "") \(choice.value)")
            guard query.words.allSatisfy({ text.contains($0) }) else { continue }
            let isBeginning =
                text.hasPrefix(whole) || choice.value == typed || choice.note.map { Folding.fold($0) == whole } ?? false
            if isBeginning { beginning.append(choice) } else { others.append(choice) }
        }
        return Array((beginning + others).prefix(Self.length))
    }
}
