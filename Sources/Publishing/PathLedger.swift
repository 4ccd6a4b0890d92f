import Diagnostics

/// The paths of one release: checked, and kept apart from each other on every file system the site may be copied to.
struct PathLedger {
    private struct Name {
        var spelling: String
        var isFolder: Bool
    }

    /// By lower-case path. `String` keys, so that composed and decomposed spellings meet as they do on a Mac.
    private var names: [String: Name] = [:]
    /// Every folder that the release needs.
    private(set) var folders: Set<TreePath> = []

    /// Takes a path. Which of two colliding paths came first does not show in the error.
    mutating func register(_ path: String) throws -> TreePath {
        try Self.check(path)
        let key = Self.lowercased(path)
        if key == Manifest.fileName { throw PublishError(.reservedPath, path: path) }
        if let earlier = names[key] { throw Self.collision(path, isFolder: false, earlier) }
        var end = path.utf8.endIndex
        var new: [(key: String, name: Name)] = []
        while let slash = path.utf8[..<end].lastIndex(of: UInt8(ascii: "/")) {
            let folder = String(path[..<slash])
            let key = Self.lowercased(folder)
            if let earlier = names[key] {
                guard earlier.isFolder, earlier.spelling.utf8.elementsEqual(folder.utf8) else {
                    throw Self.collision(folder, isFolder: true, earlier)
                }
                break
            }
            new.append((key, Name(spelling: folder, isFolder: true)))
            end = slash
        }
        for (key, name) in new {
            names[key] = name
            folders.insert(TreePath(name.spelling))
        }
        names[key] = Name(spelling: path, isFolder: false)
        return TreePath(path)
    }

    /// Most paths are in lower case already, and need no second text.
    private static func lowercased(_ path: String) -> String {
        path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? path : path.lowercased()
    }

    private static func collision(_ path: String, isFolder: Bool, _ earlier: Name) -> PublishError {
        if isFolder != earlier.isFolder {
            let (file, folder) = isFolder ? (earlier.spelling, path) : (path, earlier.spelling)
            return PublishError(.fileAndFolder, path: file, otherPath: folder)
        }
        if path.utf8.elementsEqual(earlier.spelling.utf8) { return PublishError(.duplicatePath, path: path) }
        let inOrder = TreePath(path) < TreePath(earlier.spelling)
        return PublishError(
            .caseCollision, path: inOrder ? path : earlier.spelling, otherPath: inOrder ? earlier.spelling : path)
    }

    /// Bytes that Linux file systems allow in one name.
    static let longestName = 255
    /// Bytes in a whole path; far below Linux's 4,096, so that the tree can be moved into deeper folders.
    static let longestPath = 1024

    /// Refuses whatever could leave the tree or would be lost on a stick or a Windows share.
    static func check(_ path: String) throws {
        if path.utf8.count > longestPath { throw PublishError(.nameTooLong, path: path) }
        for name in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if name.isEmpty || name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) {
                throw PublishError(.unsafePath, path: path)
            }
            if name.count > longestName { throw PublishError(.nameTooLong, path: path) }
            if name.contains(where: { $0 < 0x20 || $0 == 0x7F }) { throw PublishError(.unsafePath, path: path) }
            if PortableName.problem(name) != nil { throw PublishError(.unportableName, path: path) }
        }
    }
}
