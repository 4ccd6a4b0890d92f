import Glibc
import Hashing

/// An open file or folder, closed when it goes out of use.
struct Descriptor: ~Copyable, Sendable {
    let number: Int32

    /// Opens a file or a folder; paths in errors are those that a person would recognise.
    static func open(_ path: String, _ flags: Int32) throws -> Descriptor {
        Descriptor(number: try PublishError.check(path) { Glibc.open(path, flags | O_CLOEXEC, 0o644) })
    }

    static func folder(_ path: String) throws -> Descriptor { try open(path, O_RDONLY | O_DIRECTORY) }

    /// Opens a file inside this folder, never through a symbolic link at its end, and without waiting should it be
    /// a pipe.
    func open(_ path: TreePath, _ flags: Int32) throws -> Descriptor {
        Descriptor(
            number: try PublishError.check(path.string) {
                path.withCString { openat(number, $0, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
            })
    }

    func stamp(naming path: @autoclosure () -> String) throws -> FileStamp {
        var status = stat()
        try PublishError.check(path()) { fstat(number, &status) }
        return FileStamp(status)
    }

    /// The stamp of something inside this folder, itself and not what a symbolic link points to; nothing when absent.
    func stamp(of path: TreePath) throws -> FileStamp? { try FileStamp.of(path, in: number) }

    /// Writes everything, however many calls it takes.
    func write(_ bytes: UnsafeRawBufferPointer, naming path: @autoclosure () -> String) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(number, rest.baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw PublishError.system(errno, path())
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Hands the file over piece by piece. The piece is only valid during the call.
    func read(naming path: @autoclosure () -> String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
        try withUnsafeTemporaryAllocation(byteCount: 128 * 1024, alignment: 16) { buffer in
            while true {
                let count = Glibc.read(number, buffer.baseAddress, buffer.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw PublishError.system(errno, path())
                }
                if count == 0 { return }
                try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }

    func readAll(naming path: @autoclosure () -> String) throws -> [UInt8] {
        var bytes = [UInt8]()
        bytes.reserveCapacity(Int(try stamp(naming: path()).size))
        try read(naming: path()) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// At most that many bytes from the start.
    func start(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            used = Int(try PublishError.check("") { Int32(pread(number, buffer.baseAddress, count, 0)) })
        }
    }

    func hash(naming path: @autoclosure () -> String) throws -> SHA256Digest {
        var hash = SHA256()
        try read(naming: path()) { hash.update($0) }
        return hash.finalize()
    }

    /// Closes and says whether that went well: network file systems report failed writes only here.
    consuming func close(naming path: @autoclosure () -> String) throws {
        let number = number
        discard self
        // Linux frees the descriptor even when it answers EINTR; closing again could close somebody else's.
        if Glibc.close(number) != 0, errno != EINTR { throw PublishError.system(errno, path()) }
    }

    deinit { _ = Glibc.close(number) }
}
