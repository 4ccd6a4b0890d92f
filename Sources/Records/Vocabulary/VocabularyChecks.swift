import Diagnostics
import VietnameseText

/// Checks ids against the vocabulary. A list whose file is missing accepts any id and lets it serve as a name, so that a
/// bare folder of records builds.
struct VocabularyChecks: Sendable {
    enum List: String, CaseIterable, Sendable {
        case types, issuers, topics

        var file: String { "vocabulary/\(rawValue).yml" }
    }

    let vocabulary: Vocabulary
    /// Lists that have a file.
    let closed: Set<List>
    /// Lists whose file is there and cannot be read: what is wrong is said there, and not again of every id.
    let unread: Set<List>
    /// Ids of entries that are wrong otherwise, by file: they are known all the same.
    private let claimed: [String: Set<String>]
    private let ids: [List: [String]]

    init(
        vocabulary: Vocabulary, closed: Set<List>, unread: Set<List> = [], claimed: [String: Set<String>] = [:]
    ) {
        self.vocabulary = vocabulary
        self.closed = closed
        self.unread = unread
        self.claimed = claimed
        ids = [
            .types: vocabulary.types.map(\.id), .issuers: vocabulary.issuers.map(\.id),
            .topics: vocabulary.topics.map(\.id),
        ]
    }

    /// The id, known or not; an unknown one is reported: as `kind` where the list has a file.
    func check(
        _ id: PlacedText, in list: List, _ fields: inout FieldReader,
        as kind: DiagnosticKind = .unknownVocabularyID
    ) -> String {
        let isKnown =
            switch list {
            case .types: vocabulary.type(id.text) != nil
            case .issuers: vocabulary.issuer(id.text) != nil
            case .topics: vocabulary.topic(id.text) != nil
            }
        guard !isKnown, !unread.contains(list), claimed[list.file]?.contains(id.text) != true else { return id.text }
        if closed.contains(list) {
            fields.report(
                Diagnostic(
                    kind, at: id.span, id.text, list.file,
                    suggestion: suggestion(for: id.text, in: list)))
        } else {
            fields.report(Diagnostic(.missingVocabulary, at: id.span, list.file, id.text))
        }
        return id.text
    }

    /// `a, b` as the list `[a, b]`, a name as its id, a misspelt id as the one next to it.
    private func suggestion(for text: String, in list: List) -> String? {
        let known = ids[list] ?? []
        let parts = text.split(separator: ",").map { String($0).trimmingBlanks() }
        if parts.count > 1, list != .types {
            let meant = parts.map { known.contains($0) ? $0 : named($0, in: list) }
            if meant.allSatisfy({ $0 != nil }) { return "[\(meant.compactMap { $0 }.joined(separator: ", "))]" }
        }
        return named(text, in: list) ?? Spelling.nearest(text, among: known)
    }

    /// The id of what bears a name, whatever its letters' case and diacritics; nil when none or several do.
    private func named(_ name: String, in list: List) -> String? {
        let names: [(id: String, name: String)] =
            switch list {
            case .types: vocabulary.types.map { ($0.id, $0.name) }
            case .issuers: vocabulary.issuers.map { ($0.id, $0.name) }
            case .topics: vocabulary.topics.map { ($0.id, $0.name) }
            }
        let sought = Slug.make(name)
        let found = names.filter { Slug.make($0.name) == sought }
        return found.count == 1 ? found[0].id : nil
    }
}
