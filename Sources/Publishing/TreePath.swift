import Glibc

/// A path inside a published tree, as the bytes that the file system sees.
///
/// Bytes rather than `String`, because `String` holds composed and decomposed letters for equal and the file system
/// does not, and because a stray file's name need not be valid UTF-8. The closing NUL is kept so that no call copies.
struct TreePath: Hashable, Comparable, Sendable {
    private let terminated: [UInt8]

    init(_ path: String) {
        var bytes = [UInt8]()
        bytes.reserveCapacity(path.utf8.count + 1)
        bytes.append(contentsOf: path.utf8)
        bytes.append(0)
        terminated = bytes
    }

    init(bytes: some Collection<UInt8>) {
        var copy = [UInt8]()
        copy.reserveCapacity(bytes.count + 1)
        copy.append(contentsOf: bytes)
        copy.append(0)
        terminated = copy
    }

    /// The tree's own folder, as system calls name it.
    static let root = TreePath(".")

    /// The path without its closing NUL.
    var bytes: ArraySlice<UInt8> { terminated.dropLast() }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The folder that holds it; nothing for a path at the root.
    var folder: TreePath? {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return TreePath(bytes: terminated[..<slash])
    }

    func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
        try terminated.withUnsafeBytes { raw in
            // Never empty: the NUL is always there.
            try raw.withMemoryRebound(to: CChar.self) { text in
                guard let start = text.baseAddress else { return try "".withCString(body) }
                return try body(start)
            }
        }
    }

    /// The path with its closing NUL.
    func withTerminated<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try terminated.withUnsafeBytes(body)
    }

    func hash(into hasher: inout Hasher) {
        terminated.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// In byte order. The closing NUL, which no path holds, puts a path before those that go on from it.
    static func < (a: TreePath, b: TreePath) -> Bool {
        a.terminated.withUnsafeBytes { a in
            b.terminated.withUnsafeBytes { b in
                guard let first = a.baseAddress, let second = b.baseAddress else { return a.count < b.count }
                return memcmp(first, second, min(a.count, b.count)) < 0
            }
        }
    }
}
