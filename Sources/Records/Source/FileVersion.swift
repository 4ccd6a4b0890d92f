#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What tells, without reading it, that a file of the content is still the one that was read: any write, replacement or
/// renaming changes one of these. The rule is git's for its index ("racy git"): a file changed so shortly before it was
/// read that its time could stay the same at the next write is never trusted.
public struct FileVersion: Sendable, Hashable {
    var device: UInt64
    var inode: UInt64
    /// Bytes.
    var size: Int64
    /// Nanoseconds since 1970, of the content and of the entry.
    var modified: Int64
    var changed: Int64
    /// When the file was looked at, in nanoseconds since 1970.
    var seen: Int64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        seen = Self.nanoseconds(now)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// The version without when it was seen, to be kept and compared: device, inode, size, and both times.
    public struct Identity: Sendable, Hashable, BitwiseCopyable {
        var device: UInt64
        var inode: UInt64
        var size: Int64
        var modified: Int64
        var changed: Int64
    }

    public var identity: Identity {
        Identity(device: device, inode: inode, size: size, modified: modified, changed: changed)
    }

    /// Whether a look at the file now shows the version that was read then.
    func isStill(_ now: FileVersion) -> Bool {
        device == now.device && inode == now.inode && size == now.size && modified == now.modified
            && changed == now.changed && isSettled
    }

    /// Whether a later write would show. File times advance in steps of up to 10 ms, on file systems without fractions of a second in steps of 2 s.
    public var isSettled: Bool {
        let latest = max(modified, changed)
        return latest < seen - (latest % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000)
    }
}
