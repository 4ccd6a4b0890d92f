import Glibc
import Hashing

extension TreeState {
    private static let header = Array("tracuu-state 2\n".utf8)

    /// Header and SHA-256 of the rest; root, time, counts; then one column after the other as this machine holds it in
    /// memory: the state never leaves it.
    var encoded: [UInt8] {
        var output = Self.header
        output.reserveCapacity(files.count * 80 + files.paths.bytes.count + folders.count * 64 + 200)
        output.append(contentsOf: repeatElement(0, count: SHA256Digest.byteCount))
        func append<Value: BitwiseCopyable>(_ column: [Value]) {
            column.withUnsafeBytes { output.append(contentsOf: $0) }
        }
        append([root.inode, UInt64(bitPattern: root.modified), UInt64(bitPattern: recorded)])
        append([folders.count, folderPaths.bytes.count, files.count, files.paths.bytes.count].map(UInt64.init))
        append(folders.map(\.inode))
        append(folders.map(\.modified))
        append(files.stamps.map(\.inode))
        append(files.stamps.map(\.size))
        append(files.stamps.map(\.modified))
        append(files.stamps.map(\.mode))
        append(files.hashes)
        append(folderPaths.ends)
        append(files.paths.ends)
        append(folderPaths.bytes)
        append(files.paths.bytes)
        let place = Self.header.count..<(Self.header.count + SHA256Digest.byteCount)
        Self.checksum(of: output).withBytes { output.replaceSubrange(place, with: $0) }
        return output
    }

    private static func checksum(of bytes: [UInt8]) -> SHA256Digest {
        bytes.withUnsafeBytes {
            var hash = SHA256()
            hash.update(UnsafeRawBufferPointer(rebasing: $0[(header.count + SHA256Digest.byteCount)...]))
            return hash.finalize()
        }
    }

    /// Nothing when the bytes are not a whole state of that tree.
    init?(_ bytes: [UInt8], root: UInt64) {
        let start = Self.header.count + SHA256Digest.byteCount
        guard bytes.count > start, bytes.starts(with: Self.header),
            SHA256Digest(stored: bytes[Self.header.count..<start]) == Self.checksum(of: bytes)
        else { return nil }
        var reader = ColumnReader(bytes: bytes, position: start)
        guard let head = reader.column(UInt64.self, 7), head[0] == root,
            let folderCount = Int(exactly: head[3]), let folderBytes = Int(exactly: head[4]),
            let fileCount = Int(exactly: head[5]), let fileBytes = Int(exactly: head[6]),
            let folderInodes = reader.column(UInt64.self, folderCount),
            let folderTimes = reader.column(Int64.self, folderCount),
            let inodes = reader.column(UInt64.self, fileCount), let sizes = reader.column(Int64.self, fileCount),
            let times = reader.column(Int64.self, fileCount), let modes = reader.column(UInt32.self, fileCount),
            let hashes = reader.column(SHA256Digest.self, fileCount),
            let folderEnds = reader.column(UInt32.self, folderCount),
            let fileEnds = reader.column(UInt32.self, fileCount),
            let folderNames = reader.column(UInt8.self, folderBytes),
            let fileNames = reader.column(UInt8.self, fileBytes), reader.isAtEnd,
            let folderPaths = PathTable(bytes: folderNames, ends: folderEnds),
            let filePaths = PathTable(bytes: fileNames, ends: fileEnds)
        else { return nil }
        let stamps = (0..<fileCount).map {
            FileStamp(inode: inodes[$0], size: sizes[$0], modified: times[$0], mode: modes[$0])
        }
        self.init(
            root: Folder(inode: root, modified: Int64(bitPattern: head[1])), recorded: Int64(bitPattern: head[2]),
            files: FileTable(paths: filePaths, stamps: stamps, hashes: hashes), folderPaths: folderPaths,
            folders: (0..<folderCount).map { Folder(inode: folderInodes[$0], modified: folderTimes[$0]) })
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
        let path = location.state(ofRoot: root.inode)
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

private struct ColumnReader {
    let bytes: [UInt8]
    var position: Int

    var isAtEnd: Bool { position == bytes.count }

    mutating func column<Value: BitwiseCopyable>(_ type: Value.Type, _ count: Int) -> [Value]? {
        let (size, isTooLarge) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
        guard !isTooLarge, count >= 0, size <= bytes.count - position else { return nil }
        defer { position += size }
        return bytes.withUnsafeBytes { raw in
            [Value](unsafeUninitializedCapacity: count) { buffer, used in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: raw[position..<(position + size)]))
                used = count
            }
        }
    }
}
