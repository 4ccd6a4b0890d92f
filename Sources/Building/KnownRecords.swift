import Catalogue
import Records
import Site

/// What a build knows of its records before their pages are written, as far as edits go on from it.
struct KnownRecords: Sendable {
    struct Text: Sendable {
        var version: FileVersion
        var links: [BodyMemo.LinkAnswer]
        var outcomes: [CitationResolver.Outcome]
    }

    let kept: CollectionSnapshot
    /// Without those of findings, whose pages show files that have no version in the memo.
    private(set) var texts: [RecordID: Text] = [:]
    /// What the texts asked for.
    private(set) var facts: [RecordID: Set<Fact>] = [:]

    init(_ kept: CollectionSnapshot, _ site: AssembledSite, _ memo: BuildMemo) {
        self.kept = kept
        for record in site.collection.catalogue.records {
            guard let entry = memo.bodies[record.path] else { continue }
            facts[record.id] = entry.facts
            guard record.kind != .finding, let version = memo.content.version(of: record.path) else { continue }
            texts[record.id] = Text(
                version: version, links: entry.links, outcomes: entry.citations.map(\.outcome))
        }
    }
}
