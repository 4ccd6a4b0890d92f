import CLinux
import Glibc

/// One file of the release being made.
struct ReleasedFile: Sendable {
    enum Source: Sendable {
        /// Written into the spare by this build.
        case written
        /// The live tree has it already.
        case live
    }

    var source: Source
    var hash: ContentHash
    var stamp: FileStamp
}

extension SpareTree {
    /// Brings the spare to exactly the given files: removes the others, brings over from the live tree what was not
    /// written. The stamps of files that had to be copied are put into `files`.
    func complete(
        _ files: inout [TreePath: ReleasedFile], folders: Set<TreePath>, live: Int32?
    ) throws {
        let spare = try opened()
        let present = try prune(files: &files, folders: folders, spare)
        try conditions.reached(.pruned)
        guard let live else { return }
        var adopter = Adopter(tree: self, live: live, spare: spare.number, canLink: conditions.canLink)
        for (path, file) in files where file.source == .live && !present.contains(path) {
            files[path]?.stamp = try adopter.adopt(path, file)
        }
        try conditions.reached(.adopted)
    }

    /// Removes what the release does not want and says which files from the live tree are there already.
    private func prune(
        files: inout [TreePath: ReleasedFile], folders: Set<TreePath>, _ spare: Opened
    ) throws -> Set<TreePath> {
        let root = Descriptor(number: try PublishError.check(location.spare) { dup(spare.number) })
        var present = Set<TreePath>()
        // Backwards, so that a folder comes after what is in it.
        for entry in spare.leftovers.reversed() {
            // Also when it was a file and has since made way for a folder.
            if folders.contains(entry.path) { continue }
            if entry.kind == .folder {
                // Also when it has since made way for a file.
                if files[entry.path] == nil { try FileTree.remove(entry.path, from: root, isFolder: true) }
                continue
            }
            if let wanted = files[entry.path] {
                if wanted.source == .written { continue }
                if entry.inode == wanted.stamp.inode {
                    present.insert(entry.path)
                    continue
                }
                if let known = spare.state?.files[entry.path], known.hash == wanted.hash,
                    try root.stamp(of: entry.path) == known.stamp
                {
                    files[entry.path]?.stamp = known.stamp
                    present.insert(entry.path)
                    continue
                }
            }
            try FileTree.remove(entry.path, from: root, isFolder: false)
        }
        return present
    }

    /// Makes the spare right after a first publication, so that the first edit is published as fast as any other.
    func prepare(_ released: [TreePath: ReleasedFile], folders: Set<TreePath>) throws {
        let live = try Descriptor.folder(location.site)
        var files = released.mapValues { ReleasedFile(source: .live, hash: $0.hash, stamp: $0.stamp) }
        files[Manifest.path] = nil
        try complete(&files, folders: folders, live: live.number)
        try note(files, folders).save(location)
    }

    /// What is known of the finished tree.
    func note(_ released: [TreePath: ReleasedFile], _ folders: Set<TreePath>) throws -> TreeState {
        let spare = try opened()
        let tree = Descriptor(number: try PublishError.check(location.spare) { dup(spare.number) })
        return try TreeState(noting: released, folders, in: tree, root: spare.inode)
    }

    /// Writes everything down to the disk, so that a power cut after the exchange cannot show a file whose name is
    /// new and whose content was never stored. One call for the whole file system: see `Durability`.
    func synchronize() throws {
        let spare = try opened()
        try PublishError.check(location.spare) { syncfs(spare.number) }
    }
}

/// Brings files over from the live tree.
private struct Adopter {
    let tree: SpareTree
    let live: Int32
    let spare: Int32
    /// Until the file system says no.
    var canLink: Bool

    /// - Returns: the file's stamp in the spare.
    mutating func adopt(_ path: TreePath, _ file: ReleasedFile) throws -> FileStamp {
        while canLink {
            let result = path.withCString { linkat(live, $0, spare, $0, 0) }
            if result == 0 { return file.stamp }
            switch errno {
            case EINTR: continue
            case ENOENT, ENOTDIR, ELOOP: try tree.makeFolders(of: path, in: spare)
            case EEXIST:
                if path.withCString({ unlinkat(spare, $0, 0) }) != 0 { throw PublishError.system(errno, path.string) }
            // No links at all, links refused by policy, too many names for one file.
            case EPERM, ENOTSUP, ENOSYS, EXDEV, EMLINK, EACCES: canLink = false
            default: throw PublishError.system(errno, path.string)
            }
        }
        return try copy(path, file)
    }

    private func copy(_ path: TreePath, _ file: ReleasedFile) throws -> FileStamp {
        let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC
        let source = Descriptor(
            number: try PublishError.check(path.string) { path.withCString { openat(live, $0, flags) } })
        let target = Descriptor(number: try tree.create(path, in: spare))
        var rest = Int(file.stamp.size)
        while rest > 0 {
            let count = copy_file_range(source.number, nil, target.number, nil, rest, 0)
            if count < 0 {
                if errno == EINTR { continue }
                // Not offered here: the rest goes through memory.
                if [EXDEV, ENOSYS, ENOTSUP, EINVAL, EPERM].contains(errno) { break }
                throw PublishError.system(errno, path.string)
            }
            if count == 0 { break }
            rest -= count
        }
        try source.read(naming: path.string) { try target.write($0, naming: path.string) }
        let stamp = try tree.settleMode(target, path)
        try target.close(naming: path.string)
        // Somebody cut the live file short while we copied it.
        if stamp.size != file.stamp.size { throw PublishError.system(EIO, path.string) }
        return stamp
    }
}
