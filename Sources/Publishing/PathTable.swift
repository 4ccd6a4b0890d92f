import Glibc

/// Paths in byte order, one behind the other in one buffer: a site has tens of thousands, and an object for each would cost
/// more than all else that is done with them.
struct PathTable: Hashable, Sendable {
    /// Each path with its closing NUL.
    private(set) var bytes: [UInt8] = []
    /// Where each ends, behind its NUL.
    private(set) var ends: [UInt32] = []

    init() {}

    /// Nil when these are not paths that were noted so.
    init?(bytes: [UInt8], ends: [UInt32]) {
        var start: UInt32 = 0
        for end in ends {
            guard end > start, Int(end) <= bytes.count, bytes[Int(end) - 1] == 0 else { return nil }
            start = end
        }
        guard Int(start) == bytes.count else { return nil }
        self.bytes = bytes
        self.ends = ends
    }

    init(_ paths: some Sequence<TreePath>) {
        for path in paths.sorted() { append(path) }
    }

    var count: Int { ends.count }
    var indices: Range<Int> { 0..<ends.count }

    subscript(place: Int) -> TreePath { TreePath(bytes: bytes[start(of: place)..<(Int(ends[place]) - 1)]) }

    /// Bytes of a path, without its NUL.
    func length(_ place: Int) -> Int { Int(ends[place]) - start(of: place) - 1 }

    private func start(of place: Int) -> Int { place == 0 ? 0 : Int(ends[place - 1]) }

    mutating func reserve(_ count: Int, bytes size: Int) {
        ends.reserveCapacity(count)
        bytes.reserveCapacity(size)
    }

    /// Puts a path behind the others. The caller keeps the order.
    mutating func append(_ path: TreePath) {
        path.withTerminated { bytes.append(contentsOf: $0) }
        ends.append(UInt32(bytes.count))
    }

    /// Puts paths of another table behind the others.
    mutating func append(_ places: Range<Int>, of other: PathTable) {
        guard let last = places.last else { return }
        let start = other.start(of: places.lowerBound)
        let shift = UInt32(truncatingIfNeeded: bytes.count - start)
        bytes.append(contentsOf: other.bytes[start..<Int(other.ends[last])])
        ends.append(contentsOf: other.ends[places].lazy.map { $0 &+ shift })
    }

    /// The path as system calls want it.
    func withCString<Result>(_ place: Int, _ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
        try withTerminated(place) { path in
            try path.withMemoryRebound(to: CChar.self) { text in
                // Never empty: the NUL is always there.
                guard let start = text.baseAddress else { return try "".withCString(body) }
                return try body(start)
            }
        }
    }

    /// The path with its NUL.
    func withTerminated<Result>(_ place: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes {
            try body(UnsafeRawBufferPointer(rebasing: $0[start(of: place)..<Int(ends[place])]))
        }
    }

    /// Below 0 when the path stands before another one, 0 when it is the same.
    func order(_ place: Int, _ other: UnsafeRawBufferPointer) -> Int32 {
        withTerminated(place) { PathTable.order($0, other) }
    }

    /// Of paths with their NUL, which no path holds: of two that begin alike, it puts the shorter first.
    private static func order(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int32 {
        guard let first = a.baseAddress, let second = b.baseAddress else { return 0 }
        return memcmp(first, second, min(a.count, b.count))
    }

    /// The first place whose path does not stand before the given one.
    func lowerBound(_ path: UnsafeRawBufferPointer, from start: Int = 0) -> Int {
        var (low, high) = (start, count)
        while low < high {
            let middle = (low + high) / 2
            if order(middle, path) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func lowerBound(_ path: TreePath, from start: Int = 0) -> Int {
        path.withTerminated { lowerBound($0, from: start) }
    }

    /// Where a path stands; nil when it does not.
    func place(of path: TreePath) -> Int? {
        path.withTerminated { path in
            let place = lowerBound(path)
            return place < count && order(place, path) == 0 ? place : nil
        }
    }

    func contains(_ path: TreePath) -> Bool { place(of: path) != nil }

    /// The length of the part of a path that names its folder; nil at the root.
    private func folderLength(_ place: Int) -> Int? {
        withTerminated(place) { $0.lastIndex(of: UInt8(ascii: "/")) }
    }

    /// For each of these paths the place of its folder among `folders`: `Self.root` for the root, `Self.nowhere` when it is
    /// not there.
    func places(in folders: PathTable) -> [Int] {
        var places: [Int] = []
        places.reserveCapacity(count)
        // Neighbours mostly share a folder.
        var last = (length: -1, start: 0, place: Self.root)
        var name: [UInt8] = []
        for place in indices {
            guard let length = folderLength(place) else {
                places.append(Self.root)
                continue
            }
            let start = start(of: place)
            let isSame =
                length == last.length
                && bytes.withUnsafeBytes { bytes in
                    bytes[start..<(start + length)].elementsEqual(bytes[last.start..<(last.start + length)])
                }
            if !isSame {
                name.removeAll(keepingCapacity: true)
                name.append(contentsOf: bytes[start..<(start + length)])
                name.append(0)
                last.place = name.withUnsafeBytes { name in
                    let found = folders.lowerBound(name)
                    return found < folders.count && folders.order(found, name) == 0 ? found : Self.nowhere
                }
                (last.length, last.start) = (length, start)
            }
            places.append(last.place)
        }
        return places
    }

    static let root = -1
    static let nowhere = -2
}
