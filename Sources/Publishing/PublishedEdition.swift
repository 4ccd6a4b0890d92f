import Glibc

/// Which edition the private folder beside an output belongs to. What another edition left there, the spare tree and the files
/// of its builds, is taken away: it may hold what this one withholds.
public struct PublishedEdition: Sendable {
    private let publisher: Publisher
    private let edition: String
    /// Whether the folder was left by another edition, or by a build that did not note its own.
    private let isOfAnother: Bool

    private static let name = "edition"

    /// Looks at what is there. To be called before the edition is published.
    public init(_ edition: String?, of publisher: Publisher) {
        self.publisher = publisher
        // A line end, which no id has, stands for everything.
        self.edition = edition ?? "\n"
        guard let location = try? OutputLocation(output: publisher.output) else {
            isOfAnother = false
            return
        }
        var status = stat()
        let isThere = stat(location.container, &status) == 0
        isOfAnother = isThere && Self.noted(location) != self.edition
        if isOfAnother { Self.removeFiles(location) }
    }

    /// Notes the edition once it is published, and takes away the spare tree of another.
    public func settle() {
        guard let location = try? OutputLocation(output: publisher.output) else { return }
        if isOfAnother { Self.emptySpareTree(location) }
        guard isOfAnother || Self.noted(location) == nil else { return }
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW
        guard let file = try? Descriptor.open(location.kept(Self.name), flags) else { return }
        try? Array(edition.utf8).withUnsafeBytes { try file.write($0, naming: Self.name) }
    }

    private static func noted(_ location: OutputLocation) -> String? {
        guard let file = try? Descriptor.open(location.kept(name), O_RDONLY | O_NOFOLLOW),
            let bytes = try? file.start(256)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The files that builds leave for later ones; those that the publisher needs itself stay.
    private static func removeFiles(_ location: OutputLocation) {
        guard let folder = opendir(location.container) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasSuffix(OutputLocation.stateSuffix), name != "lock", name != ".", name != ".." else {
                continue
            }
            // Folders stay: they are not files.
            unlink(location.kept(name))
        }
    }

    private static func emptySpareTree(_ location: OutputLocation) {
        guard let lock = try? BuildLock(location) else { return }
        defer { lock.release() }
        guard let tree = try? Descriptor.open(location.spare, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else { return }
        try? FileTree.removeContents(of: tree)
        // What is known of the tree names its files.
        if let inode = try? tree.stamp(naming: location.spare).inode { unlink(location.state(ofRoot: inode)) }
    }
}
