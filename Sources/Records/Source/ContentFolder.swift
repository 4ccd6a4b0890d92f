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

    public init(_ path: String) {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.path = trimmed
    }

    public var exists: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Every regular file below a subfolder, relative to the content folder, in byte order of the paths. Hidden files
    /// and editors' backups (`name~`), unless they are asked for, are left out.
    public func files(under subfolder: String, withBackups: Bool = false) throws -> [String] {
        var found: [String] = []
        try list(subfolder, withBackups: withBackups, into: &found)
        // Of ASCII alone, texts compare as their bytes do, and sooner.
        guard !found.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else { return found.sorted() }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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

    /// The bytes of a file; nil when there is no such file.
    public func read(_ relative: String) throws -> [UInt8]? { try readVersion(relative)?.bytes }

    /// The bytes of a file and which version of it they are; nil when there is no such file.
    public func readVersion(_ relative: String) throws -> (bytes: [UInt8], version: FileVersion)? {
        let descriptor = open("\(path)/\(relative)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw ContentReadError(path: relative, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw ContentReadError(path: relative, reason: String(cString: strerror(errno)))
        }
        var failure: Int32 = 0
        let size = Int(status.st_size)
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
        guard failure == 0 else { throw ContentReadError(path: relative, reason: String(cString: strerror(failure))) }
        // Noted before reading: a write in between shows as another version at the next look.
        return (bytes, FileVersion(status))
    }

    /// An entry's name, read in place: an entry is only as long as its name, so copying the whole `dirent` would read
    /// past the end of the folder's buffer.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return "" }
        let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return String(cString: start)
    }

    private func list(_ relative: String, withBackups: Bool, into found: inout [String]) throws {
        let full = relative.isEmpty ? path : "\(path)/\(relative)"
        guard let directory = opendir(full) else {
            if errno == ENOENT { return }
            throw ContentReadError(path: relative, reason: String(cString: strerror(errno)))
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = Self.name(of: entry)
            if name.hasPrefix(".") || !withBackups && name.hasSuffix("~") { continue }
            let child = relative.isEmpty ? name : "\(relative)/\(name)"
            var type = Int32(entry.pointee.d_type)
            if type == DT_UNKNOWN || type == DT_LNK {
                var status = stat()
                // A broken link is kept, so that whoever reads it can say so.
                guard stat("\(path)/\(child)", &status) == 0 else {
                    found.append(child)
                    continue
                }
                type = status.st_mode & S_IFMT == S_IFDIR ? Int32(DT_DIR) : Int32(DT_REG)
            }
            if type == DT_DIR {
                try list(child, withBackups: withBackups, into: &found)
            } else if type == DT_REG {
                found.append(child)
            }
        }
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
