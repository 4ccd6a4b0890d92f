import Glibc
import Synchronization

/// What publications leave beside the spare tree for later ones. It only saves time: failing to leave it does no harm, and it
/// may be deleted.
extension Publisher {
    /// A file that an earlier publication left; nil when there is none.
    public func kept(_ name: String) -> [UInt8]? {
        guard let path = keptPath(name) else { return nil }
        guard let file = try? Descriptor.open(path, O_RDONLY | O_NOFOLLOW) else { return nil }
        return try? file.readAll(naming: path)
    }

    /// Leaves a file, wholly or not at all.
    public func keep(_ bytes: [UInt8], as name: String) {
        guard let path = keptPath(name) else { return }
        let temporary = path + ".new"
        do {
            let file = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
            try PublishError.check(temporary) { fchmod(file.number, 0o600) }
            try bytes.withUnsafeBytes { try file.write($0, naming: temporary) }
            try file.close(naming: temporary)
            try PublishError.check(path) { rename(temporary, path) }
        } catch {
            unlink(temporary)
        }
    }

    /// Removes kept files whose names begin so, but for one.
    public func removeKept(_ prefix: String, but kept: String?) {
        guard let path = keptPath(""), let folder = opendir(path) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(prefix), name != kept { unlink(path + name) }
        }
    }

    /// Opens a pack; a new one when told so. Nil when that fails.
    public func pack(_ name: String, isNew: Bool) -> KeptPack? {
        guard let path = keptPath(name) else { return nil }
        let flags = O_RDWR | O_NOFOLLOW | (isNew ? O_CREAT | O_EXCL : 0)
        guard let file = try? Descriptor.open(path, flags), fchmod(file.number, 0o600) == 0,
            let size = try? file.stamp(naming: name).size
        else { return nil }
        return KeptPack(file, size: Int(size))
    }

    private func keptPath(_ name: String) -> String? {
        guard let location = try? OutputLocation(output: output) else { return nil }
        return keptFiles.map { $0.path(for: location, name) } ?? location.kept(name)
    }
}

/// A file that pieces are appended to, each found again by its place. Its readers prove each piece by a checksum of their own.
public final class KeptPack: Sendable {
    private struct Tail {
        /// Of what is in the file.
        var size: Int
        /// What stands behind it, not written yet.
        var pending: [UInt8] = []
        var hasFailed = false
    }

    private static let batch = 1 << 20
    private let file: Descriptor
    private let tail: Mutex<Tail>

    init(_ file: consuming Descriptor, size: Int) {
        self.file = file
        tail = Mutex(Tail(size: size))
    }

    /// Bytes in the pack.
    public var size: Int { tail.withLock { $0.size + $0.pending.count } }

    /// Appends a piece. May be called from many tasks.
    /// - Returns: where it begins.
    public func append(_ bytes: [UInt8]) -> Int {
        tail.withLock { tail in
            let start = tail.size + tail.pending.count
            tail.pending += bytes
            if tail.pending.count >= Self.batch { flush(&tail) }
            return start
        }
    }

    /// Writes all that was appended; false when any of it could not be.
    public func finish() -> Bool {
        tail.withLock { tail in
            flush(&tail)
            return !tail.hasFailed
        }
    }

    private func flush(_ tail: inout Tail) {
        var written = 0
        tail.pending.withUnsafeBytes { bytes in
            while written < bytes.count, !tail.hasFailed {
                let count = pwrite(
                    file.number, bytes.baseAddress?.advanced(by: written), bytes.count - written,
                    off_t(tail.size + written))
                if count > 0 { written += count } else if count == 0 || errno != EINTR { tail.hasFailed = true }
            }
        }
        tail.size += tail.pending.count
        tail.pending.removeAll(keepingCapacity: true)
    }

    /// A piece; nil when the pack does not reach so far.
    public func read(_ start: Int, count: Int) -> [UInt8]? {
        guard start >= 0, count >= 0, count <= size else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            while used < count {
                let got = pread(
                    file.number, buffer.baseAddress?.advanced(by: used), count - used, off_t(start + used))
                if got > 0 { used += got } else if got == 0 || errno != EINTR { break }
            }
        }
        return bytes.count == count ? bytes : nil
    }
}
