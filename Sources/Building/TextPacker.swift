import Catalogue
import Publishing
import Records
import Search
import Site
import Synchronization

/// Packs, while pages are written, what each needs to be made again when its record alone changes.
final class TextPacker: Sendable {
    private let pack: KeptPack
    private let name: String
    private let publisher: Publisher
    private let collection: LinkedCollection
    private let folder: ContentFolder
    private let known: KnownRecords
    /// Places in the search index.
    private let numbers: [RecordID: Int]
    private let places = Mutex<[String: BuildCache.Place]>([:])

    /// For a publication that has begun. Nil when nothing can be kept there.
    ///
    /// - Parameter order: The records as the search index numbers them.
    init?(_ publisher: Publisher, _ site: AssembledSite, _ known: KnownRecords, order: [RecordID]) {
        name = BuildCache.packPrefix + String(UInt64.random(in: .min ... .max), radix: 16)
        guard let pack = publisher.pack(name, isNew: true) else { return nil }
        self.pack = pack
        self.publisher = publisher
        collection = site.collection
        folder = site.folder
        self.known = known
        numbers = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes one page. May be called from many tasks.
    func take(_ id: RecordID, page: String, markup: BodyMarkup) throws {
        guard let known = known.texts[id], let number = numbers[id], let record = collection.catalogue.record(id),
            let (source, version) = try folder.readVersion(record.path), version.identity == known.version.identity
        else { return }
        let text = CachedText(
            source: source, links: known.links, outcomes: known.outcomes, markup: markup, page: page,
            number: number,
            document: SearchDocuments(collection: collection, bodies: [:], citations: .none).document(record))
        let place = BuildCache.Place(text, in: pack)
        places.withLock { $0[record.path] = place }
    }

    /// Leaves what was packed, for builds that go on from what was published.
    func finish(_ inputs: BuildInputs, manifest: String, index: SearchIndexState) {
        guard pack.finish() else { return publisher.removeKept(name, but: nil) }
        let places = places.withLock { $0 }
        var kept = known.kept
        kept.pack = name
        for index in kept.entries.indices { kept.entries[index].text = places[kept.entries[index].record.path]?.start }
        kept.save(publisher)
        BuildCache(
            others: inputs.others, manifest: manifest, pack: name, hasDesk: collection.edition.hasEditorsPage,
            names: collection.citations.names, index: index,
            files: inputs.files.map { BuildCache.File(input: $0, text: places[$0.path]) }
        ).save(publisher)
    }
}
