import Diagnostics
import Parallel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The folder that editors write: lists and reads files by POSIX calls, which are several times quicker here than
/// Foundation's.
public struct ContentFolder: Sendable {
    /// Path of the folder, without a trailing slash.
    public let path: String
    /// Whether symbolic links may lead out of the folder.
    public let followsLinks: Bool

    public init(_ path: String, followsLinks: Bool = false) {
        self.followsLinks = followsLinks
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.path = trimmed
    }

    public var exists: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// What a folder lists: files that can be read, and names that cannot, each in byte order of the paths.
    public struct Listing: Sendable {
        public var files: [String]
        public var refused: [RefusedEntry]
    }

    /// Everything below a subfolder, relative to the content folder. Hidden files and editors' backups (`name~`), unless they
    /// are asked for, are left out.
    public func listing(under subfolder: String, withBackups: Bool = false) throws -> Listing {
        var walk = FolderWalk(root: path, followsLinks: followsLinks, withBackups: withBackups)
        try walk.list(subfolder)
        let refused = walk.refused.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return Listing(files: Self.inOrder(walk.files), refused: refused)
    }

    /// Every regular file below a subfolder, as `listing` has them.
    public func files(under subfolder: String, withBackups: Bool = false) throws -> [String] {
        try listing(under: subfolder, withBackups: withBackups).files
    }

    private static func inOrder(_ files: [String]) -> [String] {
        // Of ASCII alone, texts compare as their bytes do, and sooner.
        guard !files.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else { return files.sorted() }
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The version of a file that stands there now; nil when there is no such file.
    public func version(of relative: String) -> FileVersion? {
        var status = stat()
        return stat("\(path)/\(relative)", &status) == 0 ? FileVersion(status) : nil
    }

    /// The versions of files that stand there now; nil for those that do not.
    public func versions(of files: [String]) throws -> [FileVersion?] {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw ContentReadError(path: "", reason: String(cString: strerror(errno))) }
        defer { close(folder) }
        return ParallelMap.ask(files.count) { place in
            var status = stat()
            return fstatat(folder, files[place], &status, 0) == 0 ? FileVersion(status) : nil
        }
    }

    /// What came of reading a file.
    public enum Reading: Sendable {
        /// The bytes, and which version of the file they are.
        case file([UInt8], FileVersion)
        case missing
        case refused(RefusedEntry)
    }

    /// The bytes of a file; nil when there is no such file, or none that may be read.
    public func read(_ relative: String, limit: Int = Limits.textFileBytes) throws -> [UInt8]? {
        guard case .file(let bytes, _) = try reading(relative, limit: limit) else { return nil }
        return bytes
    }

    /// The bytes of a file that was listed and which version of it they are; nil when it is gone.
    public func readVersion(
        _ relative: String, limit: Int = Limits.textFileBytes
    ) throws -> (bytes: [UInt8], version: FileVersion)? {
        guard case .file(let bytes, let version) = try readingListed(relative, limit: limit) else { return nil }
        return (bytes, version)
    }

    /// Reads a file that was listed: where its links lead is known.
    public func readingListed(_ relative: String, limit: Int = Limits.textFileBytes) throws -> Reading {
        try opened(relative, limit)
    }

    /// Reads a file that a text or the builder names, whatever stands there.
    public func reading(_ relative: String, limit: Int = Limits.textFileBytes) throws -> Reading {
        var status = stat()
        // What lies outside is not even opened.
        guard isInside(relative) || stat("\(path)/\(relative)", &status) != 0 else {
            return .refused(RefusedEntry(path: relative, reason: .leadsOutside))
        }
        return try opened(relative, limit)
    }

    /// The first kilobytes of an attachment that was listed.
    public func readingStart(_ relative: String) throws -> Reading {
        try opened(relative, Limits.attachmentBytes, atMost: 4096)
    }

    /// Whether a file, its links followed, lies in the folder, or may lie elsewhere.
    public func isInside(_ relative: String) -> Bool {
        followsLinks || FolderWalk.isInside("\(path)/\(relative)", root: path)
    }

    private func opened(_ relative: String, _ limit: Int, atMost count: Int = .max) throws -> Reading {
        guard !relative.utf8.contains(0) else { return .missing }
        // Neither waits for the other end of a pipe.
        let descriptor = open("\(path)/\(relative)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR, ENAMETOOLONG: return .missing
            case ELOOP: return .refused(RefusedEntry(path: relative, reason: .loop))
            // What opening a socket, or a device without a driver, says.
            case ENXIO, ENODEV: return .refused(RefusedEntry(path: relative, reason: .notAFile))
            default: throw ContentReadError(path: relative, reason: String(cString: strerror(errno)))
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw ContentReadError(path: relative, reason: String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .refused(RefusedEntry(path: relative, reason: .notAFile))
        }
        guard status.st_size <= off_t(limit) else {
            return .refused(RefusedEntry(path: relative, reason: .tooLarge(limit: limit)))
        }
        let bytes = try Self.bytes(of: descriptor, size: min(count, Int(status.st_size)), naming: relative)
        // Noted before reading: a write in between shows as another version at the next look.
        return .file(bytes, FileVersion(status))
    }

    private static func bytes(of descriptor: Int32, size: Int, naming path: String) throws -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if got > 0 {
                    count += got
                } else if got < 0, errno == EINTR {
                    continue
                } else {
                    if got < 0 { failure = errno }
                    break
                }
            }
        }
        guard failure == 0 else { throw ContentReadError(path: path, reason: String(cString: strerror(failure))) }
        return bytes
    }
}

/// A file or folder of the content could not be read: the machine's fault, not the editor's.
public struct ContentReadError: Error, CustomStringConvertible {
    public var path: String
    public var reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }
}
