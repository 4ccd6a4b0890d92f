extension Release {
    /// The live tree, when every file and folder in it is as it was published, without reading them: by which hash its
    /// manifest is known, and how many files it has.
    public func wholeLiveTree() -> (manifest: String, report: PublishReport)? {
        guard let live, live.isWhole, let manifest = live.files.place(of: Manifest.path),
            let hash = live.knownHash(manifest)
        else { return nil }
        var report = PublishReport()
        report.files = live.files.count - 1
        report.bytes = live.files.stamps.reduce(0) { $0 + $1.size } - live.files.stamps[manifest].size
        report.unchanged = report.files
        return (hash.hexadecimal, report)
    }

    /// A file of the live tree, as long as it is the one that was published; nil when there is none.
    public func published(_ path: String) throws -> [UInt8]? {
        let path = TreePath(path)
        guard let live, let place = live.files.place(of: path), live.knownHash(place) != nil else { return nil }
        return try live.folder.open(path, 0).readAll(naming: path.string)
    }

    /// The files that are published below a folder, whose path ends in `/`, in byte order.
    public func published(below folder: String) -> [String] {
        guard let live else { return [] }
        let prefix = TreePath(folder)
        return (live.files.paths.lowerBound(prefix)..<live.files.count).lazy.map { live.files.paths[$0] }
            .prefix { $0.bytes.starts(with: prefix.bytes) }.map(\.string)
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
        guard added.allSatisfy({ $0.folder.map(folders.contains) ?? true }),
            removed.allSatisfy({ $0.folder.map { keepsOthers($0, removed) } ?? true })
        else { return false }
        if added.isEmpty { return true }
        return !meets(added, in: files.paths) && !meets(added, in: folders)
    }

    /// Whether a folder still holds files when some are removed.
    private func keepsOthers(_ folder: TreePath, _ removed: Set<TreePath>) -> Bool {
        let prefix = Array(folder.bytes) + [0x2F]
        var place = files.paths.lowerBound(TreePath(bytes: prefix))
        while place < files.count {
            let path = files.paths[place]
            guard path.bytes.starts(with: prefix) else { return false }
            if !removed.contains(path) { return true }
            place += 1
        }
        return false
    }

    private func meets(_ added: [TreePath], in paths: PathTable) -> Bool {
        guard paths.bytes.allSatisfy({ $0 < 0x80 }), added.allSatisfy({ $0.bytes.allSatisfy { $0 < 0x80 } }) else {
            return true
        }
        let lowered = Set(added.map(\.loweredASCII))
        let lengths = Set(lowered.map(\.count))
        return paths.indices.contains { place in
            lengths.contains(paths.length(place)) && lowered.contains(paths[place].loweredASCII)
        }
    }
}

extension TreePath {
    fileprivate var loweredASCII: [UInt8] { bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
}
