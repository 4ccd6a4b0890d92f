import Diagnostics
import Glibc

/// Lists a folder all the way down. Links are followed inside the folder, and out of it only where that is asked for; what can
/// only be waited for, and links that lead in circles, are refused.
struct FolderWalk {
    /// Without a trailing slash.
    let root: String
    let followsLinks: Bool
    /// Whether editors' backups (`name~`) are listed, too.
    let withBackups: Bool
    private(set) var files: [String] = []
    private(set) var refused: [RefusedEntry] = []
    /// The folders on the way to the one being listed.
    private var ancestors: [Identity] = []
    private var linksOnPath = 0

    private struct Identity: Equatable {
        var device: dev_t
        var inode: ino_t

        init(_ status: stat) { (device, inode) = (status.st_dev, status.st_ino) }
    }

    init(root: String, followsLinks: Bool, withBackups: Bool) {
        self.root = root
        self.followsLinks = followsLinks
        self.withBackups = withBackups
    }

    /// - Throws: `ContentReadError` where the machine refuses a folder.
    mutating func list(_ relative: String) throws {
        let full = relative.isEmpty ? root : "\(root)/\(relative)"
        guard let directory = opendir(full) else {
            switch errno {
            case ENOENT: return
            case ENAMETOOLONG, ELOOP: return refuse(relative, .unreadable)
            default: throw ContentReadError(path: relative, reason: String(cString: strerror(errno)))
            }
        }
        defer { closedir(directory) }
        var status = stat()
        guard fstat(dirfd(directory), &status) == 0 else { return refuse(relative, .unreadable) }
        guard !ancestors.contains(Identity(status)) else { return refuse(relative, .loop) }
        ancestors.append(Identity(status))
        defer { ancestors.removeLast() }
        while let entry = readdir(directory) {
            let name = Self.name(of: entry)
            if name.hasPrefix(".") || !withBackups && name.hasSuffix("~") { continue }
            let child = relative.isEmpty ? name : "\(relative)/\(name)"
            try take(child, listedAs: Int(entry.pointee.d_type))
        }
    }

    private mutating func take(_ child: String, listedAs type: Int) throws {
        var type = type
        if type == DT_UNKNOWN {
            var status = stat()
            guard lstat("\(root)/\(child)", &status) == 0 else { return refuse(child, .unreadable) }
            type = Int((status.st_mode & S_IFMT) >> 12)
        }
        switch type {
        case DT_REG: files.append(child)
        case DT_DIR: try list(child)
        case DT_LNK: try follow(child)
        default: refuse(child, .notAFile)
        }
    }

    private mutating func follow(_ child: String) throws {
        var status = stat()
        guard stat("\(root)/\(child)", &status) == 0 else {
            return refuse(child, errno == ELOOP ? .loop : .unreadable)
        }
        guard followsLinks || Self.isInside("\(root)/\(child)", root: root) else {
            return refuse(child, .leadsOutside)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(child)
        case S_IFDIR:
            guard linksOnPath < Limits.linksOnPath else { return refuse(child, .loop) }
            linksOnPath += 1
            defer { linksOnPath -= 1 }
            try list(child)
        default: refuse(child, .notAFile)
        }
    }

    private mutating func refuse(_ path: String, _ reason: RefusedEntry.Reason) {
        refused.append(RefusedEntry(path: path, reason: reason))
    }

    /// Whether a path, with all links on it followed, lies in a folder.
    static func isInside(_ path: String, root: String) -> Bool {
        guard let whole = resolved(path), let root = resolved(root) else { return false }
        return whole == root || whole.hasPrefix(root == "/" ? root : root + "/")
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// An entry's name, read in place: an entry is only as long as its name, so copying the whole `dirent` would read
    /// past the end of the folder's buffer.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return "" }
        let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return String(cString: start)
    }
}
