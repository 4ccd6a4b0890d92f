import Glibc

/// Where a site and what belongs to it lie.
///
/// ```
/// site/                  the live tree, and nothing else
/// .site.spare/           private to the publisher (0700), safe to delete when no build runs
///     tree/              the spare: the last release, or a half-made new one
///     <inode>.state      what we know of the tree whose root folder has that inode
///     receipt, cache, texts-*    what the last publication of everything leaves for the next build; an edition's lie
///                                in the content folder (`KeptFilesFolder`), for they hold what it withholds
///     edition            which edition all this belongs to
///     lock               held while a build writes; its content is the process number
///     old/               only for a moment, where the file system cannot exchange two folders
/// ```
struct OutputLocation: Sendable {
    /// The output folder, absolute, links resolved.
    let site: String
    let container: String

    var spare: String { container + "/tree" }
    var retired: String { container + "/old" }
    var lock: String { container + "/lock" }

    /// A file that publications leave for later ones.
    func kept(_ name: String) -> String { "\(container)/\(name)" }

    static let stateSuffix = ".state"

    func state(ofRoot inode: UInt64) -> String { "\(container)/\(inode)\(Self.stateSuffix)" }

    /// Finds the output folder; makes the folders above it, not the folder itself.
    init(output: String) throws {
        let unusable = PublishError(.unusableOutput, path: output)
        guard !output.isEmpty, !output.utf8.contains(0) else { throw unusable }
        if let resolved = Self.resolve(output) {
            self = try Self.beside(resolved, otherwise: unusable)
            return
        }
        var status = stat()
        // A link that leads nowhere: publishing would replace the link itself, which nobody asked for.
        if lstat(output, &status) == 0 { throw unusable }
        var parts = output.split(separator: "/").map(String.init)
        guard let name = parts.popLast(), name != ".", name != ".." else { throw unusable }
        var parent = output.hasPrefix("/") ? "/" : "."
        for part in parts {
            parent += "/" + part
            if mkdir(parent, 0o755) != 0, errno != EEXIST { throw PublishError.system(errno, parent) }
        }
        guard let above = Self.resolve(parent) else { throw PublishError.system(errno, parent) }
        self = try Self.beside(above == "/" ? "/" + name : above + "/" + name, otherwise: unusable)
    }

    private init(site: String, container: String) {
        self.site = site
        self.container = container
    }

    private static func beside(_ site: String, otherwise unusable: PublishError) throws -> OutputLocation {
        guard let slash = site.lastIndex(of: "/"), site != "/" else { throw unusable }
        let name = site[site.index(after: slash)...]
        return OutputLocation(site: site, container: "\(site[..<slash])/.\(name).spare")
    }

    private static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
