import Hashing

/// Files of a tree in byte order of their paths, each with its stamp and its content's hash.
struct FileTable: Sendable {
    private(set) var paths = PathTable()
    var stamps: [FileStamp] = []
    var hashes: [SHA256Digest] = []

    init() {}

    /// Columns of one length.
    init(paths: PathTable, stamps: [FileStamp], hashes: [SHA256Digest]) {
        self.paths = paths
        self.stamps = stamps
        self.hashes = hashes
    }

    var count: Int { stamps.count }
    var indices: Range<Int> { stamps.indices }

    mutating func reserve(_ count: Int, bytes: Int) {
        paths.reserve(count, bytes: bytes)
        stamps.reserveCapacity(count)
        hashes.reserveCapacity(count)
    }

    /// Puts a file behind the others. The caller keeps the order.
    mutating func append(_ path: TreePath, _ stamp: FileStamp, _ hash: SHA256Digest) {
        paths.append(path)
        stamps.append(stamp)
        hashes.append(hash)
    }

    /// Puts files of another table behind the others.
    mutating func append(_ places: Range<Int>, of other: FileTable) {
        paths.append(places, of: other.paths)
        stamps.append(contentsOf: other.stamps[places])
        hashes.append(contentsOf: other.hashes[places])
    }

    func place(of path: TreePath) -> Int? { paths.place(of: path) }

    /// The same files with one more.
    func adding(_ path: TreePath, _ stamp: FileStamp, _ hash: SHA256Digest) -> FileTable {
        let place = paths.lowerBound(path)
        var table = FileTable()
        table.reserve(count + 1, bytes: paths.bytes.count + 64)
        table.append(0..<place, of: self)
        table.append(path, stamp, hash)
        table.append(place..<count, of: self)
        return table
    }
}
