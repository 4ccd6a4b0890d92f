import Citations
import Publishing
import Records
import Search
import Storage

/// What a publication leaves beside its spare tree so that an edited text can be built without the rest of the
/// collection.
///
/// `cache` holds what is known of the whole, and where each record's `CachedText` stands in the pack `texts-…`. Both
/// are proved by checksums; damaged, old or foreign ones are not understood, and the build takes its usual way.
struct BuildCache: Sendable {
    /// Raised when the form of this or of `CachedText` changes. The command itself is among the inputs besides.
    private static let header = "tracuu-cache 6"
    static let name = "cache"
    static let packPrefix = "texts-"

    struct Place: Sendable, Equatable {
        var start: Int
        var count: Int
        var checksum: UInt64
    }

    struct File: Sendable {
        var input: BuildInputs.File
        /// Nil for files without a page of their own, and for findings.
        var text: Place?
        /// In the search index, where the file is a record of the edition.
        var number = 0
    }

    /// Of the inputs beside the content folder.
    var others: String
    /// By which the published manifest is known.
    var manifest: String
    var pack: String
    /// By which what goes with it is known: it is written last, so that nothing is taken for what it is not.
    var tag: String
    /// Whether the site has the editors' page, which shows what was found in texts.
    var hasDesk: Bool
    var names: LawNames
    var index: SearchIndexState
    /// In byte order of their paths.
    var files: [File]
    /// What is known of records whose texts alone were edited since the collection was kept, by path.
    var entries: [String: CollectionSnapshot.Entry] = [:]

    /// What is known of a file; nil for one that was not there.
    func file(_ path: String) -> File? {
        var (low, high) = (0, files.count)
        while low < high {
            let middle = (low + high) / 2
            if files[middle].input.path.utf8.lexicographicallyPrecedes(path.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < files.count && files[low].input.path == path ? files[low] : nil
    }

    static func newTag() -> String { String(UInt64.random(in: .min ... .max), radix: 16) }

    static func load(_ publisher: Publisher) -> BuildCache? {
        guard let bytes = publisher.kept(name) else { return nil }
        return try? BuildCache(bytes)
    }

    func save(_ publisher: Publisher) {
        publisher.keep(encoded, as: Self.name)
        publisher.removeKept(Self.packPrefix, but: pack)
    }

    var encoded: [UInt8] {
        var writer = ByteWriter(reserving: files.count * 120 + 500_000)
        for text in [others, manifest, pack, tag] { writer.text(text) }
        writer.flag(hasDesk)
        let hashes = names.hashes
        writer.list(hashes.names) {
            $0.number($1.key)
            $0.list($1.value) { $0.number($1) }
        }
        writer.list(hashes.beginnings) { $0.number($1) }
        index.write(to: &writer)
        writer.list(files) { writer, file in
            writer.text(file.input.path)
            writer.flag(file.input.version != nil)
            if let version = file.input.version { writer.raw(version) }
            writer.flag(file.text != nil)
            guard let text = file.text else { return }
            writer.number(file.number)
            writer.number(text.start)
            writer.number(text.count)
            writer.number(text.checksum)
        }
        writer.list(entries.values) { $0.bytes($1.encoded) }
        return ChecksummedFile.sealed(writer.bytes, as: Self.header)
    }

    init(_ bytes: [UInt8]) throws {
        var reader = try ChecksummedFile.opened(bytes, as: Self.header)
        others = try reader.text()
        manifest = try reader.text()
        pack = try reader.text()
        tag = try reader.text()
        hasDesk = try reader.flag()
        let bearers = try reader.list { (try $0.number(UInt64.self), try $0.list { try $0.number() }) }
        let beginnings = try reader.list { try $0.number(UInt64.self) }
        names = LawNames(
            names: Dictionary(bearers, uniquingKeysWith: { first, _ in first }), beginnings: Set(beginnings))
        index = try SearchIndexState(from: &reader)
        files = try reader.list { reader in
            let path = try reader.text()
            let version = try reader.flag() ? try reader.raw(FileVersion.Identity.self) : nil
            let input = BuildInputs.File(path: path, version: version)
            guard try reader.flag() else { return File(input: input) }
            let number = try reader.number(Int.self)
            let text = Place(
                start: try reader.number(), count: try reader.number(), checksum: try reader.number(UInt64.self))
            return File(input: input, text: text, number: number)
        }
        let edited = try reader.list { try CollectionSnapshot.Entry(stored: try $0.bytes()) }
        entries = Dictionary(edited.map { ($0.record.path, $0) }, uniquingKeysWith: { _, last in last })
    }

    init(
        others: String, manifest: String, pack: String, tag: String, hasDesk: Bool, names: LawNames,
        index: SearchIndexState, files: [File]
    ) {
        self.others = others
        self.manifest = manifest
        self.pack = pack
        self.tag = tag
        self.hasDesk = hasDesk
        self.names = names
        self.index = index
        self.files = files
    }
}

extension BuildCache.Place {
    /// Appends a text to a pack.
    init(_ text: CachedText, in pack: KeptPack) {
        let bytes = text.encoded
        self.init(start: pack.append(bytes), count: bytes.count, checksum: Checksum.of(bytes[...]))
    }

    func text(in pack: KeptPack) -> CachedText? {
        guard let bytes = pack.read(start, count: count), Checksum.of(bytes[...]) == checksum else { return nil }
        return try? CachedText(bytes)
    }
}
