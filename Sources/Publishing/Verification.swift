import Hashing

/// How a published tree differs from its manifest. Paths are sorted.
public struct VerificationReport: Sendable, Hashable {
    /// Files that the manifest lists.
    public var files = 0
    /// Their size in bytes.
    public var bytes: Int64 = 0
    /// Listed, not there.
    public var missing: [String] = []
    /// Listed and there, with another content, or not a regular file.
    public var changed: [String] = []
    /// There, not listed: files, links and folders that hold no listed file.
    public var extra: [String] = []

    public var isSound: Bool { missing.isEmpty && changed.isEmpty && extra.isEmpty }

    public init() {}
}

/// Compares a tree with its manifest, reading every file.
/// - Throws: `PublishError`: `noManifest`, `unreadableManifest`, or what the machine refused.
public func verify(directory: String) throws -> VerificationReport {
    let folder = try Descriptor.folder(directory)
    let manifest = try readManifest(of: folder, at: directory)
    var wanted: [TreePath: Manifest.File] = [:]
    var folders = Set<TreePath>()
    var report = VerificationReport()
    for file in manifest.files {
        let path = TreePath(file.path)
        wanted[path] = file
        report.bytes += Int64(file.size)
        var above = path.folder
        while let next = above, folders.insert(next).inserted { above = next.folder }
    }
    report.files = wanted.count
    let vouching = Set([Manifest.path] + ReleaseSeals.all.map { TreePath($0) })
    for entry in try FileTree.entries(of: folder, stamps: true) where !vouching.contains(entry.path) {
        if entry.kind == .folder, wanted[entry.path] == nil {
            if !folders.contains(entry.path) { report.extra.append(entry.path.string) }
            continue
        }
        guard let file = wanted.removeValue(forKey: entry.path) else {
            report.extra.append(entry.path.string)
            continue
        }
        guard entry.kind == .file, entry.stamp?.size == Int64(file.size),
            SHA256Digest(hexadecimal: file.sha256) == (try folder.open(entry.path, 0).hash(naming: file.path))
        else {
            report.changed.append(file.path)
            continue
        }
    }
    report.missing = wanted.keys.sorted().map(\.string)
    report.changed.sort { TreePath($0) < TreePath($1) }
    report.extra.sort { TreePath($0) < TreePath($1) }
    return report
}

private func readManifest(of folder: borrowing Descriptor, at directory: String) throws -> Manifest {
    guard try folder.stamp(of: Manifest.path) != nil else { throw PublishError(.noManifest, path: directory) }
    let shown = "\(directory)/\(Manifest.fileName)"
    let file = try folder.open(Manifest.path, 0)
    return try Manifest(reading: try file.readAll(naming: shown), path: shown)
}
