import Glibc
import Hashing

/// Where the publications of an edition leave files for the next ones: in the content folder, hidden, since they hold what the
/// content holds, records included that the edition withholds.
public struct KeptFilesFolder: Sendable {
    private let content: String

    public init(content: String) { self.content = content }

    private var folder: String { content + "/.tracuu" }

    /// A file of one output. The folders are made where they are missing, readable by their owner only; a content folder that
    /// cannot be written keeps nothing.
    func path(for location: OutputLocation, _ name: String) -> String {
        let own = "\(folder)/\(SHA256.hash(Array(location.site.utf8)).hexadecimal.prefix(16))"
        if (try? PrivateFolder.make(folder)) != nil, (try? PrivateFolder.make(own)) != nil { ignoreInGit() }
        return "\(own)/\(name)"
    }

    /// Nobody means to commit them.
    private func ignoreInGit() {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        guard let file = try? Descriptor.open(folder + "/.gitignore", flags) else { return }
        try? Array("*\n".utf8).withUnsafeBytes { try file.write($0, naming: ".gitignore") }
    }
}

/// A folder that its owner alone can enter.
enum PrivateFolder {
    /// Makes it, or closes one that stands there to others.
    /// - Throws: `PublishError` when it is no folder, a link, or cannot be closed.
    static func make(_ path: String) throws {
        if mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw PublishError.system(errno, path) }
        // Never through a link: it would put our files where somebody else chose.
        let folder = try Descriptor.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        let permissions = try folder.stamp(naming: path).permissions
        guard permissions & 0o077 != 0 else { return }
        // File systems with fixed permissions refuse.
        if fchmod(folder.number, 0o700) != 0, errno != EPERM, errno != ENOTSUP, errno != EROFS {
            throw PublishError.system(errno, path)
        }
    }
}
