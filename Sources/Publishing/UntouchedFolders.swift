/// Folders of a tree that hold the names that they held when it was surveyed, so that their times need not be asked for again.
struct UntouchedFolders: Sendable {
    /// What was known of each, by place among the folders of the release; nil for one to look at.
    private(set) var known: [TreeState.Folder?]

    /// None.
    init(among folders: PathTable) { known = Array(repeating: nil, count: folders.count) }

    /// Those that stand as they were left, but for folders that gain another in them.
    init(among folders: PathTable, since survey: TreeSurvey) {
        self.init(among: folders)
        var place = 0
        let (left, state) = (survey.state.folderPaths, survey.state)
        for folder in folders.indices {
            folders.withTerminated(folder) { path in
                while place < left.count, left.order(place, path) < 0 { place += 1 }
                if place < left.count, left.order(place, path) == 0, survey.asLeft[place] {
                    known[folder] = state.folders[place]
                }
            }
        }
        for (folder, parent) in zip(folders.indices, folders.places(in: folders)) where known[folder] == nil {
            touch(parent)
        }
    }

    /// Notes that names in a folder change. The root is always looked at.
    mutating func touch(_ folder: Int) { if folder >= 0 { known[folder] = nil } }
}

extension TreeState {
    /// Notes a tree that is complete.
    init(
        noting files: FileTable, _ folderPaths: PathTable, _ untouched: UntouchedFolders, in tree: borrowing Descriptor,
        root: UInt64
    ) throws {
        let recorded = Self.now()
        var paths = PathTable()
        var folders: [Folder] = []
        paths.reserve(folderPaths.count, bytes: folderPaths.bytes.count)
        folders.reserveCapacity(folderPaths.count)
        for place in folderPaths.indices {
            if let known = untouched.known[place] {
                folders.append(known)
            } else if let stamp = try tree.stamp(of: folderPaths[place]) {
                folders.append(Folder(stamp))
            } else {
                continue
            }
            paths.append(place..<(place + 1), of: folderPaths)
        }
        let stamp = try tree.stamp(of: .root)
        self.init(
            root: Folder(inode: root, modified: stamp?.modified ?? 0), recorded: recorded, files: files,
            folderPaths: paths, folders: folders)
    }
}
