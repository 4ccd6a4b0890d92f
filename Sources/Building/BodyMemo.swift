import Catalogue
import Citations
import Diagnostics
import Markup
import Records
import Site

/// The rendered bodies of the last build, each with the questions that it asked of the collection and their answers.
///
/// A body is rendered again when its text or its record changed, when numbers or names of laws are read otherwise than
/// before, or when a link or citation in it would now be answered otherwise. As long as the collection is the same, no
/// question need be asked twice.
struct BodyMemo: Sendable {
    struct Entry: Sendable {
        /// Without its text.
        var record: Record
        var text: [UInt8]
        var links: [LinkAnswer]
        var citations: [CitationAnswer]
        var body: RenderedBody
        var diagnostics: [Diagnostic]
        var places: [CitedPlace]
        /// What the text asked for.
        var facts: Set<Fact> = []
    }

    /// What a link led to when it was asked.
    struct LinkAnswer: Sendable {
        var destination: String
        var target: LinkTarget
    }

    /// What all bodies are rendered with.
    struct Means: Sendable {
        /// The collection that answers.
        var generation: Int
        var vocabulary: Vocabulary
        var configuration: SiteConfiguration
        var names: LawNames
    }

    private var entries: [String: Entry] = [:]
    private var means: Means?
    /// How often any body was other than before.
    private(set) var generation = 0
    /// What the places cite, as long as they are the same.
    private var citations = CitationGraph.none

    /// How much of what is known may hold with other means.
    enum Trust {
        /// Nothing: texts are read otherwise.
        case none
        /// What is answered as before.
        case sameAnswers
        /// The same, but for names of laws, which were answered by places in another list.
        case sameAnswersButNames
        /// Everything: the collection is the same.
        case full
    }

    func trust(with now: Means) -> Trust {
        guard let then = means else { return .none }
        if then.generation == now.generation { return .full }
        guard then.vocabulary == now.vocabulary, then.configuration.language == now.configuration.language,
            then.names.hasSameNames(as: now.names)
        else { return .none }
        return then.names == now.names ? .sameAnswers : .sameAnswersButNames
    }

    subscript(path: String) -> Entry? { entries[path] }

    /// Takes the entries of all records of the collection; nil stands for one that is here already.
    mutating func take(_ fresh: [Entry?], of records: [Record], with means: Means) {
        self.means = means
        for (record, entry) in zip(records, fresh) {
            if let entry { entries[record.path] = entry }
        }
        if fresh.contains(where: { $0 != nil }) { generation += 1 }
        guard entries.count != records.count else { return }
        let kept = Set(records.map(\.path))
        entries = entries.filter { kept.contains($0.key) }
    }

    mutating func graph(of places: [RecordID: [CitedPlace]]) -> CitationGraph {
        if places != citations.places { citations = CitationGraph(places: places) }
        return citations
    }
}
