import Diagnostics
import Publishing
import Records
import Search

/// What the last publication left, and which files of the content changed since, where nothing else did that a build depends
/// on: what edits can be published from.
struct PreviousPublication {
    /// More are built as a whole.
    private static let mostChanges = 64

    let publisher: Publisher
    let inputs: BuildInputs
    let receipt: BuildReceipt
    let cache: BuildCache
    let pack: KeptPack
    /// What was found then.
    var found: [Diagnostic] { receipt.diagnostics }
    /// Places of the changed files among the inputs.
    let changed: [Int]

    /// Nil when something else changed, or too much, or what was left cannot be understood.
    init?(_ publisher: Publisher, _ inputs: BuildInputs, _ receipt: BuildReceipt?) {
        guard inputs.isSettled, let receipt, let cache = BuildCache.load(publisher),
            cache.others == inputs.others, cache.manifest == receipt.manifest,
            let changed = Self.changed(inputs, since: cache), (1...Self.mostChanges).contains(changed.count),
            changed.allSatisfy({ ContentLoader.isRecord(inputs.files[$0].path) }),
            let pack = publisher.pack(cache.pack, isNew: false)
        else { return nil }
        self.publisher = publisher
        self.inputs = inputs
        self.receipt = receipt
        self.cache = cache
        self.pack = pack
        self.changed = changed
    }

    /// Places of the files with other versions; nil when others are there than were.
    private static func changed(_ inputs: BuildInputs, since cache: BuildCache) -> [Int]? {
        guard inputs.files.count == cache.files.count else { return nil }
        var changed: [Int] = []
        for (place, file) in inputs.files.enumerated() {
            let known = cache.files[place].input
            guard file.path == known.path else { return nil }
            if file.version != known.version { changed.append(place) }
        }
        return changed
    }

    /// A file as it was and as it is now; nil when it changes while it is read, or has no page of its own.
    func file(_ place: Int, in folder: ContentFolder) throws -> (cached: CachedText, source: [UInt8])? {
        let input = inputs.files[place]
        guard let cached = cache.files[place].text?.text(in: pack),
            let (source, version) = try folder.readVersion(input.path), version.identity == input.version
        else { return nil }
        return (cached, source)
    }

    /// Leaves what the next build can go on from.
    ///
    /// - Parameters:
    ///   - tag: Of the collection and the traces that the next build goes on from.
    ///   - entries: What is known of records since the collection was kept.
    func leave(
        _ report: BuildReport, _ texts: [Int: CachedText], index: SearchIndexState, manifest: String?, tag: String,
        entries: [String: CollectionSnapshot.Entry]
    ) {
        guard let manifest, let fingerprint = inputs.fingerprint else { return }
        var next = cache
        (next.tag, next.entries) = (tag, entries)
        next.manifest = manifest
        next.index = index
        for (place, file) in inputs.files.enumerated() { next.files[place].input = file }
        for (place, text) in texts { next.files[place].text = BuildCache.Place(text, in: pack) }
        guard pack.finish() else { return }
        next.save(publisher)
        BuildReceipt(inputs: fingerprint, manifest: manifest, of: report.finished()).leave(publisher)
    }
}
