import Glibc
import Hashing

/// Where drafts and earlier versions of one content folder's records are kept: `$XDG_STATE_HOME/tracuu/<digest of its path>/`, else
/// below `~/.local/state`. Nobody but the user may look into it.
public struct StateFolder: Sendable {
    public let path: String

    /// Makes the folder.
    ///
    /// - Parameters:
    ///   - content: The content folder.
    ///   - environment: Gives the value of an environment variable.
    public init(
        content: String, environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
    ) throws(StoreFault) {
        var base: String
        // The standard says that a relative path is to be ignored.
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
            base = state
        } else if let home = environment("HOME"), home.hasPrefix("/") {
            base = "\(home)/.local/state"
        } else {
            throw StoreFault.system("HOME")
        }
        while base.count > 1, base.hasSuffix("/") { base.removeLast() }
        guard let resolved = realpath(content, nil) else { throw StoreFault.last() }
        defer { free(resolved) }
        let digest = SHA256.hash(Array(String(cString: resolved).utf8)).hexadecimal
        path = "\(base)/tracuu/\(digest)"
        try Self.make(base)
        for folder in ["\(base)/tracuu", path] {
            try Self.make(folder)
            var status = stat()
            guard lstat(folder, &status) == 0 else { throw StoreFault.last() }
            guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else { throw StoreFault.refused }
            if status.st_mode & 0o077 != 0, chmod(folder, 0o700) != 0 { throw StoreFault.last() }
        }
    }

    private static func make(_ path: String) throws(StoreFault) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw StoreFault.last()
        }
        try make(String(path[..<slash]))
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw StoreFault.last() }
    }

    /// A folder in it, made where there is none.
    func folder(_ names: String...) throws(StoreFault) -> OpenFolder {
        var folder = try OpenFolder(path)
        for name in names {
            try folder.make(name, mode: 0o700)
            folder = try folder.folder(name)
        }
        return folder
    }

    /// The name of what belongs to a record, or to anything else that has a name.
    static func name(for key: String) -> String { SHA256.hash(Array(key.utf8)).hexadecimal }
}

extension OpenFolder {
    /// Writes a file of the user's own, over another of that name where there is one, all or nothing.
    ///
    /// - Parameter waits: False where the disk may take its time.
    func replaceOwn(_ name: String, with bytes: [UInt8], waits: Bool = true) throws(StoreFault) {
        let beside = LeftoverName.new(beside: name)
        try write(bytes, to: beside, exactMode: 0o600, waits: waits)
        do throws(StoreFault) {
            try rename(beside, to: name)
        } catch {
            remove(beside)
            throw error
        }
        if waits { try sync() }
    }
}
