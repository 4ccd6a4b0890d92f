import Building
import Editing
import Records

/// What ids in front matter are called: entries of the vocabulary and records, by their ids.
struct NamesOfValues {
    private let vocabulary: Vocabulary
    private let site: DraftedSite

    init(_ site: DraftedSite) {
        self.site = site
        vocabulary = site.content.vocabulary
    }

    /// The names of all ids in a value, by id.
    func names(in value: FieldValue) -> [String: String] {
        var names: [String: String] = [:]
        collect(value, &names)
        return names
    }

    private func collect(_ value: FieldValue, _ names: inout [String: String]) {
        switch value {
        case .string(let text): if let name = name(text) { names[text] = name }
        case .list(let items): for item in items { collect(item, &names) }
        case .mapping(let fields): for field in fields { collect(field.value, &names) }
        case .null, .bool, .number: break
        }
    }

    private func name(_ id: String) -> String? {
        if let name = vocabulary.issuer(id)?.name ?? vocabulary.type(id)?.name ?? vocabulary.topic(id)?.name {
            return name
        }
        guard let record = site.catalogue.record(id) else { return nil }
        return [record.number?.printed, record.title].compactMap { $0 }.joined(separator: " · ")
    }
}
