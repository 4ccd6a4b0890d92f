import Hashing

/// One file of the release being made.
struct ReleasedFile: Sendable {
    enum Source: Sendable {
        /// Written into the spare by this build.
        case written
        /// The live tree has it already.
        case live
    }

    var source: Source
    var hash: SHA256Digest
    var stamp: FileStamp
}

/// All files of a release, in byte order of their paths, the manifest left out.
struct ReleasedFiles: Sendable {
    private(set) var files = FileTable()
    private(set) var sources: [ReleasedFile.Source] = []

    init(_ taken: [TreePath: ReleasedFile]) {
        files.reserve(taken.count, bytes: taken.count * 48)
        sources.reserveCapacity(taken.count)
        for path in taken.keys.sorted() {
            if let file = taken[path] { append(path, file) }
        }
    }

    /// Files of the live tree alone.
    init(ofLive table: FileTable) {
        files = table
        sources = Array(repeating: .live, count: table.count)
    }

    /// What was taken, with the others of a live tree but for its manifest and those that are named.
    init(_ taken: [TreePath: ReleasedFile], othersOf live: FileTable, but removed: Set<TreePath>) {
        files.reserve(live.count + taken.count, bytes: live.paths.bytes.count + taken.count * 64)
        sources.reserveCapacity(live.count + taken.count)
        var next = 0
        func takeLive(until end: Int, into released: inout ReleasedFiles) {
            released.files.append(next..<end, of: live)
            released.sources.append(contentsOf: repeatElement(.live, count: end - next))
        }
        for path in removed.union(taken.keys).union([Manifest.path]).sorted() {
            let place = live.paths.lowerBound(path, from: next)
            takeLive(until: place, into: &self)
            let isThere = path.withTerminated { place < live.count && live.paths.order(place, $0) == 0 }
            next = isThere ? place + 1 : place
            if let file = taken[path] { append(path, file) }
        }
        takeLive(until: live.count, into: &self)
    }

    private mutating func append(_ path: TreePath, _ file: ReleasedFile) {
        files.append(path, file.stamp, file.hash)
        sources.append(file.source)
    }

    var count: Int { files.count }
    var indices: Range<Int> { files.indices }
    var paths: PathTable { files.paths }

    subscript(place: Int) -> ReleasedFile {
        ReleasedFile(source: sources[place], hash: files.hashes[place], stamp: files.stamps[place])
    }

    mutating func set(_ place: Int, stamp: FileStamp) { files.stamps[place] = stamp }
}
