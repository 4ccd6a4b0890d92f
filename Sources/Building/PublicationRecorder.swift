import Catalogue
import Publishing
import Records
import Search
import Site
import Synchronization

/// Notes, while pages are written, what each asked for and what is needed to make it again.
final class PublicationRecorder: Sendable {
    private let pack: KeptPack
    private let name: String
    private let publisher: Publisher
    private let site: AssembledSite
    private let known: KnownRecords
    /// Numbers in the search index, by path.
    private let numbers: [String: Int]
    private let places = Mutex<[String: BuildCache.Place]>([:])
    private let traces: Mutex<Traces>
    private let unnoted: Set<Fact.Kind>

    /// For a publication that has begun. Nil when nothing can be kept there.
    ///
    /// - Parameter order: The records as the search index numbers them.
    init?(
        _ publisher: Publisher, _ site: AssembledSite, _ known: KnownRecords, order: [RecordID],
        unnoted: Set<Fact.Kind> = []
    ) {
        self.unnoted = unnoted
        name = BuildCache.packPrefix + BuildCache.newTag()
        guard let pack = publisher.pack(name, isNew: true) else { return nil }
        self.pack = pack
        self.publisher = publisher
        self.site = site
        self.known = known
        numbers = site.collection.catalogue.numbers(inOrder: order)
        traces = Mutex(Traces(tag: BuildCache.newTag()))
    }

    /// Takes one page. May be called from many tasks.
    func take(_ page: SitePage, _ made: SiteBuilder.Made) throws {
        let asked = unnoted.isEmpty ? made.facts : made.facts.filter { !unnoted.contains($0.kind) }
        traces.withLock { $0.take(page, asked) }
        guard let id = page.recordID, let known = known.texts[id],
            let record = site.collection.catalogue.record(id),
            let (source, version) = try site.folder.readVersion(record.path), version.identity == known.version.identity
        else { return }
        let text = CachedText(
            source: source, links: known.links, outcomes: known.outcomes, markup: made.markup, page: page.path,
            document: SearchDocuments(collection: site.collection, bodies: [:], citations: .none).document(record))
        let place = BuildCache.Place(text, in: pack)
        places.withLock { $0[record.path] = place }
    }

    /// Leaves what was noted, for builds that go on from what was published.
    func finish(_ inputs: BuildInputs, manifest: String, index: SearchIndexState) {
        guard pack.finish() else { return publisher.removeKept(name, but: nil) }
        let places = places.withLock { $0 }
        var traces = traces.withLock { $0 }
        for (id, facts) in known.facts { traces.take(textOf: id, facts) }
        let digests = Dictionary(
            known.kept.entries.map { ($0.record.id, $0.digests) }, uniquingKeysWith: { first, _ in first })
        let builder = site.builder.replacing(texts: TextFacts([:], digests: digests))
        traces.settle(FactBook(collection: site.collection, site: builder.digests).digest)
        var kept = known.kept
        kept.tag = traces.tag
        kept.save(publisher)
        traces.save(publisher)
        index.keepAbbreviations(publisher)
        BuildCache(
            others: inputs.others, manifest: manifest, pack: name, tag: traces.tag,
            hasDesk: site.collection.edition.hasEditorsPage, names: site.collection.citations.names, index: index,
            files: inputs.files.map {
                BuildCache.File(input: $0, text: places[$0.path], number: numbers[$0.path] ?? 0)
            }
        ).save(publisher)
    }
}

extension Catalogue {
    /// The index of each record in a list of them, by the record's path.
    func numbers(inOrder order: [RecordID]) -> [String: Int] {
        Dictionary(
            order.enumerated().compactMap { number, id in record(id).map { ($0.path, number) } },
            uniquingKeysWith: { first, _ in first })
    }
}
