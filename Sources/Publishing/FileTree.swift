import Glibc

/// What a folder holds, all the way down. Symbolic links are seen, never followed.
enum FileTree {
    struct Entry {
        enum Kind { case file, folder, other }

        var path: TreePath
        var kind: Kind
        /// From the folder's own listing, so it costs nothing.
        var inode: UInt64
        /// Of files, when asked for; nothing for any other kind.
        var stamp: FileStamp?
    }

    /// Everything below the folder, each folder before what is in it, otherwise in the file system's order.
    static func entries(
        of root: borrowing Descriptor, below folder: TreePath = .root, stamps: Bool
    ) throws -> [Entry] {
        var walk = Walk(stamps: stamps, goesDown: true, below: folder)
        try walk.list(root.number, folder)
        return walk.entries
    }

    /// What is in one folder, not what is in its folders. No stamps.
    static func names(in folder: TreePath, of root: borrowing Descriptor) throws -> [Entry] {
        var walk = Walk(stamps: false, goesDown: false, below: folder)
        try walk.list(root.number, folder)
        return walk.entries
    }

    /// Looks at the first names only: the folder may be somebody's home.
    static func isEmpty(_ folder: String) throws -> Bool {
        guard let stream = opendir(folder) else { throw PublishError.system(errno, folder) }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = Walk.name(of: entry)
            if !Walk.isSelfOrParent(name) { return false }
        }
        return true
    }

    /// Removes what is below the folder, not the folder itself.
    static func removeContents(of root: borrowing Descriptor) throws {
        for entry in try entries(of: root, stamps: false).reversed() {
            try remove(entry.path, from: root, isFolder: entry.kind == .folder)
        }
    }

    /// Removes a file; where a folder stands instead, that is left.
    static func removeFile(_ path: TreePath, from root: borrowing Descriptor) throws {
        let result = path.withCString { unlinkat(root.number, $0, 0) }
        if result != 0, ![ENOENT, ENOTDIR, EISDIR].contains(errno) { throw PublishError.system(errno, path.string) }
    }

    /// Removes one name; a name that is already gone, its folder with it perhaps, is what was
    /// wanted.
    static func remove(_ path: TreePath, from root: borrowing Descriptor, isFolder: Bool) throws {
        let result = path.withCString { unlinkat(root.number, $0, isFolder ? AT_REMOVEDIR : 0) }
        if result != 0, errno != ENOENT, errno != ENOTDIR { throw PublishError.system(errno, path.string) }
    }
}

private struct Walk {
    let stamps: Bool
    /// Whether folders in the folder are listed too.
    let goesDown: Bool
    var entries: [FileTree.Entry] = []
    /// The path of the folder being listed, with a closing slash except at the root.
    private var prefix: [UInt8]

    init(stamps: Bool, goesDown: Bool, below folder: TreePath) {
        self.stamps = stamps
        self.goesDown = goesDown
        prefix = folder == .root ? [] : folder.bytes + [UInt8(ascii: "/")]
    }

    /// Lists one folder by its name relative to `parent`, then the folders in it.
    mutating func list(_ parent: Int32, _ name: TreePath) throws {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let number = try PublishError.check(shown) { name.withCString { openat(parent, $0, flags) } }
        guard let stream = fdopendir(number) else {
            let failure = errno
            close(number)
            throw PublishError.system(failure, shown)
        }
        defer { closedir(stream) }
        var folders: [(name: TreePath, entry: FileTree.Entry)] = []
        while true {
            errno = 0
            guard let next = readdir(stream) else {
                if errno != 0 { throw PublishError.system(errno, shown) }
                break
            }
            let name = Self.name(of: next)
            if Self.isSelfOrParent(name) { continue }
            // Field by field: an entry is only as long as its name, and a copy of the whole would read past its end.
            guard let entry = try entry(name, next.pointee.d_type, next.pointee.d_ino, in: number) else { continue }
            if entry.kind == .folder { folders.append((name, entry)) } else { entries.append(entry) }
        }
        let length = prefix.count
        for folder in folders {
            entries.append(folder.entry)
            guard goesDown else { continue }
            prefix.append(contentsOf: folder.name.bytes)
            prefix.append(UInt8(ascii: "/"))
            try list(number, folder.name)
            prefix.removeLast(prefix.count - length)
        }
    }

    /// Nothing when the name vanished while we looked.
    private func entry(_ name: TreePath, _ listed: UInt8, _ inode: ino_t, in folder: Int32) throws -> FileTree.Entry? {
        let path = prefix.isEmpty ? name : TreePath(bytes: prefix + name.bytes)
        var type = Int(listed)
        var stamp: FileStamp?
        // Some file systems do not tell the type in the listing.
        if type == Int(DT_UNKNOWN) || (stamps && type == Int(DT_REG)) {
            var status = stat()
            if name.withCString({ fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }) != 0 {
                if errno == ENOENT { return nil }
                throw PublishError.system(errno, path.string)
            }
            let read = FileStamp(status)
            type = Int(read.isFolder ? DT_DIR : read.isRegularFile ? DT_REG : DT_LNK)
            stamp = read
        }
        let kind: FileTree.Entry.Kind = type == Int(DT_DIR) ? .folder : type == Int(DT_REG) ? .file : .other
        return FileTree.Entry(
            path: path, kind: kind, inode: UInt64(inode), stamp: kind == .file ? stamp : nil)
    }

    private var shown: String { prefix.isEmpty ? "." : String(decoding: prefix.dropLast(), as: UTF8.self) }

    static func isSelfOrParent(_ name: TreePath) -> Bool {
        name.bytes.elementsEqual(".".utf8) || name.bytes.elementsEqual("..".utf8)
    }

    static func name(of entry: UnsafeMutablePointer<dirent>) -> TreePath {
        withUnsafeBytes(of: &entry.pointee.d_name) { raw in
            TreePath(bytes: raw[..<(raw.firstIndex(of: 0) ?? raw.endIndex)])
        }
    }
}
