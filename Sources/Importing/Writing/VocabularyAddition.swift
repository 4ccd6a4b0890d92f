import Records
import VietnameseText

/// An entry that a document needs and the vocabulary lacks.
public struct VocabularyAddition: Sendable {
    public enum List: String, Sendable { case types, issuers, topics }

    public var list: List
    public var id: String
    /// The entry as a line of the list's file.
    public var line: String

    /// A topic, maybe below a wider one.
    public static func topic(name: String, broader: String?, vocabulary: Vocabulary) -> VocabularyAddition {
        let id = unused(Slug.make(name), Set(vocabulary.topics.map(\.id)))
        let wider = broader.map { ", broader: \($0)" } ?? ""
        return VocabularyAddition(list: .topics, id: id, line: "- {id: \(id), name: \(quoted(name))\(wider)}")
    }

    /// A type that numbers may show by an abbreviation.
    public static func type(name: String, abbreviation: String?, vocabulary: Vocabulary) -> VocabularyAddition {
        let id = unused(Slug.make(name), Set(vocabulary.types.map(\.id)))
        let shown = abbreviation.map { ", abbreviation: \(quoted($0))" } ?? ""
        let code = unused(id, Set(vocabulary.types.compactMap(\.code)))
        return VocabularyAddition(
            list: .types, id: id, line: "- {id: \(id), name: \(quoted(name))\(shown), code: \(code)}")
    }

    static func type(id: String, name: String) -> VocabularyAddition {
        VocabularyAddition(list: .types, id: id, line: "- {id: \(id), name: \(RecordDraft.scalar(name)), code: \(id)}")
    }

    public static func issuer(
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
