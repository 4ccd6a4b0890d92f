import Glibc
import Synchronization

/// The tree beside the live one, which the next release is made in. Nobody reads it while it is being changed.
///
/// A file that both trees have is one file with two names (a hard link): bringing it over costs no space and its
/// inode number alone proves that it is the same. That is safe because neither tree's files are ever written in
/// place: a file is unlinked and made anew. Somebody else's edit in the live tree does reach both, but its stamp no
/// longer fits the state, so it is noticed and replaced. Where links are not possible (FAT sticks, some shares) the
/// file is copied, within the kernel where that can share blocks.
final class SpareTree: Sendable {
    static let fileMode: UInt32 = 0o644
    static let folderMode: UInt32 = 0o755

    /// The opened folder and what was known of it.
    struct Opened {
        var number: Int32
        var inode: UInt64
        /// What older releases left in it. No links among it.
        var survey: TreeSurvey
    }

    let location: OutputLocation
    let conditions: PublishConditions
    private let current = Mutex<Opened?>(nil)

    init(_ location: OutputLocation, _ conditions: PublishConditions) {
        self.location = location
        self.conditions = conditions
    }

    var isUntouched: Bool { current.withLock { $0 == nil } }

    /// Opens the spare, marking it first as unknown: from here to the end it is half of something.
    func opened() throws -> Opened {
        try current.withLock { current in
            if let current { return current }
            let (number, isNew) = try openFolder()
            do {
                var status = stat()
                try PublishError.check(location.spare) { fstat(number, &status) }
                let inode = UInt64(status.st_ino)
                let state = (isNew ? nil : TreeState.load(location, root: inode)) ?? .unknown(root: inode)
                try TreeState.forget(location, root: inode)
                // The manifest comes last, so that a half-made tree never looks whole.
                if Manifest.path.withCString({ unlinkat(number, $0, 0) }) != 0, errno != ENOENT {
                    throw PublishError.system(errno, location.spare)
                }
                let survey = isNew ? TreeSurvey(ofEmpty: state) : try Self.survey(number, state)
                let opened = Opened(number: number, inode: inode, survey: survey)
                current = opened
                try conditions.reached(.spareMarked)
                return opened
            } catch {
                if current == nil { Glibc.close(number) }
                throw error
            }
        }
    }

    /// The spare was live once and open to others: a link to a folder, left there, would lead our writes out of it.
    private static func survey(_ number: Int32, _ state: TreeState) throws -> TreeSurvey {
        let root = Descriptor(number: try PublishError.check(".") { dup(number) })
        let survey = try TreeSurvey(of: root, state)
        for entry in survey.others where entry.kind == .other {
            try FileTree.remove(entry.path, from: root, isFolder: false)
        }
        return survey
    }

    private func openFolder() throws -> (number: Int32, isNew: Bool) {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let number = open(location.spare, flags)
        if number >= 0 { return (number, false) }
        // Somebody left a file or a link in our private folder.
        if errno == ENOTDIR || errno == ELOOP { _ = unlink(location.spare) }
        try PublishError.check(location.spare) { mkdir(location.spare, mode_t(Self.folderMode)) }
        // Whatever the umask takes away is given back.
        try PublishError.check(location.spare) { chmod(location.spare, mode_t(Self.folderMode)) }
        return (try PublishError.check(location.spare) { open(location.spare, flags) }, true)
    }

    /// Writes one file. May be called from many tasks.
    func put(_ path: TreePath, _ bytes: [UInt8]) throws -> FileStamp {
        let root = try opened().number
        try conditions.reached(.writing(path.string))
        let file = Descriptor(number: try create(path, in: root))
        do {
            try bytes.withUnsafeBytes { try file.write($0, naming: path.string) }
            let stamp = try settleMode(file, path)
            try file.close(naming: path.string)
            try conditions.reached(.written(path.string))
            return stamp
        } catch {
            // Half a file helps nobody, least of all on a full disk.
            _ = path.withCString { unlinkat(root, $0, 0) }
            throw error
        }
    }

    /// Gives the file 0644 whatever the umask, and says what it became.
    func settleMode(_ file: borrowing Descriptor, _ path: TreePath) throws -> FileStamp {
        let stamp = try file.stamp(naming: path.string)
        if stamp.permissions == Self.fileMode { return stamp }
        // File systems with fixed permissions may refuse; then there is nothing to settle.
        if fchmod(file.number, mode_t(Self.fileMode)) != 0, errno != EPERM, errno != ENOTSUP {
            throw PublishError.system(errno, path.string)
        }
        return try file.stamp(naming: path.string)
    }

    /// A new empty file, in folders made as needed; never an old one opened again, which may be in the live tree too.
    func create(_ path: TreePath, in root: Int32) throws -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        // Each round removes one obstacle: a missing folder, an old file, something old of another kind.
        for _ in 0..<4 {
            let number = path.withCString { openat(root, $0, flags, mode_t(Self.fileMode)) }
            if number >= 0 { return number }
            switch errno {
            case EINTR: continue
            case ENOENT: try makeFolders(of: path, in: root)
            case EEXIST:
                if path.withCString({ unlinkat(root, $0, 0) }) == 0 || errno == ENOENT { continue }
                try clearWay(for: path, in: root)
            case ENOTDIR, ELOOP: try clearWay(for: path, in: root)
            default: throw PublishError.system(errno, path.string)
            }
        }
        let number = path.withCString { openat(root, $0, flags, mode_t(Self.fileMode)) }
        if number < 0 { throw PublishError.system(errno, path.string) }
        return number
    }

    /// Makes the folders that hold a file. Another task may be making the same ones.
    func makeFolders(of path: TreePath, in root: Int32) throws {
        guard let folder = path.folder else { throw PublishError.system(ENOENT, location.spare) }
        for _ in 0..<3 {
            if folder.withCString({ mkdirat(root, $0, mode_t(Self.folderMode)) }) == 0 {
                let result = folder.withCString { fchmodat(root, $0, mode_t(Self.folderMode), 0) }
                if result != 0, errno != EPERM, errno != ENOTSUP { throw PublishError.system(errno, folder.string) }
                return
            }
            switch errno {
            case EEXIST: return
            case ENOENT: try makeFolders(of: folder, in: root)
            case ENOTDIR, ELOOP: try clearWay(for: path, in: root)
            default: throw PublishError.system(errno, folder.string)
            }
        }
        throw PublishError.system(ENOENT, folder.string)
    }

    /// Removes what an older release, or a stranger, left where the path must go: a file in a folder's place, a link
    /// among the folders, a folder in the file's place.
    private func clearWay(for path: TreePath, in root: Int32) throws {
        try current.withLock { _ in
            var above: [TreePath] = []
            var next = path.folder
            while let folder = next {
                above.append(folder)
                next = folder.folder
            }
            var status = stat()
            for folder in above.reversed() {
                guard folder.withCString({ fstatat(root, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else { break }
                if FileStamp(status).isFolder { continue }
                if folder.withCString({ unlinkat(root, $0, 0) }) != 0, errno != ENOENT {
                    throw PublishError.system(errno, folder.string)
                }
            }
            guard path.withCString({ fstatat(root, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0,
                FileStamp(status).isFolder
            else { return }
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
            let folder = Descriptor(
                number: try PublishError.check(path.string) { path.withCString { openat(root, $0, flags) } })
            try FileTree.removeContents(of: folder)
            if path.withCString({ unlinkat(root, $0, AT_REMOVEDIR) }) != 0 {
                throw PublishError.system(errno, path.string)
            }
        }
    }

    func close() {
        current.withLock { current in
            if let current { Glibc.close(current.number) }
            current = nil
        }
    }

    deinit { close() }
}
