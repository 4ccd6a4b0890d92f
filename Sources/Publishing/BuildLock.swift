import Glibc
import Synchronization

/// Keeps two builds from writing one output. The kernel drops the lock when the process ends, however it ends.
final class BuildLock: Sendable {
    private let number: Mutex<Int32>

    /// - Throws: `PublishError.locked` with the process that holds it.
    init(_ location: OutputLocation) throws {
        let path = location.lock
        let number = try PublishError.check(path) { open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600) }
        if flock(number, LOCK_EX | LOCK_NB) != 0 {
            let failure = errno
            let holder = Self.holder(number)
            close(number)
            if failure == EWOULDBLOCK { throw PublishError(.locked, path: location.site, holder: holder) }
            throw PublishError.system(failure, path)
        }
        // The number is for people only, so a failure to note it does no harm.
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(number, 0)
        _ = text.withUnsafeBytes { pwrite(number, $0.baseAddress, $0.count, 0) }
        self.number = Mutex(number)
    }

    func release() {
        number.withLock { number in
            if number >= 0 { close(number) }
            number = -1
        }
    }

    private static func holder(_ number: Int32) -> Int32? {
        var text = [UInt8](repeating: 0, count: 16)
        let count = text.withUnsafeMutableBytes { pread(number, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        return Int32(String(decoding: text[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    deinit { release() }
}
