import Dispatch
import Synchronization

/// What is published now, as found when the build began, and the open folder that it lies in.
///
/// A class because it owns the open folder; nothing in it changes.
final class LiveTree: Sendable {
    let folder: Descriptor
    /// Inode of the root folder.
    let root: UInt64
    /// Every regular file, the manifest included.
    let files: [TreePath: TrackedFile]
    let folders: Set<TreePath>
    /// Links, pipes and the like, which we never publish.
    let hasStrays: Bool
    /// Whether every file and folder was known from the state, so that noting it again would bring nothing.
    let isFullyKnown: Bool
    /// Whether it is, to the last file and folder, what was published.
    let isWhole: Bool

    /// Looks at every file without reading it.
    init(surveying opened: consuming Descriptor, _ location: OutputLocation) throws {
        folder = opened
        root = try folder.stamp(naming: location.site).inode
        let state = TreeState.load(location, root: root) ?? TreeState(root: root, recorded: 0, files: [:], folders: [])
        let (entries, isAsLeft) = try state.entries(of: folder)
        var files: [TreePath: TrackedFile] = [:]
        var folders = Set<TreePath>()
        files.reserveCapacity(entries.count)
        for (entry, stamp) in zip(entries, try Self.stamps(of: entries, in: folder)) {
            if entry.kind == .folder { folders.insert(entry.path) }
            // A file that vanishes meanwhile is one that is not there.
            guard let stamp, stamp.isRegularFile else { continue }
            files[entry.path] = state.trusted(entry.path, stamp)
        }
        hasStrays = entries.contains { $0.kind == .other }
        isFullyKnown = isAsLeft && files.values.allSatisfy { $0.hash != nil }
        for (path, file) in files {
            guard file.hash == nil, let noted = file.noted else { continue }
            let found = try? folder.open(path, 0).hash(naming: path.string)
            if found == noted { files[path]?.hash = noted }
        }
        // A file with a hash is one that the state has.
        isWhole =
            !hasStrays && files.count == state.files.count
            && files.values.allSatisfy { $0.hash != nil && $0.hasOurMode }
            && folders.count + 1 == state.folders.count
            && state.folders.allSatisfy { $0.path == .root || folders.contains($0.path) }
        self.files = files
        self.folders = folders
    }

    /// The stamps of files, nil for all else. Most of the time of a build that changes little goes into asking for them, so two
    /// threads ask.
    private static func stamps(of entries: [FileTree.Entry], in folder: borrowing Descriptor) throws -> [FileStamp?] {
        let number = folder.number
        let failure = Mutex<(any Error)?>(nil)
        let half = (entries.count + 1) / 2
        let stamps = [FileStamp?](unsafeUninitializedCapacity: entries.count) { buffer, count in
            buffer.initialize(repeating: nil)
            count = entries.count
            nonisolated(unsafe) let stamps = buffer
            DispatchQueue.concurrentPerform(iterations: 2) { part in
                do {
                    for index in (part * half)..<min((part + 1) * half, entries.count)
                    where entries[index].kind == .file {
                        stamps[index] = try FileStamp.of(entries[index].path, in: number)
                    }
                } catch {
                    failure.withLock { $0 = error }
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        return stamps
    }

    /// Its file when that has just this content; reads it when we do not know what is in it.
    func holding(_ path: TreePath, size: Int, hash: ContentHash) -> TrackedFile? {
        guard var file = files[path], file.stamp.size == Int64(size), file.hasOurMode else { return nil }
        // A file that cannot be read is one to replace.
        if file.hash == nil { file.hash = try? folder.open(path, 0).hash(naming: path.string) }
        return file.hash == hash ? file : nil
    }
}
