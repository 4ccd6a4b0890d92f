import FoundationEssentials

/// The list of a published tree's files, `manifest.json` at its root: what is there, how long and with which SHA-256.
///
/// The bytes depend on the files alone: sorted by the bytes of their paths, no time, no machine. The manifest does
/// not list itself.
public struct Manifest: Sendable, Hashable {
    public struct File: Sendable, Hashable {
        /// Relative to the root, with `/`.
        public var path: String
        /// Bytes.
        public var size: Int
        /// 64 lower-case hexadecimal digits.
        public var sha256: String

        public init(path: String, size: Int, sha256: String) {
            self.path = path
            self.size = size
            self.sha256 = sha256
        }
    }

    public static let fileName = "manifest.json"
    static let path = TreePath(fileName)
    static let format = "tracuu-manifest"
    static let version = 1

    /// Sorted by the bytes of their paths.
    public private(set) var files: [File]

    public init(files: [File]) {
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The file's content: JSON, one line for each file, so that two releases can be compared line by line.
    public var encoded: [UInt8] {
        var lines = Lines(count: files.count)
        for file in files { lines.add(file.path.utf8, size: file.size) { $0.append(contentsOf: file.sha256.utf8) } }
        return lines.finished()
    }

    /// The content of the manifest of a release, without looking at the disk.
    static func encoded(_ files: FileTable) -> [UInt8] {
        var lines = Lines(count: files.count)
        for place in files.indices {
            files.paths.withTerminated(place) { path in
                lines.add(UnsafeRawBufferPointer(rebasing: path.dropLast()), size: Int(files.stamps[place].size)) {
                    files.hashes[place].appendHexadecimal(to: &$0)
                }
            }
        }
        return lines.finished()
    }

    private struct Lines {
        private var output = Manifest.opening
        private var isFirst = true

        init(count: Int) { output.reserveCapacity(count * 160 + 100) }

        mutating func add(_ path: some Collection<UInt8>, size: Int, appendHash: (inout [UInt8]) -> Void) {
            output.append(contentsOf: (isFirst ? "\n{\"path\":\"" : ",\n{\"path\":\"").utf8)
            isFirst = false
            // Control characters never get into a tree, so these two are all that JSON wants escaped.
            if path.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
                for byte in path {
                    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { output.append(UInt8(ascii: "\\")) }
                    output.append(byte)
                }
            } else {
                output.append(contentsOf: path)
            }
            output.append(contentsOf: "\",\"size\":".utf8)
            output.append(contentsOf: String(size).utf8)
            output.append(contentsOf: ",\"sha256\":\"".utf8)
            appendHash(&output)
            output.append(contentsOf: "\"}".utf8)
        }

        consuming func finished() -> [UInt8] {
            output.append(contentsOf: "\n]}\n".utf8)
            return output
        }
    }

    /// How every manifest of ours begins; enough to know a folder for one that we published.
    static let opening = Array("{\"format\":\"\(format)\",\"version\":\(version),\"files\":[".utf8)

    /// Reads a manifest.
    /// - Throws: `PublishError.unreadableManifest` for anything that is not a manifest of this version, or that names
    ///   a file outside its tree.
    public init(reading bytes: [UInt8], path: String = Manifest.fileName) throws {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(bytes)),
            stored.format == Manifest.format, stored.version == Manifest.version,
            stored.files.allSatisfy({ (try? PathLedger.check($0.path)) != nil }),
            Set(stored.files.map { TreePath($0.path) }).count == stored.files.count
        else { throw PublishError(.unreadableManifest, path: path) }
        self.init(files: stored.files.map { File(path: $0.path, size: $0.size, sha256: $0.sha256) })
    }

    private struct Stored: Decodable {
        struct Entry: Decodable {
            var path: String
            var size: Int
            var sha256: String
        }

        var format: String
        var version: Int
        var files: [Entry]
    }
}
