import CLinux
import Glibc
import Parallel
import Synchronization

extension SpareTree {
    /// Brings the spare to exactly the given files: removes the others, brings over from the live tree what was not
    /// written. The stamps of files that had to be copied are put into `files`.
    ///
    /// - Returns: the folders, by place among the given ones, that hold the names that they held when the spare was opened.
    func complete(_ files: inout ReleasedFiles, folders: PathTable, live: Int32?) throws -> UntouchedFolders {
        let spare = try opened()
        let holders = files.paths.places(in: folders)
        var untouched = UntouchedFolders(among: folders, since: spare.survey)
        for place in files.indices where files.sources[place] == .written { untouched.touch(holders[place]) }
        let present = try prune(&files, folders, spare, &untouched)
        try conditions.reached(.pruned)
        guard let live else { return untouched }
        let adopter = Adopter(tree: self, live: live, spare: spare.number, canLink: conditions.canLink)
        let missing = files.indices.filter { files.sources[$0] == .live && !present[$0] }
        let stamps = try ParallelMap.ask(missing.count) { [files] in
            try adopter.adopt(files.paths[missing[$0]], files.files.stamps[missing[$0]])
        }
        for (place, stamp) in zip(missing, stamps) {
            files.set(place, stamp: stamp)
            untouched.touch(holders[place])
        }
        try conditions.reached(.adopted)
        return untouched
    }

    /// Removes what the release does not want and says which files from the live tree are there already.
    private func prune(
        _ files: inout ReleasedFiles, _ folders: PathTable, _ spare: Opened, _ untouched: inout UntouchedFolders
    ) throws -> [Bool] {
        let root = Descriptor(number: try PublishError.check(location.spare) { dup(spare.number) })
        let (survey, known) = (spare.survey, spare.survey.state.files)
        var present = Array(repeating: false, count: files.count)
        /// Whether a leftover file may stay; of files that the live tree has too, it is noted as present.
        func stays(_ path: TreePath, wanted: Int?, known place: Int?, inode: UInt64) throws -> Bool {
            guard let wanted else { return false }
            if files.sources[wanted] == .written { return true }
            if inode == files.files.stamps[wanted].inode {
                present[wanted] = true
                return true
            }
            guard let place, known.hashes[place] == files.files.hashes[wanted],
                try root.stamp(of: path) == known.stamps[place]
            else { return false }
            files.set(wanted, stamp: known.stamps[place])
            present[wanted] = true
            return true
        }
        func remove(_ path: TreePath) throws {
            if let folder = path.folder { untouched.touch(folders.place(of: folder) ?? PathTable.root) }
            // Also when it has since made way for a folder.
            guard !folders.contains(path) else { return try FileTree.removeFile(path, from: root) }
            try FileTree.remove(path, from: root, isFolder: false)
        }
        // Both in order of their paths.
        var wanted = 0
        for place in known.indices where survey.isAsLeft(survey.folders[place]) {
            let order = known.paths.withTerminated(place) { path in
                while wanted < files.count, files.paths.order(wanted, path) < 0 { wanted += 1 }
                return wanted < files.count ? files.paths.order(wanted, path) : 1
            }
            if order == 0, files.sources[wanted] == .live, known.stamps[place].inode == files.files.stamps[wanted].inode
            {
                present[wanted] = true
                continue
            }
            let path = known.paths[place]
            let inode = known.stamps[place].inode
            if try !stays(path, wanted: order == 0 ? wanted : nil, known: place, inode: inode) { try remove(path) }
        }
        for entry in survey.others where entry.kind == .file {
            let (wanted, place) = (files.files.place(of: entry.path), known.place(of: entry.path))
            if try !stays(entry.path, wanted: wanted, known: place, inode: entry.inode) { try remove(entry.path) }
        }
        // Backwards, so that a folder comes after those in it.
        let leftovers = survey.folderPaths
        if leftovers == folders { return present }
        for place in leftovers.indices.reversed() {
            let path = leftovers[place]
            if folders.contains(path) { continue }
            if let folder = path.folder.flatMap({ folders.place(of: $0) }) { untouched.touch(folder) }
            // Also when it has since made way for a file.
            try FileTree.remove(path, from: root, isFolder: true)
        }
        return present
    }

    /// Brings the spare up to date right after a publication, so that the next edit is published as fast as any other.
    func prepare(_ released: FileTable, folders: PathTable) throws {
        let live = try Descriptor.folder(location.site)
        var files = ReleasedFiles(ofLive: released)
        let untouched = try complete(&files, folders: folders, live: live.number)
        try note(files.files, folders, untouched).save(location)
    }

    /// What is known of the finished tree.
    func note(_ files: FileTable, _ folders: PathTable, _ untouched: UntouchedFolders) throws -> TreeState {
        let spare = try opened()
        let tree = Descriptor(number: try PublishError.check(location.spare) { dup(spare.number) })
        return try TreeState(noting: files, folders, untouched, in: tree, root: spare.inode)
    }

    /// Writes everything down to the disk, so that a power cut after the exchange cannot show a file whose name is
    /// new and whose content was never stored. One call for the whole file system: see `Durability`.
    func synchronize() throws {
        let spare = try opened()
        try PublishError.check(location.spare) { syncfs(spare.number) }
    }
}

/// Brings files over from the live tree, for any number of threads.
private final class Adopter: Sendable {
    let tree: SpareTree
    let live: Int32
    let spare: Int32
    /// Until the file system says no.
    private let canLink: Atomic<Bool>

    init(tree: SpareTree, live: Int32, spare: Int32, canLink: Bool) {
        self.tree = tree
        self.live = live
        self.spare = spare
        self.canLink = Atomic(canLink)
    }

    /// - Parameter stamp: Of the file in the live tree.
    /// - Returns: its stamp in the spare.
    func adopt(_ path: TreePath, _ stamp: FileStamp) throws -> FileStamp {
        while canLink.load(ordering: .relaxed) {
            let result = path.withCString { linkat(live, $0, spare, $0, 0) }
            if result == 0 { return stamp }
            switch errno {
            case EINTR: continue
            case ENOENT, ENOTDIR, ELOOP: try tree.makeFolders(of: path, in: spare)
            case EEXIST:
                if path.withCString({ unlinkat(spare, $0, 0) }) != 0 { throw PublishError.system(errno, path.string) }
            // No links at all, links refused by policy, too many names for one file.
            case EPERM, ENOTSUP, ENOSYS, EXDEV, EMLINK, EACCES: canLink.store(false, ordering: .relaxed)
            default: throw PublishError.system(errno, path.string)
            }
        }
        return try copy(path, size: stamp.size)
    }

    private func copy(_ path: TreePath, size: Int64) throws -> FileStamp {
        let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC
        let source = Descriptor(
            number: try PublishError.check(path.string) { path.withCString { openat(live, $0, flags) } })
        let target = Descriptor(number: try tree.create(path, in: spare))
        var rest = Int(size)
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
        if stamp.size != size { throw PublishError.system(EIO, path.string) }
        return stamp
    }
}
