import Glibc

/// What we left in a tree, so that the next build need not read it again. Kept outside the tree, one file for each
/// tree, named after the inode of its root folder: so it stays true whichever of the two names the tree has, and a
/// build killed at any point finds the right one. Missing, damaged or foreign state only costs time.
struct TreeState: Sendable {
    /// What we know of one folder: as long as its time stands, so do the names in it.
    struct Folder: Sendable, Hashable {
        var inode: UInt64
        /// Nanoseconds since 1970.
        var modified: Int64
    }

    /// The tree's own folder.
    var root: Folder
    /// When it was noted, in nanoseconds since 1970.
    var recorded: Int64
    /// The manifest included.
    var files: FileTable
    /// The root left out.
    var folderPaths: PathTable
    var folders: [Folder]

    /// What we know of a tree that we know nothing of.
    static func unknown(root: UInt64) -> TreeState {
        TreeState(
            root: Folder(inode: root, modified: 0), recorded: 0, files: FileTable(), folderPaths: PathTable(),
            folders: [])
    }

    /// What was written so shortly before the state was noted could be written again without its time changing
    /// (file times used to advance in steps of 4 to 10 ms, on FAT in steps of 2 s), so it is looked at again.
    func isSettled(_ modified: Int64) -> Bool {
        modified < recorded - (Self.hasCoarseClock(modified) ? 2_000_000_000 : 10_000_000)
    }

    /// A time without a fraction of a second comes from a file system that has none.
    private static func hasCoarseClock(_ modified: Int64) -> Bool { modified % 1_000_000_000 == 0 }

    /// Whether a folder has the names that we left in it. Coarse clocks belong to sticks, and other systems do not
    /// always note in a stick's folder that its names changed, so those are always listed.
    func isAsLeft(_ folder: Folder, _ stamp: FileStamp) -> Bool {
        stamp.inode == folder.inode && stamp.modified == folder.modified && isSettled(stamp.modified)
            && !Self.hasCoarseClock(stamp.modified)
    }

    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension TreeState.Folder {
    init(_ stamp: FileStamp) { self.init(inode: stamp.inode, modified: stamp.modified) }
}
