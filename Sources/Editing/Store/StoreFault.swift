import Glibc

/// Why a file was not read or written. After any of them the file is as somebody wrote it, whole.
public enum StoreFault: Error, Sendable, Equatable {
    case missing
    /// A new file's name is taken.
    case exists
    /// Another version stands there than the one that the change was made on.
    case changed(theirs: [UInt8], etag: String)
    /// Another program is writing the file.
    case inUse
    /// The disk is full, or so is the writer's share of it.
    case full
    /// A symbolic link, a folder or something else that is no file of one's own; or a file that is too large.
    case refused
    case system(String)

    /// What the last system call failed with.
    static func last() -> StoreFault { of(errno) }

    static func of(_ number: Int32) -> StoreFault {
        switch number {
        case ENOENT, ENOTDIR: .missing
        case EEXIST: .exists
        case ENOSPC, EDQUOT: .full
        case ELOOP, EXDEV, EISDIR, ENXIO, ENAMETOOLONG: .refused
        default: .system(String(cString: strerror(number)))
        }
    }
}
