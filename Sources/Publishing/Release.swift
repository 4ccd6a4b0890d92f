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
        var manifest: ContentHash?
        /// Of the live tree, when the release has the same.
        var folders: Set<TreePath>?
    }

    private let location: OutputLocation
    private let conditions: PublishConditions
    private let durability: Durability
    private let preparesSpare: Bool
    private let lock: BuildLock
    let live: LiveTree?
    private let spare: SpareTree
    private let contents = Mutex(Contents())

    init(
        _ location: OutputLocation, _ conditions: PublishConditions, _ durability: Durability, preparesSpare: Bool
    ) throws {
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
        let hash = ContentHash(bytes)
        if let held = live?.holding(path, size: bytes.count, hash: hash) {
            return ReleasedFile(source: .live, hash: hash, stamp: held.stamp)
        }
        return ReleasedFile(source: .written, hash: hash, stamp: try spare.put(path, bytes))
    }

    func take(othersOf live: LiveTree, but removed: Set<TreePath>) throws {
        try contents.withLock { contents in
            let added = contents.files.keys.filter { live.files[$0] == nil }
            // Paths that stand together already need no new look at each other.
            let isSameSet = live.staysInOrder(adding: added, removing: removed)
            if isSameSet { contents.folders = live.folders }
            for (path, file) in live.files where path != Manifest.path && !removed.contains(path) {
                guard contents.files[path] == nil, let hash = file.hash else { continue }
                if !isSameSet { _ = try contents.ledger.register(path.string) }
                contents.files[path] = ReleasedFile(source: .live, hash: hash, stamp: file.stamp)
            }
        }
    }

    /// Brings the files taken so far into service as the whole site.
    /// - Throws: `PublishError`, the first of a failed `write` included; the live tree is then as it was.
    public func finish() throws -> PublishReport {
        let (files, folders) = try contents.withLock { contents in
            if contents.isEnded { throw PublishError(.alreadyEnded, path: location.site) }
            contents.isEnded = true
            return (
                contents.failure.map(Result.failure) ?? .success(contents.files),
                contents.folders ?? contents.ledger.folders
            )
        }
        defer { letGo() }
        var released = try files.get()
        var report = count(released)
        let manifest = Manifest.encoded(released)
        let manifestHash = ContentHash(manifest)
        defer { contents.withLock { $0.manifest = manifestHash } }
        report.changed = !isLive(report, folders, manifest.count, manifestHash)
        guard report.changed else {
            // On a full disk there is no room for the note, which only saves time.
            try? noteUnchanged(released, folders, manifestHash)
            return report
        }
        try spare.complete(&released, folders: folders, live: live?.folder.number)
        let stamp = try spare.put(Manifest.path, manifest)
        released[Manifest.path] = ReleasedFile(source: .written, hash: manifestHash, stamp: stamp)
        try conditions.reached(.manifestWritten)
        try bringIntoService(released, folders)
        return report
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

    private func count(_ released: [TreePath: ReleasedFile]) -> PublishReport {
        var report = PublishReport()
        report.files = released.count
        for file in released.values {
            report.bytes += file.stamp.size
            if file.source == .written {
                report.written += 1
                report.bytesWritten += file.stamp.size
            }
        }
        report.unchanged = report.files - report.written
        guard let live else { return report }
        for path in live.files.keys where path != Manifest.path && released[path] == nil { report.removed += 1 }
        return report
    }

    /// Whether the live tree is the release already, to the last empty folder.
    private func isLive(
        _ report: PublishReport, _ folders: Set<TreePath>, _ manifestSize: Int, _ manifestHash: ContentHash
    ) -> Bool {
        guard let live, spare.isUntouched, report.written == 0, report.removed == 0,
            !live.hasStrays, live.folders == folders
        else { return false }
        return live.holding(Manifest.path, size: manifestSize, hash: manifestHash) != nil
    }

    /// Saves the next build from reading the files that this one had to read.
    private func noteUnchanged(
        _ released: [TreePath: ReleasedFile], _ folders: Set<TreePath>, _ manifestHash: ContentHash
    ) throws {
        guard let live, !live.isFullyKnown, let manifest = live.files[Manifest.path] else { return }
        var files = released
        files[Manifest.path] = ReleasedFile(source: .live, hash: manifestHash, stamp: manifest.stamp)
        try TreeState(noting: files, folders, in: live.folder, root: live.root).save(location)
    }

    /// The state is noted before the exchange and names the tree by its inode: true whether or not we get further.
    private func bringIntoService(_ released: [TreePath: ReleasedFile], _ folders: Set<TreePath>) throws {
        let root = try spare.opened().inode
        if durability == .powerCut { try spare.synchronize() }
        try conditions.reached(.synced)
        try spare.note(released, folders).save(location)
        try conditions.reached(.stateSaved)
        try AtomicExchange.perform(location, hasLive: live != nil, conditions: conditions)
        try conditions.reached(.exchanged)
        TreeState.removeOthers(location, keeping: [root, live?.root].compactMap(\.self))
        guard live == nil, preparesSpare else { return }
        // The site is published; a spare that cannot be made now is made, or complained about, at the next build.
        try? SpareTree(location, conditions).prepare(released, folders: folders)
    }
}
