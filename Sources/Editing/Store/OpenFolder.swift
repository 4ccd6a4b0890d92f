import CLinux
import Diagnostics
import Glibc

/// An open folder in which files are read and replaced whole. Closed when it goes out of use.
struct OpenFolder: ~Copyable {
    let descriptor: Int32

    /// Opens a folder by its own path.
    init(_ path: String) throws(StoreFault) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFault.last() }
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Opens a folder below this one; nothing on the way may be a link.
    func folder(_ path: String) throws(StoreFault) -> OpenFolder {
        let opened = tracuu_open_beneath(descriptor, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if opened >= 0 { return OpenFolder(descriptor: opened) }
        // An older kernel, or one that may not be asked: name by name, links refused at each.
        guard errno == ENOSYS || errno == EPERM else { throw StoreFault.last() }
        var current = dup(descriptor)
        for name in path.split(separator: "/") {
            let next = openat(current, String(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let fault = StoreFault.last()
            close(current)
            guard next >= 0 else { throw fault }
            current = next
        }
        return OpenFolder(descriptor: current)
    }

    /// Makes a folder in this one unless it is there.
    func make(_ name: String, mode: mode_t) throws(StoreFault) {
        if mkdirat(descriptor, name, mode) != 0, errno != EEXIST { throw StoreFault.last() }
    }

    /// Brings the names in this folder to the disk.
    func sync() throws(StoreFault) {
        if fsync(descriptor) != 0, errno != EINVAL { throw StoreFault.last() }
    }

    // MARK: Files

    /// The bytes and the mode of a file.
    func read(_ name: String, limit: Int = Limits.textFileBytes) throws(StoreFault) -> (bytes: [UInt8], mode: mode_t) {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw StoreFault.last() }
        defer { close(file) }
        return try Self.read(file, limit: limit)
    }

    private static func read(_ file: Int32, limit: Int) throws(StoreFault) -> (bytes: [UInt8], mode: mode_t) {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw StoreFault.last() }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= off_t(limit) else { throw StoreFault.refused }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: max(4_096, Int(status.st_size) + 1))
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
                guard bytes.count <= limit else { throw StoreFault.refused }
            } else if count == 0 {
                return (bytes, status.st_mode & 0o7777)
            } else if errno != EINTR {
                throw StoreFault.last()
            }
        }
    }

    /// The bytes of a file; nil where another program is writing it.
    ///
    /// - Parameter patience: How often it is looked, every five milliseconds.
    func readUnlessWritten(_ name: String, patience: Int) throws(StoreFault) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw StoreFault.last() }
        defer { close(file) }
        for _ in 0..<patience where tracuu_is_being_written(file) != 0 { usleep(5_000) }
        guard tracuu_is_being_written(file) == 0 else { return nil }
        return try Self.read(file, limit: .max).bytes
    }

    /// Writes a new file and brings it to the disk; leaves nothing where that fails.
    ///
    /// - Parameters:
    ///   - exactMode: The mode that it gets whatever the process's mask; nil for that of new files.
    ///   - waits: False where the disk may take its time.
    func write(_ bytes: [UInt8], to name: String, exactMode: mode_t?, waits: Bool = true) throws(StoreFault) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = openat(descriptor, name, flags, exactMode == nil ? 0o666 : 0o600)
        guard file >= 0 else { throw StoreFault.last() }
        var number: Int32 = Self.write(bytes, to: file)
        if number == 0, let exactMode, fchmod(file, exactMode) != 0 { number = errno }
        if number == 0, waits, fsync(file) != 0 { number = errno }
        if close(file) != 0, number == 0, errno != EINTR { number = errno }
        guard number == 0 else {
            unlinkat(descriptor, name, 0)
            throw StoreFault.of(number)
        }
    }

    /// The error's number; 0 where all went well.
    private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count > 0 {
                    written += count
                } else if count == 0 || errno != EINTR {
                    return count == 0 ? EIO : errno
                }
            }
            return 0
        }
    }

    /// Brings a file that was written without waiting to the disk.
    func sync(_ name: String) throws(StoreFault) {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw StoreFault.last() }
        defer { close(file) }
        if fsync(file) != 0, errno != EINVAL { throw StoreFault.last() }
    }

    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    /// The names in this folder.
    func names() -> [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let directory = fdopendir(copy) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory), let offset = MemoryLayout<dirent>.offset(of: \.d_name) {
            let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            let name = String(cString: start)
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Lets two names change places. False where the file system cannot.
    func exchange(_ a: String, _ b: String) throws(StoreFault) -> Bool {
        if renameat2(descriptor, a, descriptor, b, UInt32(TRACUU_RENAME_EXCHANGE)) == 0 { return true }
        if errno == EINVAL || errno == ENOSYS || errno == ENOTSUP { return false }
        throw StoreFault.last()
    }

    /// Renames a file, over another where there is one.
    func rename(_ name: String, to other: String) throws(StoreFault) {
        if renameat(descriptor, name, descriptor, other) != 0 { throw StoreFault.last() }
    }

    /// Renames a file where the other name is free.
    func renameWithoutReplacing(_ name: String, to other: String) throws(StoreFault) {
        if renameat2(descriptor, name, descriptor, other, UInt32(TRACUU_RENAME_NOREPLACE)) == 0 { return }
        guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { throw StoreFault.last() }
        // A second name is not given where one is taken, either.
        if linkat(descriptor, name, descriptor, other, 0) != 0 { throw StoreFault.last() }
        remove(name)
    }
}
