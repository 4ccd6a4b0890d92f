import Glibc

/// The last twenty versions of each record that saves have replaced, for undoing.
public struct VersionStore: Sendable {
    public static let most = 20

    /// An earlier version.
    public struct Version: Sendable, Equatable {
        /// Rises with each that is added.
        public var number: Int
        /// SHA-256 of its bytes, 64 hexadecimal digits.
        public var etag: String

        fileprivate var name: String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, 10 - digits.count)) + digits + "-" + etag
        }

        fileprivate init(number: Int, etag: String) {
            self.number = number
            self.etag = etag
        }

        fileprivate init?(name: String) {
            let parts = name.split(separator: "-")
            guard parts.count == 2, let number = Int(parts[0]), parts[1].utf8.count == 64 else { return nil }
            self.init(number: number, etag: String(parts[1]))
        }
    }

    private let state: StateFolder
    private let queues = RecordQueues()

    public init(_ state: StateFolder) { self.state = state }

    /// The oldest first.
    public func all(of path: RecordPath) throws(StoreFault) -> [Version] {
        try folder(path).names().compactMap(Version.init(name:)).sorted { $0.number < $1.number }
    }

    /// The bytes of a version; missing, too, where they are damaged, as a loss of power may leave them.
    public func bytes(of version: Version, _ path: RecordPath) throws(StoreFault) -> [UInt8] {
        let bytes = try folder(path).read(version.name, limit: .max).bytes
        guard RecordFileStore.etag(of: bytes) == version.etag else { throw StoreFault.missing }
        return bytes
    }

    /// The version to go back to from another: the one before it among those that are kept, else the newest. Nil where there
    /// is none.
    public func previous(of path: RecordPath, etag: String) throws(StoreFault) -> Version? {
        let all = try all(of: path)
        guard let index = all.firstIndex(where: { $0.etag == etag }) else { return all.last }
        return index > 0 ? all[index - 1] : nil
    }

    func holds(_ bytes: [UInt8], of path: RecordPath) throws(StoreFault) -> Bool {
        let etag = RecordFileStore.etag(of: bytes)
        return try all(of: path).contains { $0.etag == etag }
    }

    /// Keeps a version as the newest; one that was kept already takes that place anew. The oldest of more than twenty goes.
    ///
    /// - Parameter waits: False where the disk may take its time, since the record itself holds the bytes.
    public func add(_ bytes: [UInt8], to path: RecordPath, waits: Bool = true) throws(StoreFault) {
        try queues.alone(path) { () throws(StoreFault) in
            let folder = try folder(path)
            let all = folder.names().compactMap(Version.init(name:)).sorted { $0.number < $1.number }
            let etag = RecordFileStore.etag(of: bytes)
            if let last = all.last, last.etag == etag, (try? folder.read(last.name, limit: .max).bytes) == bytes {
                guard waits else { return }
                // It may have been added without waiting.
                try folder.sync(last.name)
                try folder.sync()
                return
            }
            let version = Version(number: (all.last?.number ?? 0) + 1, etag: etag)
            try folder.replaceOwn(version.name, with: bytes, waits: waits)
            let others = all.filter { $0.etag != etag }
            let superseded = all.filter { $0.etag == etag } + others.dropLast(Self.most - 1)
            for version in superseded { folder.remove(version.name) }
        }
    }

    private func folder(_ path: RecordPath) throws(StoreFault) -> OpenFolder {
        try state.folder("versions", StateFolder.name(for: path.description))
    }
}
