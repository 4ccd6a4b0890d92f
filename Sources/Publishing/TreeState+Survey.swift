extension TreeState {
    /// Notes a release in a tree that is complete.
    init(
        noting released: [TreePath: ReleasedFile], _ folders: Set<TreePath>, in tree: borrowing Descriptor,
        root: UInt64
    ) throws {
        self.init(
            root: root, recorded: Self.now(),
            files: released.mapValues { TrackedFile(stamp: $0.stamp, hash: $0.hash) }, folders: [])
        self.folders.reserveCapacity(folders.count + 1)
        for path in [TreePath.root] + folders.sorted() {
            guard let stamp = try tree.stamp(of: path) else { continue }
            self.folders.append(TrackedFolder(path: path, inode: stamp.inode, modified: stamp.modified))
        }
    }

    /// Everything in the tree, listing only the folders whose names are not as we left them: most of the time of a
    /// build that changes little would go into listing. Each folder comes before what is in it; no stamps.
    ///
    /// - Returns: the entries, and whether no folder had to be listed.
    func entries(of tree: borrowing Descriptor) throws -> (entries: [FileTree.Entry], isAsLeft: Bool) {
        var survey = Survey(state: self)
        for folder in folders { try survey.visit(folder, in: tree) }
        if folders.isEmpty { survey.entries = try FileTree.entries(of: tree, stamps: false) }
        let isAsLeft = !folders.isEmpty && survey.asLeft.count == folders.count
        for (path, file) in files where isAsLeft || survey.asLeft.contains(path.folder ?? .root) {
            survey.entries.append(FileTree.Entry(path: path, kind: .file, inode: file.stamp.inode, stamp: nil))
        }
        return (survey.entries, isAsLeft)
    }
}

/// Goes through the known folders from the root down.
private struct Survey {
    let state: TreeState
    /// Folders that are there with the names that we left in them.
    var asLeft = Set<TreePath>()
    /// Known folders found in folders that had to be listed.
    private var found: Set<TreePath> = [.root]
    private let known: Set<TreePath>
    var entries: [FileTree.Entry] = []

    init(state: TreeState) {
        self.state = state
        known = Set(state.folders.map(\.path))
    }

    mutating func visit(_ folder: TrackedFolder, in tree: borrowing Descriptor) throws {
        let path = folder.path
        // Only what its own parent names is looked at, so that no link in between leads us elsewhere.
        guard found.contains(path) || asLeft.contains(path.folder ?? .root) else { return }
        guard let stamp = try tree.stamp(of: path), stamp.isFolder else { return }
        if path != .root {
            entries.append(FileTree.Entry(path: path, kind: .folder, inode: stamp.inode, stamp: nil))
        }
        if state.isAsLeft(folder, stamp) {
            asLeft.insert(path)
            return
        }
        for entry in try FileTree.names(in: path, of: tree) {
            if entry.kind == .folder, known.contains(entry.path) {
                found.insert(entry.path)
                continue
            }
            entries.append(entry)
            if entry.kind == .folder { entries += try FileTree.entries(of: tree, below: entry.path, stamps: false) }
        }
    }
}
