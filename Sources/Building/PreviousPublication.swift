import Diagnostics
import Publishing
import Records
import Search

/// What the last publication left, and which records' files changed, came or went since, where nothing else did that a
/// build depends on: what edits can be published from.
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
    /// Paths of records' files.
    private(set) var changed: [String] = []
    private(set) var added: [String] = []
    private(set) var removed: [String] = []
    private var versions: [String: FileVersion.Identity] = [:]

    /// Nil when something else changed, or too much, or what was left cannot be understood.
    init?(_ publisher: Publisher, _ inputs: BuildInputs, _ receipt: BuildReceipt?) {
        guard inputs.isSettled, let receipt, let cache = BuildCache.load(publisher),
            cache.others == inputs.others, cache.manifest == receipt.manifest,
            let pack = publisher.pack(cache.pack, isNew: false)
        else { return nil }
        self.publisher = publisher
        self.inputs = inputs
        self.receipt = receipt
        self.cache = cache
        self.pack = pack
        compare()
        let all = changed + added + removed
        guard (1...Self.mostChanges).contains(all.count), all.allSatisfy(ContentLoader.isRecord) else { return nil }
    }

    /// Both lists are in byte order.
    private mutating func compare() {
        var old = cache.files[...]
        for file in inputs.files {
            while let gone = old.first, gone.input.path != file.path,
                gone.input.path.utf8.lexicographicallyPrecedes(file.path.utf8)
            {
                removed.append(gone.input.path)
                old = old.dropFirst()
            }
            if let known = old.first, known.input.path == file.path {
                old = old.dropFirst()
                guard known.input.version != file.version else { continue }
                changed.append(file.path)
            } else {
                added.append(file.path)
            }
            versions[file.path] = file.version
        }
        removed += old.map(\.input.path)
    }

    /// A record's file as it was; nil for one that has no page of its own.
    func kept(_ path: String) -> CachedText? { cache.file(path)?.text?.text(in: pack) }

    /// A changed or added file as it is now; nil when it changes while it is read.
    func source(_ path: String, in folder: ContentFolder) throws -> [UInt8]? {
        guard let (source, version) = try folder.readVersion(path), version.identity == versions[path] else {
            return nil
        }
        return source
    }

    /// Leaves what the next build can go on from.
    func leave(_ report: BuildReport, _ change: SiteChange, index: SearchIndexState, manifest: String?, tag: String) {
        guard let manifest, let fingerprint = inputs.fingerprint else { return }
        var next = cache
        (next.tag, next.entries) = (tag, change.entries)
        if let names = change.names { next.names = names }
        next.manifest = manifest
        next.index = index
        var known = cache.files[...]
        next.files = inputs.files.map { input in
            let isNext = known.first?.input.path == input.path
            var file = (isNext ? known.popFirst() : cache.file(input.path)) ?? BuildCache.File(input: input)
            file.input = input
            if let text = change.texts[input.path] { file.text = BuildCache.Place(text, in: pack) }
            if let numbers = change.numbers { file.number = numbers[input.path] ?? 0 }
            return file
        }
        guard pack.finish() else { return }
        next.save(publisher)
        BuildReceipt(inputs: fingerprint, manifest: manifest, of: report.finished()).leave(publisher)
    }
}
