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
                    suggestion: Spelling.nearest(id.text, among: ids[list] ?? [])))
        } else {
            fields.report(Diagnostic(.missingVocabulary, at: id.span, list.file, id.text))
        }
        return id.text
    }
}
