extension Release {
    /// The live tree, when every file and folder in it is as it was published, without reading them: by which hash its
    /// manifest is known, and how many files it has.
    public func wholeLiveTree() -> (manifest: String, report: PublishReport)? {
        guard let live, live.isWhole, let hash = live.files[Manifest.path]?.hash else { return nil }
        var report = PublishReport()
        for (path, file) in live.files where path != Manifest.path {
            report.files += 1
            report.bytes += file.stamp.size
        }
        report.unchanged = report.files
        return (hash.hexadecimal, report)
    }
}

extension Release {
    /// A file of the live tree, as long as it is the one that was published; nil when there is none.
    public func published(_ path: String) throws -> [UInt8]? {
        let path = TreePath(path)
        guard let live, let known = live.files[path], known.hash != nil else { return nil }
        return try live.folder.open(path, 0).readAll(naming: path.string)
    }

    /// Takes, of a live tree that is whole, all files that this release has not taken and that are not named here.
    /// - Throws: `PublishError` where one of those taken does not go with the others.
    public func takeOthers(but removed: [String]) throws {
        guard let live else { return }
        try take(othersOf: live, but: Set(removed.map { TreePath($0) }))
    }
}

extension LiveTree {
    /// Whether its folders stay the same, and no two paths meet, when files come and go: new ones in folders that are there,
    /// and old ones from folders that keep others. False also where telling would take more than comparing ASCII letters.
    func staysInOrder(adding added: [TreePath], removing removed: Set<TreePath>) -> Bool {
        if added.isEmpty, removed.isEmpty { return true }
        let isThere = added.allSatisfy { $0.folder.map(folders.contains) ?? true && $0.isASCII }
        guard isThere else { return false }
        let lowered = Set(added.map(\.loweredASCII))
        let lengths = Set(lowered.map(\.count))
        func meets(_ path: TreePath) -> Bool {
            lengths.contains(path.bytes.count) && lowered.contains(path.loweredASCII)
        }
        var emptied = Set(removed.compactMap(\.folder))
        for path in files.keys {
            if !path.isASCII || meets(path) { return false }
            if !emptied.isEmpty, !removed.contains(path), let folder = path.folder { emptied.remove(folder) }
        }
        return emptied.isEmpty && !folders.contains(where: meets)
    }
}

extension TreePath {
    fileprivate var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

    fileprivate var loweredASCII: [UInt8] { bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
}

extension ContentHash {
    var hexadecimal: String {
        var digits: [UInt8] = []
        appendHexadecimal(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }
}
