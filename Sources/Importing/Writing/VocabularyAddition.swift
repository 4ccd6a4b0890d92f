import Records
import VietnameseText

/// An entry that a document needs and the vocabulary lacks.
struct VocabularyAddition {
    enum List: String { case types, issuers }

    var list: List
    var id: String
    var line: String

    static func type(id: String, name: String) -> VocabularyAddition {
        VocabularyAddition(list: .types, id: id, line: "- {id: \(id), name: \(RecordDraft.scalar(name)), code: \(id)}")
    }

    static func issuer(
        name: String, abbreviation: String?, place: String?, vocabulary: Vocabulary
    ) -> (addition: VocabularyAddition, issuer: Issuer) {
        let taken = Set(vocabulary.issuers.map(\.id))
        let id = unused(Slug.make(name), taken)
        var code = id
        if let abbreviation {
            code = Slug.make(abbreviation)
            if IssuerFinder.isPlaceBound(abbreviation), let place { code += "-" + Slug.make(place) }
        }
        code = unused(code, Set(vocabulary.issuers.compactMap(\.code)))
        var line = "- {id: \(id), name: \(quoted(name))"
        if let abbreviation { line += ", abbreviation: \(quoted(abbreviation))" }
        line += ", code: \(code)"
        if let place { line += ", place: \(quoted(place))" }
        let issuer = Issuer(
            id: id, names: [DatedName(name: name, from: nil, to: nil)], abbreviation: abbreviation, code: code,
            letterhead: nil, place: place, parent: nil, successor: nil)
        return (VocabularyAddition(list: .issuers, id: id, line: line + "}"), issuer)
    }

    /// Inside braces a comma would end a plain scalar.
    private static func quoted(_ text: String) -> String { RecordDraft.scalar(text) }

    private static func unused(_ wanted: String, _ taken: Set<String>) -> String {
        var id = wanted
        var count = 2
        while taken.contains(id) {
            id = "\(wanted)-\(count)"
            count += 1
        }
        return id
    }
}
