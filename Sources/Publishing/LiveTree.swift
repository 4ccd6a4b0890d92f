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

    /// Looks at every file without reading it.
    init(surveying opened: consuming Descriptor, _ location: OutputLocation) throws {
        folder = opened
        root = try folder.stamp(naming: location.site).inode
        let state = TreeState.load(location, root: root) ?? TreeState(root: root, recorded: 0, files: [:], folders: [])
        let (entries, isAsLeft) = try state.entries(of: folder)
        var files: [TreePath: TrackedFile] = [:]
        var folders = Set<TreePath>()
        files.reserveCapacity(entries.count)
        for entry in entries {
            if entry.kind == .folder { folders.insert(entry.path) }
            // A file that vanishes meanwhile is one that is not there.
            guard entry.kind == .file, let stamp = try folder.stamp(of: entry.path), stamp.isRegularFile else {
                continue
            }
            files[entry.path] = state.trusted(entry.path, stamp)
        }
        hasStrays = entries.contains { $0.kind == .other }
        isFullyKnown = isAsLeft && files.values.allSatisfy { $0.hash != nil }
        self.files = files
        self.folders = folders
    }

    /// Its file when that has just this content; reads it when we do not know what is in it.
    func holding(_ path: TreePath, size: Int, hash: ContentHash) -> TrackedFile? {
        guard var file = files[path], file.stamp.size == Int64(size), file.hasOurMode else { return nil }
        // A file that cannot be read is one to replace.
        if file.hash == nil { file.hash = try? folder.open(path, 0).hash(naming: path.string) }
        return file.hash == hash ? file : nil
    }
}
