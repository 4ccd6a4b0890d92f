import Glibc
import Hashing

/// The record files below a content folder. They are opened beneath it without following links, and replaced whole or not at all.
///
/// A file's version is its SHA-256. Whoever writes says which version the change was made on; where another stands there, theirs
/// is handed back and nothing is lost: neither version, nor one that a third program writes in the very moment.
public struct RecordFileStore: Sendable {
    /// Without a trailing slash.
    public let root: String
    private let versions: VersionStore
    private let queues = RecordQueues()
    /// For tests: what is done, or fails, as a save comes to a step.
    var reached: @Sendable (SaveStep) throws(StoreFault) -> Void = { (_) throws(StoreFault) in }
    /// How often, every five milliseconds, it is looked whether another program has done with a file.
    var patience = 100

    /// - Parameter versions: Gets what a save replaces, before it leaves the disk, and what was saved, since another program may
    ///   write over it unseen.
    public init(root: String, versions: VersionStore) {
        self.root = root
        self.versions = versions
    }

    /// The version of a file, 64 hexadecimal digits.
    public static func etag(of bytes: [UInt8]) -> String { SHA256.hash(bytes).hexadecimal }

    public func read(_ path: RecordPath) throws(StoreFault) -> (bytes: [UInt8], etag: String) {
        let bytes = try folder(of: path).read(path.name).bytes
        return (bytes, Self.etag(of: bytes))
    }

    /// Puts other bytes in the place of a file's, and answers with their version. Saves of one record follow one another.
    ///
    /// - Parameter etag: The version that the change was made on.
    /// - Throws: `StoreFault.changed` where another version stands there.
    @discardableResult
    public func replace(_ path: RecordPath, ifMatch etag: String, with bytes: [UInt8]) throws(StoreFault) -> String {
        try replace(path, ifMatch: etag, with: bytes, isNew: true)
    }

    private func replace(
        _ path: RecordPath, ifMatch etag: String, with bytes: [UInt8], isNew: Bool
    ) throws(StoreFault) -> String {
        try queues.alone(path) { () throws(StoreFault) in
            let folder = try folder(of: path)
            try reached(.begin)
            let old = try folder.read(path.name)
            try reached(.read)
            guard Self.etag(of: old.bytes) == etag else { throw Self.changed(old.bytes) }
            guard old.bytes != bytes else { return etag }
            // Kept before anything is replaced, so that no failure later can lose it.
            let isKept = isNew ? false : try versions.holds(old.bytes, of: path)
            if !isKept { try versions.add(old.bytes, to: path) }
            try exchange(path, in: folder, old: old, new: bytes)
            // The record is saved; that it is not among the versions, should the disk be full, is no reason to deny it.
            if isNew { try? versions.add(bytes, to: path, waits: false) }
            return Self.etag(of: bytes)
        }
    }

    /// Puts an earlier version in the place of a file's bytes. The order of the versions stays, so that one can go back further.
    ///
    /// - Parameter etag: The version that stands there.
    @discardableResult
    public func restore(
        _ version: VersionStore.Version, of path: RecordPath, ifMatch etag: String
    ) throws(StoreFault) -> String {
        try replace(path, ifMatch: etag, with: try versions.bytes(of: version, path), isNew: false)
    }

    /// Writes a new file; its folder is made where there is none.
    ///
    /// - Throws: `StoreFault.exists` where the name is taken.
    @discardableResult
    public func create(_ path: RecordPath, with bytes: [UInt8]) throws(StoreFault) -> String {
        try queues.alone(path) { () throws(StoreFault) in
            try makeFolders(for: path)
            let folder = try folder(of: path)
            let beside = LeftoverName.new(beside: path.name)
            try folder.write(bytes, to: beside, exactMode: nil)
            do throws(StoreFault) {
                try folder.renameWithoutReplacing(beside, to: path.name)
            } catch {
                folder.remove(beside)
                throw error
            }
            try folder.sync()
            try? versions.add(bytes, to: path, waits: false)
            return Self.etag(of: bytes)
        }
    }

    // MARK: Replacing

    /// Writes the new bytes beside the old, lets them change places, and looks at what came out.
    private func exchange(
        _ path: RecordPath, in folder: borrowing OpenFolder, old: (bytes: [UInt8], mode: mode_t), new: [UInt8]
    ) throws(StoreFault) {
        let beside = LeftoverName.new(beside: path.name)
        try folder.write(new, to: beside, exactMode: old.mode)
        do throws(StoreFault) {
            try reached(.written)
            guard try folder.exchange(beside, path.name) else {
                try renameOver(path, from: beside, in: folder, old: old.bytes)
                return
            }
        } catch {
            folder.remove(beside)
            throw error
        }
        let found: [UInt8]?
        do throws(StoreFault) {
            try reached(.exchanged)
            found = try folder.readUnlessWritten(beside, patience: patience)
        } catch {
            // It cannot be read, so nobody can tell whose it is.
            _ = try giveBack(path, beside, in: folder, theirs: nil, ours: new)
            throw error
        }
        guard found == old.bytes else { throw try giveBack(path, beside, in: folder, theirs: found, ours: new) }
        folder.remove(beside)
        try folder.sync()
    }

    /// Somebody else wrote the file in the moment before the exchange: theirs gets its name back. Where they, or a third, wrote
    /// once more meanwhile, what they wrote last stays, and what it replaces goes to the versions.
    ///
    /// - Parameter theirs: Nil where it is still being written.
    private func giveBack(
        _ path: RecordPath, _ beside: String, in folder: borrowing OpenFolder, theirs: [UInt8]?, ours: [UInt8]
    ) throws(StoreFault) -> StoreFault {
        var inside = theirs
        var expected: [UInt8]? = ours
        while true {
            guard try folder.exchange(beside, path.name) else { return .system("RENAME_EXCHANGE") }
            // A test may write here, but not fail.
            try? reached(.givenBack)
            let found = try folder.readUnlessWritten(beside, patience: patience)
            if let found, found == expected || found == inside { break }
            // Newer than what was just put in its place, unless that is still being written.
            if let inside {
                try versions.add(inside, to: path)
            } else if let found {
                try versions.add(found, to: path)
                break
            } else {
                // Two programs are writing two files; the one beside is found at the next start.
                return .inUse
            }
            (inside, expected) = (found, inside)
        }
        folder.remove(beside)
        try folder.sync()
        return inside.map(Self.changed) ?? .inUse
    }

    /// For file systems that cannot exchange names (FAT, some in networks): looks once more and renames. What another program
    /// writes between the two calls is lost there.
    private func renameOver(
        _ path: RecordPath, from beside: String, in folder: borrowing OpenFolder, old: [UInt8]
    ) throws(StoreFault) {
        guard let found = try folder.readUnlessWritten(path.name, patience: patience) else { throw StoreFault.inUse }
        guard found == old else { throw Self.changed(found) }
        try folder.rename(beside, to: path.name)
        try folder.sync()
    }

    private static func changed(_ bytes: [UInt8]) -> StoreFault { .changed(theirs: bytes, etag: etag(of: bytes)) }

    // MARK: Folders

    private func folder(of path: RecordPath) throws(StoreFault) -> OpenFolder {
        try OpenFolder(root).folder(path.folder)
    }

    private func makeFolders(for path: RecordPath) throws(StoreFault) {
        var folder = try OpenFolder(root)
        for name in path.folder.split(separator: "/") {
            try folder.make(String(name), mode: 0o777)
            folder = try folder.folder(String(name))
        }
    }

    // MARK: After a kill

    /// Clears away what saves that were cut off have left beside the records: each such file goes to the versions of its record,
    /// since it may hold what somebody wrote.
    public func collectLeftovers() throws(StoreFault) {
        for kind in RecordPath.folders { try collectLeftovers(below: kind, depth: 0) }
    }

    private func collectLeftovers(below path: String, depth: Int) throws(StoreFault) {
        let folder: OpenFolder
        do throws(StoreFault) {
            folder = try OpenFolder(root).folder(path)
        } catch {
            // A file, a link, or not there.
            return
        }
        for name in folder.names() {
            if let record = LeftoverName.record(of: name) {
                guard let record = RecordPath("\(path)/\(record)") else { continue }
                let bytes = try folder.read(name).bytes
                if (try? folder.read(record.name).bytes) != bytes { try versions.add(bytes, to: record) }
                folder.remove(name)
            } else if !name.hasPrefix("."), !name.hasSuffix(".md"), depth < 8 {
                try collectLeftovers(below: "\(path)/\(name)", depth: depth + 1)
            }
        }
    }
}
