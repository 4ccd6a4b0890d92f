import Glibc

/// What we know of one file of a tree.
struct TrackedFile: Hashable, Sendable {
    var stamp: FileStamp
    /// Nothing when the file may have changed since it was last read.
    var hash: ContentHash?
    /// What was in it when it was noted, so shortly after it was written that it is looked at again.
    var noted: ContentHash?
    /// Whether its permissions are those we gave it.
    var hasOurMode = true
}

/// What we know of one folder of a tree: as long as its time stands, so do the names in it.
struct TrackedFolder: Hashable, Sendable {
    var path: TreePath
    var inode: UInt64
    /// Nanoseconds since 1970.
    var modified: Int64
}

/// What we left in a tree, so that the next build need not read it again. Kept outside the tree, one file for each
/// tree, named after the inode of its root folder: so it stays true whichever of the two names the tree has, and a
/// build killed at any point finds the right one. Missing, damaged or foreign state only costs time.
struct TreeState: Sendable {
    /// Inode of the tree's root folder.
    var root: UInt64
    /// When it was noted, in nanoseconds since 1970.
    var recorded: Int64
    var files: [TreePath: TrackedFile]
    /// Each folder before those in it; the root, called ".", first.
    var folders: [TrackedFolder]

    /// What was written so shortly before the state was noted could be written again without its time changing
    /// (file times used to advance in steps of 4 to 10 ms, on FAT in steps of 2 s), so it is looked at again.
    private func isSettled(_ modified: Int64) -> Bool {
        modified < recorded - (Self.hasCoarseClock(modified) ? 2_000_000_000 : 10_000_000)
    }

    /// A time without a fraction of a second comes from a file system that has none.
    private static func hasCoarseClock(_ modified: Int64) -> Bool { modified % 1_000_000_000 == 0 }

    /// Whether a folder has the names that we left in it. Coarse clocks belong to sticks, and other systems do not
    /// always note in a stick's folder that its names changed, so those are always listed.
    func isAsLeft(_ folder: TrackedFolder, _ stamp: FileStamp) -> Bool {
        stamp.inode == folder.inode && stamp.modified == folder.modified && isSettled(stamp.modified)
            && !Self.hasCoarseClock(stamp.modified)
    }

    /// The recorded hash when the file is still the one we left.
    func trusted(_ path: TreePath, _ stamp: FileStamp) -> TrackedFile {
        guard let known = files[path] else {
            return TrackedFile(stamp: stamp, hash: nil, hasOurMode: stamp.permissions == SpareTree.fileMode)
        }
        guard known.stamp == stamp else {
            let hasOurMode = known.stamp.mode == stamp.mode || stamp.permissions == SpareTree.fileMode
            return TrackedFile(stamp: stamp, hash: nil, hasOurMode: hasOurMode)
        }
        if isSettled(stamp.modified) { return TrackedFile(stamp: stamp, hash: known.hash) }
        return TrackedFile(stamp: stamp, hash: nil, noted: known.hash)
    }

    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
