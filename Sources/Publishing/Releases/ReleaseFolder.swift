import CLinux
import FoundationEssentials
import Glibc
import Hashing

/// Releases of a site side by side, one of them in service.
///
/// ```
/// DIR/current        a symbolic link to the release in service: what a web server shows
/// DIR/previous       a symbolic link to the one in service before it: pages that are still open ask for its scripts
/// DIR/releases/1     whole trees, never changed once they are there
/// DIR/releases/2
/// DIR/changes/2.html what release 2 changed, for editors; DIR/changes/2.json for programs
/// DIR/build          where builds publish to; DIR/.build.spare belongs to it
/// ```
///
/// A release shares its unchanged files with the others (hard links; builds never write into a file that is there). It is
/// made beside the others under a name that nobody reads, stored on the disk, and gets its name in one step; so does the
/// link. Whatever ends a publication midway, the release in service is whole, and so is every release with a number.
public struct ReleaseFolder: Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    /// The output folder of builds.
    public var build: String { "\(path)/build" }
    /// What a web server shows.
    public var current: String { "\(path)/current" }
    private var releases: String { "\(path)/releases" }

    public func tree(_ number: Int) -> String { "\(releases)/\(number)" }

    /// What stands beside the releases about one of them, with an ending such as `html`.
    public func changes(_ number: Int, _ ending: String) -> String { "\(path)/changes/\(number).\(ending)" }

    // MARK: What is there

    /// From the oldest to the newest.
    public var numbers: [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: releases)) ?? []
        return names.compactMap { name in Int(name).flatMap { String($0) == name && $0 > 0 ? $0 : nil } }.sorted()
    }

    /// The release in service; nil before the first.
    public var inService: Int? {
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: current),
            target.hasPrefix("releases/")
        else { return nil }
        return Int(target.dropFirst("releases/".count))
    }

    public func note(of number: Int) -> ReleaseNote? {
        Self.read("\(tree(number))/\(ReleaseSeals.note)").flatMap(ReleaseNote.init(reading:))
    }

    /// Whether the build is, file by file, what a release holds.
    public func buildIs(_ number: Int) -> Bool {
        guard let note = note(of: number), let manifest = Self.read("\(build)/\(Manifest.fileName)") else {
            return false
        }
        return SHA256.hash(manifest).hexadecimal == note.manifest
    }

    // MARK: Publishing

    /// Signs a release's `SHA256SUMS`: names of files and what is in them.
    public typealias Signer = ([UInt8], ReleaseNote) throws -> [(name: String, bytes: [UInt8])]

    /// Makes a release of what was built, and brings it into service.
    public func publish(edition: String, asOf: String, sign: Signer) throws -> ReleaseNote {
        let lock = try locked()
        defer { _ = Glibc.close(lock) }
        try makeFolder(releases)
        let manifestBytes = try Self.mustRead("\(build)/\(Manifest.fileName)")
        let manifest = try Manifest(reading: manifestBytes, path: "\(build)/\(Manifest.fileName)")
        let last = numbers.last
        let previous = last.flatMap { number in
            Self.read("\(tree(number))/\(ReleaseSeals.note)").map {
                ReleaseNote.Previous(number: number, note: SHA256.hash($0).hexadecimal)
            }
        }
        let manifestHash = SHA256.hash(manifestBytes).hexadecimal
        let note = ReleaseNote(
            number: (last ?? 0) + 1, edition: edition, asOf: asOf, manifest: manifestHash, previous: previous)
        let made = "\(releases)/.new"
        try? FileManager.default.removeItem(atPath: made)
        try makeFolder(made)
        try link(manifest, into: made)
        let checksums = ReleaseSeals.lines(
            manifest, manifestHash: manifestHash, noteHash: SHA256.hash(note.encoded).hexadecimal)
        var seals = [
            (Manifest.fileName, manifestBytes), (ReleaseSeals.note, note.encoded), (ReleaseSeals.checksums, checksums),
        ]
        seals += try sign(checksums, note).map { ($0.name, $0.bytes) }
        for (name, bytes) in seals { try write(bytes, to: "\(made)/\(name)") }
        try store()
        try PublishError.check(made) { rename(made, tree(note.number)) }
        try store()
        try bringIntoService(note.number)
        return note
    }

    /// Brings a release into service that is there already.
    public func serve(_ number: Int) throws {
        let lock = try locked()
        defer { _ = Glibc.close(lock) }
        guard numbers.contains(number) else { throw PublishError(.noManifest, path: tree(number)) }
        try bringIntoService(number)
    }

    /// Removes the oldest releases; the one in service stays.
    ///
    /// - Returns: Those that were removed.
    public func removeAll(butNewest count: Int) throws -> [Int] {
        let lock = try locked()
        defer { _ = Glibc.close(lock) }
        let removed = numbers.dropLast(count).filter { $0 != inService }
        for number in removed {
            // Under another name first, so that no number ever stands for half a release.
            let old = "\(releases)/.old"
            try? FileManager.default.removeItem(atPath: old)
            try PublishError.check(old) { rename(tree(number), old) }
            try FileManager.default.removeItem(atPath: old)
            for ending in ["html", "json"] { try? FileManager.default.removeItem(atPath: changes(number, ending)) }
        }
        return Array(removed)
    }

    private func bringIntoService(_ number: Int) throws {
        if let before = inService, before != number { try point("previous", to: before) }
        try point("current", to: number)
        try store()
    }

    /// Makes a link lead to a release, in one step.
    private func point(_ name: String, to number: Int) throws {
        let (link, new) = ("\(path)/\(name)", "\(path)/.\(name)")
        unlink(new)
        try PublishError.check(new) { symlink("releases/\(number)", new) }
        try PublishError.check(link) { rename(new, link) }
    }

    // MARK: Files

    /// Gives every file of the build a second name in a new release, or copies it where the disk has no links.
    private func link(_ manifest: Manifest, into made: String) throws {
        var folders: Set<Substring> = []
        for file in manifest.files {
            if let slash = file.path.lastIndex(of: "/"), folders.insert(file.path[..<slash]).inserted {
                try FileManager.default.createDirectory(
                    atPath: "\(made)/\(file.path[..<slash])", withIntermediateDirectories: true)
            }
            let (source, target) = ("\(build)/\(file.path)", "\(made)/\(file.path)")
            if Glibc.link(source, target) != 0 {
                guard [EPERM, ENOTSUP, EMLINK, EXDEV].contains(errno) else { throw PublishError.system(errno, target) }
                try write(try Self.mustRead(source), to: target)
            }
            var status = stat()
            try PublishError.check(target) { lstat(target, &status) }
            guard status.st_size == file.size, status.st_mode & S_IFMT == S_IFREG else {
                throw PublishError(.unreadableManifest, path: source)
            }
        }
    }

    private func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch { throw PublishError(.unusableOutput, path: path) }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        try bytes.withUnsafeBytes { try file.write($0, naming: path) }
        try file.close(naming: path)
    }

    /// Waits until everything is on the disk: one call for the file system costs less than one for each file.
    private func store() throws {
        let folder = try Descriptor.folder(path)
        try PublishError.check(path) { syncfs(folder.number) }
    }

    /// One publication at a time.
    private func locked() throws -> Int32 {
        try makeFolder(path)
        let file = "\(path)/.lock"
        let number = try PublishError.check(file) { open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644) }
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(number)
            throw PublishError(.locked, path: path)
        }
        return number
    }

    static func read(_ path: String) -> [UInt8]? { try? mustRead(path) }

    private static func mustRead(_ path: String) throws -> [UInt8] {
        try Descriptor.open(path, O_RDONLY).readAll(naming: path)
    }
}
