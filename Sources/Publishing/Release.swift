import Hashing
import Output
import Synchronization

/// One publication: takes the files of a site, then brings all of them into service at once.
///
/// Files that the live tree has already are not written again. Until `finish` returns, and whatever happens before,
/// the live tree is whole and as it was. `finish` or `abandon` must be the last call; letting go of the release
/// without either is the same as abandoning it.
public final class Release: OutputSink {
    private struct Contents {
        var ledger = PathLedger()
        var files: [TreePath: ReleasedFile] = [:]
        /// The first failed write: a site that lacks a file is never published, even if the caller went on.
        var failure: PublishError?
        var isEnded = false
        var manifest: SHA256Digest?
        /// Of the live tree, when the release has the same.
        var folders: PathTable?
        /// Files of the live tree that the release does without; nil when it has none of those that were not taken.
        var removed: Set<TreePath>?
    }

    private let location: OutputLocation
    private let conditions: PublishConditions
    private let durability: Durability
    private let preparesSpare: Bool
    private let inspect: (@Sendable (OutputFile) -> Void)?
    private let lock: BuildLock
    let live: LiveTree?
    private let spare: SpareTree
    private let contents = Mutex(Contents())

    init(
        _ location: OutputLocation, _ conditions: PublishConditions, _ durability: Durability, preparesSpare: Bool,
        inspect: (@Sendable (OutputFile) -> Void)?
    ) throws {
        self.inspect = inspect
        self.preparesSpare = preparesSpare
        self.location = location
        self.conditions = conditions
        self.durability = durability
        lock = try BuildLock(location)
        try AtomicExchange.recover(location)
        spare = SpareTree(location, conditions)
        if let folder = try Publisher.openOwnTree(location) {
            live = try LiveTree(surveying: folder, location)
        } else {
            live = nil
        }
    }

    /// Takes one file. May be called from many tasks, in any order.
    /// - Throws: `PublishError`; the release can then only be abandoned.
    public func write(_ file: OutputFile) throws {
        do {
            let path = try contents.withLock { contents in
                if contents.isEnded { throw PublishError(.alreadyEnded, path: location.site) }
                return try contents.ledger.register(file.path)
            }
            inspect?(file)
            let released = try place(path, file.bytes)
            contents.withLock { $0.files[path] = released }
        } catch {
            let failure = error as? PublishError ?? PublishError(.system, path: file.path)
            contents.withLock { if $0.failure == nil { $0.failure = failure } }
            throw error
        }
    }

    /// What the manifest of the site is known by once `finish` has brought it into service.
    public var publishedManifest: String? { contents.withLock { $0.manifest }?.hexadecimal }

    private func place(_ path: TreePath, _ bytes: [UInt8]) throws -> ReleasedFile {
        let hash = SHA256.hash(bytes)
        if let held = live?.holding(path, size: bytes.count, hash: hash) {
            return ReleasedFile(source: .live, hash: hash, stamp: held)
        }
        return ReleasedFile(source: .written, hash: hash, stamp: try spare.put(path, bytes))
    }

    func take(othersOf live: LiveTree, but removed: Set<TreePath>) throws {
        try contents.withLock { contents in
            contents.removed = removed
            let added = contents.files.keys.filter { live.files.place(of: $0) == nil }
            // Paths that stand together already need no new look at each other.
            if live.staysInOrder(adding: added, removing: removed) {
                contents.folders = live.folders
                return
            }
            for place in live.files.indices {
                let path = live.files.paths[place]
                if path == Manifest.path || removed.contains(path) || contents.files[path] != nil { continue }
                _ = try contents.ledger.register(path.string)
            }
        }
    }

    /// From so many new files on, the spare is brought up to date at once, so that an edit does not wait for it.
    private static let manyWritten = 1_000

    /// Brings the files taken so far into service as the whole site.
    /// - Throws: `PublishError`, the first of a failed `write` included; the live tree is then as it was.
    public func finish() throws -> PublishReport {
        let contents = try end()
        defer { letGo() }
        if let failure = contents.failure { throw failure }
        let folders = contents.folders ?? PathTable(contents.ledger.folders)
        var released =
            if let live, let removed = contents.removed {
                ReleasedFiles(contents.files, othersOf: live.files, but: removed)
            } else {
                ReleasedFiles(contents.files)
            }
        var report = count(released)
        let manifest = Manifest.encoded(released.files)
        let manifestHash = SHA256.hash(manifest)
        defer { self.contents.withLock { $0.manifest = manifestHash } }
        report.changed = !isLive(report, folders, manifest.count, manifestHash)
        guard report.changed else {
            // On a full disk there is no room for the note, which only saves time.
            try? noteUnchanged(released.files, folders, manifestHash)
            return report
        }
        let untouched = try spare.complete(&released, folders: folders, live: live?.folder.number)
        let stamp = try spare.put(Manifest.path, manifest)
        try conditions.reached(.manifestWritten)
        try bringIntoService(
            released.files, folders, untouched, noted: released.files.adding(Manifest.path, stamp, manifestHash))
        if preparesSpare, live == nil || report.written > Self.manyWritten {
            // The site is published; a spare that cannot be made now is made, or complained about, at the next build.
            try? SpareTree(location, conditions).prepare(released.files, folders: folders)
        }
        return report
    }

    /// Takes no more files, and gives those that were taken.
    private func end() throws -> Contents {
        try contents.withLock { contents in
            if contents.isEnded { throw PublishError(.alreadyEnded, path: location.site) }
            let taken = contents
            contents = Contents()
            contents.isEnded = true
            return taken
        }
    }

    /// Gives up. The live tree stays as it is; the next build cleans up what was begun.
    public func abandon() {
        contents.withLock { $0.isEnded = true }
        letGo()
    }

    private func letGo() {
        spare.close()
        lock.release()
    }

    private func count(_ released: ReleasedFiles) -> PublishReport {
        var report = PublishReport()
        report.files = released.count
        for place in released.indices {
            let size = released.files.stamps[place].size
            report.bytes += size
            if released.sources[place] == .written {
                report.written += 1
                report.bytesWritten += size
            }
        }
        report.unchanged = report.files - report.written
        guard let live else { return report }
        var next = 0
        for place in live.files.indices {
            let isThere = live.files.paths.withTerminated(place) { path in
                while next < released.count, released.paths.order(next, path) < 0 { next += 1 }
                return next < released.count && released.paths.order(next, path) == 0
            }
            if !isThere { report.removed += 1 }
        }
        if live.files.place(of: Manifest.path) != nil { report.removed -= 1 }
        return report
    }

    /// Whether the live tree is the release already, to the last empty folder.
    private func isLive(
        _ report: PublishReport, _ folders: PathTable, _ manifestSize: Int, _ manifestHash: SHA256Digest
    ) -> Bool {
        guard let live, spare.isUntouched, report.written == 0, report.removed == 0,
            !live.hasStrays, live.folders == folders
        else { return false }
        return live.holding(Manifest.path, size: manifestSize, hash: manifestHash) != nil
    }

    /// Saves the next build from reading the files that this one had to read.
    private func noteUnchanged(_ files: FileTable, _ folders: PathTable, _ manifestHash: SHA256Digest) throws {
        guard let live, !live.isFullyKnown, let manifest = live.files.place(of: Manifest.path) else { return }
        let noted = files.adding(Manifest.path, live.files.stamps[manifest], manifestHash)
        let untouched = UntouchedFolders(among: folders)
        try TreeState(noting: noted, folders, untouched, in: live.folder, root: live.root).save(location)
    }

    /// The state is noted before the exchange and names the tree by its inode: true whether or not we get further.
    private func bringIntoService(
        _ files: FileTable, _ folders: PathTable, _ untouched: UntouchedFolders, noted: FileTable
    ) throws {
        let root = try spare.opened().inode
        if durability == .powerCut { try spare.synchronize() }
        try conditions.reached(.synced)
        try spare.note(noted, folders, untouched).save(location)
        try conditions.reached(.stateSaved)
        try AtomicExchange.perform(location, hasLive: live != nil, conditions: conditions)
        try conditions.reached(.exchanged)
        TreeState.removeOthers(location, keeping: [root, live?.root].compactMap(\.self))
    }
}
