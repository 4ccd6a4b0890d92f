import Parallel

/// Everything in a tree, listing only the folders whose names are not as we left them: most of the time of a build that
/// changes little would go into listing.
struct TreeSurvey: Sendable {
    let state: TreeState
    /// By place in the state: folders that are there.
    private(set) var standing: [Bool]
    /// By place in the state: folders that are there with the names that we left in them.
    private(set) var asLeft: [Bool]
    private(set) var isRootAsLeft = false
    /// By place in the state's files, the place of the folder that holds each.
    let folders: [Int]
    /// What stands in folders that had to be listed, each folder before what is in it, no stamps; folders of the state only
    /// show in `standing`.
    private(set) var others: [FileTree.Entry] = []

    init(of tree: borrowing Descriptor, _ state: TreeState) throws {
        self.state = state
        standing = Array(repeating: false, count: state.folders.count)
        asLeft = standing
        folders = state.files.paths.places(in: state.folderPaths)
        let stamps = try FileStamp.of(state.folderPaths, in: tree.number)
        let parents = state.folderPaths.places(in: state.folderPaths)
        // Known folders found in folders that had to be listed.
        var found = standing
        isRootAsLeft = try tree.stamp(of: .root).map { state.isAsLeft(state.root, $0) } ?? false
        if !isRootAsLeft { try list(.root, in: tree, &found) }
        for place in state.folders.indices {
            // Only what its own parent names is looked at, so that no link in between leads us elsewhere.
            guard found[place] || isAsLeft(parents[place]), let stamp = stamps[place], stamp.isFolder else { continue }
            standing[place] = true
            if state.isAsLeft(state.folders[place], stamp) {
                asLeft[place] = true
            } else {
                try list(state.folderPaths[place], in: tree, &found)
            }
        }
    }

    /// Of a tree that was made just now.
    init(ofEmpty state: TreeState) {
        self.state = state
        standing = Array(repeating: false, count: state.folders.count)
        asLeft = standing
        folders = state.files.paths.places(in: state.folderPaths)
    }

    /// Whether a folder, by its place in the state, has the names that we left in it.
    func isAsLeft(_ folder: Int) -> Bool {
        folder >= 0 ? asLeft[folder] : folder == PathTable.root && isRootAsLeft
    }

    /// Whether no folder had to be listed.
    var isAsLeft: Bool { isRootAsLeft && !asLeft.contains(false) }

    private mutating func list(_ folder: TreePath, in tree: borrowing Descriptor, _ found: inout [Bool]) throws {
        for entry in try FileTree.names(in: folder, of: tree) {
            if entry.kind == .folder, let place = state.folderPaths.place(of: entry.path) {
                found[place] = true
                continue
            }
            others.append(entry)
            if entry.kind == .folder { others += try FileTree.entries(of: tree, below: entry.path, stamps: false) }
        }
    }

    /// All folders that are there, the root left out.
    var folderPaths: PathTable {
        let others = others.filter { $0.kind == .folder }.map(\.path)
        if others.isEmpty, !standing.contains(false) { return state.folderPaths }
        return PathTable(others + state.folderPaths.indices.filter { standing[$0] }.map { state.folderPaths[$0] })
    }

    /// All files that are there, and for each its place in the state; nil for those in folders that had to be listed.
    var files: (paths: PathTable, known: [Int?]) {
        if isAsLeft { return (state.files.paths, state.files.indices.map { $0 }) }
        var paths = PathTable()
        var known: [Int?] = []
        let others = others.filter { $0.kind == .file }.map(\.path).sorted()
        var next = others.startIndex
        for place in state.files.indices where isAsLeft(folders[place]) {
            while next < others.endIndex, others[next].withTerminated({ state.files.paths.order(place, $0) > 0 }) {
                paths.append(others[next])
                known.append(state.files.place(of: others[next]))
                next += 1
            }
            paths.append(place..<(place + 1), of: state.files.paths)
            known.append(place)
        }
        for path in others[next...] {
            paths.append(path)
            known.append(state.files.place(of: path))
        }
        return (paths, known)
    }
}

extension FileStamp {
    /// The stamps of what stands under these paths, itself and not what a link points to; nil for what is absent.
    static func of(_ paths: PathTable, in folder: Int32) throws -> [FileStamp?] {
        try ParallelMap.ask(paths.count) { place in
            try paths.withCString(place) { try FileStamp.of($0, in: folder) { paths[place].string } }
        }
    }
}
