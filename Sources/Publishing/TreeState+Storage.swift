import Glibc

extension TreeState {
    private static let header = Array("tracuu-state 1\n".utf8)

    /// Header; root, time and the counts of folders and files as 64-bit words; for each folder its path, inode and
    /// time; for each file its path, stamp and hash; at the end the SHA-256 of all that. Numbers are little-endian,
    /// a path stands after its length.
    var encoded: [UInt8] {
        var output = Self.header
        output.reserveCapacity(files.count * 120 + 100)
        func append(_ number: some FixedWidthInteger) {
            withUnsafeBytes(of: number.littleEndian) { output.append(contentsOf: $0) }
        }
        append(root)
        append(recorded)
        append(UInt64(folders.count))
        append(UInt64(files.count))
        func append(path: TreePath) {
            append(UInt16(truncatingIfNeeded: path.bytes.count))
            output.append(contentsOf: path.bytes)
        }
        for folder in folders {
            append(path: folder.path)
            append(folder.inode)
            append(folder.modified)
        }
        for (path, file) in files {
            append(path: path)
            append(file.stamp.inode)
            append(file.stamp.size)
            append(file.stamp.modified)
            append(file.stamp.mode)
            (file.hash ?? ContentHash([])).withBytes { output.append(contentsOf: $0) }
        }
        ContentHash(output).withBytes { output.append(contentsOf: $0) }
        return output
    }

    /// Nothing when the bytes are not a whole state of that tree.
    init?(_ bytes: [UInt8], root: UInt64) {
        let end = bytes.count - ContentHash.byteCount
        guard end > Self.header.count, bytes.starts(with: Self.header),
            ContentHash(stored: bytes[end...]) == ContentHash(Array(bytes[..<end]))
        else { return nil }
        var reader = ByteReader(bytes: bytes, position: Self.header.count, end: end)
        guard reader.number(UInt64.self) == root, let recorded = reader.number(Int64.self),
            let folderCount = reader.number(UInt64.self), let fileCount = reader.number(UInt64.self),
            folderCount <= UInt64(bytes.count), fileCount <= UInt64(bytes.count)
        else { return nil }
        self.init(root: root, recorded: recorded, files: [:], folders: [])
        folders.reserveCapacity(Int(folderCount))
        for _ in 0..<folderCount {
            guard let path = reader.path(), let inode = reader.number(UInt64.self),
                let modified = reader.number(Int64.self)
            else { return nil }
            folders.append(TrackedFolder(path: path, inode: inode, modified: modified))
        }
        files.reserveCapacity(Int(fileCount))
        for _ in 0..<fileCount {
            guard let path = reader.path(), let inode = reader.number(UInt64.self),
                let size = reader.number(Int64.self), let modified = reader.number(Int64.self),
                let mode = reader.number(UInt32.self), let stored = reader.bytes(ContentHash.byteCount),
                let hash = ContentHash(stored: stored)
            else { return nil }
            let stamp = FileStamp(inode: inode, size: size, modified: modified, mode: mode)
            files[path] = TrackedFile(stamp: stamp, hash: hash)
        }
    }

    static func load(_ location: OutputLocation, root: UInt64) -> TreeState? {
        let path = location.state(ofRoot: root)
        guard let file = try? Descriptor.open(path, O_RDONLY | O_NOFOLLOW),
            let bytes = try? file.readAll(naming: path)
        else { return nil }
        return TreeState(bytes, root: root)
    }

    /// Written beside and renamed, so that a kill leaves the old state or the new.
    func save(_ location: OutputLocation) throws {
        let path = location.state(ofRoot: root)
        let temporary = path + ".new"
        let file = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
        do {
            try encoded.withUnsafeBytes { try file.write($0, naming: temporary) }
            try file.close(naming: temporary)
            try PublishError.check(path) { rename(temporary, path) }
        } catch {
            // Half a state helps nobody, least of all on a full disk.
            unlink(temporary)
            throw error
        }
    }

    /// Removes the states of trees that are gone. They harm nobody, so failures do not matter.
    static func removeOthers(_ location: OutputLocation, keeping roots: [UInt64]) {
        guard let folder = opendir(location.container) else { return }
        defer { closedir(folder) }
        let kept = Set(roots.map { "\($0)\(OutputLocation.stateSuffix)" })
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            let suffix = OutputLocation.stateSuffix
            let isState = name.hasSuffix(suffix) || name.hasSuffix(suffix + ".new")
            if isState, !kept.contains(name) { unlink("\(location.container)/\(name)") }
        }
    }

    /// Marks a tree as unknown, before it is touched.
    static func forget(_ location: OutputLocation, root: UInt64) throws {
        let path = location.state(ofRoot: root)
        if unlink(path) != 0, errno != ENOENT { throw PublishError.system(errno, path) }
    }
}

private struct ByteReader {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= end - position else { return nil }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    mutating func path() -> TreePath? {
        guard let length = number(UInt16.self), let path = bytes(Int(length)) else { return nil }
        return TreePath(bytes: path)
    }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        let size = MemoryLayout<Number>.size
        guard size <= end - position else { return nil }
        defer { position += size }
        return bytes.withUnsafeBytes {
            Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
        }
    }
}
