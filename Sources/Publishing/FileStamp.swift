import Glibc

/// What tells, without reading it, that a file is still the one we left: any write or replacement changes one of these.
///
/// The time of the last status change is left out on purpose: giving a file a second name (a hard link) changes it.
struct FileStamp: Hashable, Sendable {
    var inode: UInt64
    /// Bytes.
    var size: Int64
    /// Nanoseconds since 1970.
    var modified: Int64
    /// Type and permissions. Compared with what was found after writing, not with 0644, because some file systems
    /// (FAT, Windows shares) give every file the same fixed permissions.
    var mode: UInt32

    init(inode: UInt64, size: Int64, modified: Int64, mode: UInt32) {
        self.inode = inode
        self.size = size
        self.modified = modified
        self.mode = mode
    }

    init(_ status: stat) {
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        mode = UInt32(status.st_mode)
    }

    /// Of something inside an open folder, itself and not what a symbolic link points to; nothing when absent.
    static func of(_ path: TreePath, in folder: Int32) throws -> FileStamp? {
        try path.withCString { try of($0, in: folder) { path.string } }
    }

    static func of(
        _ path: UnsafePointer<CChar>, in folder: Int32, naming shown: () -> String
    ) throws -> FileStamp? {
        var status = stat()
        if fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStamp(status) }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw PublishError.system(errno, shown())
    }

    var isRegularFile: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
    var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
    var permissions: UInt32 { mode & 0o7777 }
}
