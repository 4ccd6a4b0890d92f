import Catalogue
import Findings
import Markup
import Parallel
import Records
import Search

/// What search is told of each record: its text, what its front matter says beside it, and how many others cite it.
struct SearchDocuments {
    let collection: LinkedCollection
    let bodies: [RecordID: RenderedBody]
    let citations: CitationGraph

    var all: [SearchDocument] { ParallelMap.ask(records.count) { document(records[$0]) } }

    private var records: [Record] { collection.catalogue.records }

    /// The sections of the body stand last.
    func document(_ record: Record) -> SearchDocument {
        var document = SearchDocument(record, in: collection.catalogue, body: bodies[record.id] ?? RenderedBody())
        document.sections = published(record) + document.sections
        document.citers = citers(of: record.id)
        return document
    }

    /// What a record's page shows beside its body: the questions of its tables, themes, obligations.
    private func published(_ record: Record) -> [TextSection] {
        var sections = (collection.surveys.tables[record.id] ?? []).map { table in
            TextSection(anchor: "bang-\(table.id)", heading: table.question, text: Array((table.title ?? "").utf8))
        }
        let lines =
            (record.finding?.themes ?? []).map { [$0.theme, $0.text ?? ""].joined(separator: ". ") }
            + record.obligations.map(\.task)
        if !lines.isEmpty {
            sections.append(TextSection(anchor: "", heading: "", text: Array(lines.joined(separator: "\n").utf8)))
        }
        return sections
    }

    /// Records that act on one or cite it.
    private func citers(of id: RecordID) -> Int {
        var others = Set(citations.incoming[id]?.map(\.id) ?? [])
        for relation in collection.catalogue.relations(of: id) where relation.isInverse {
            if case .record(let other) = relation.other { others.insert(other) }
        }
        return others.count
    }
}
