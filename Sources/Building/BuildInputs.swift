import Glibc
import Hashing
import Records

/// What a build depends on, taken without reading a file: the options, this command, and the versions of all files in its
/// folders.
struct BuildInputs: Sendable {
    struct File: Sendable, Equatable {
        var path: String
        /// Nil for one that is not there, or was changed just now.
        var version: FileVersion.Identity?
    }

    /// Of the content folder, in byte order of their paths.
    private(set) var files: [File]
    /// Of all the rest, as a fingerprint: SHA-256, hexadecimal.
    let others: String
    private let areOthersSettled: Bool

    /// Whether every file was changed long enough ago to tell it from a later version of it.
    var isSettled: Bool { areOthersSettled && files.allSatisfy { $0.version != nil } }

    /// Of everything; nil when not settled.
    var fingerprint: String? {
        guard isSettled else { return nil }
        var bytes = Array(others.utf8)
        bytes.reserveCapacity(files.count * 100)
        for file in files {
            bytes.append(contentsOf: file.path.utf8)
            bytes.append(0)
            withUnsafeBytes(of: file.version) { bytes.append(contentsOf: $0) }
        }
        return SHA256.hash(bytes).hexadecimal
    }

    /// Waits, when a file was saved just now, until its version is told from a later one.
    static func settled(_ options: BuildOptions) throws -> BuildInputs {
        var inputs = try BuildInputs(options)
        if inputs.isSettled { return inputs }
        usleep(21_000)
        guard inputs.areOthersSettled else { return try BuildInputs(options) }
        let folder = ContentFolder(options.content)
        for place in inputs.files.indices where inputs.files[place].version == nil {
            inputs.files[place].version = settled(folder.version(of: inputs.files[place].path))
        }
        return inputs
    }

    init(_ options: BuildOptions) throws {
        var hashed: [UInt8] = []
        func add(_ text: String) { hashed += "\(text)\u{0}".utf8 }
        func add(_ version: FileVersion.Identity?) {
            withUnsafeBytes(of: version) { hashed += $0 }
        }
        add(options.content)
        add(options.templates)
        add(options.edition ?? "")
        add(options.edition == nil ? "everything" : "edition")
        add(options.asOf.partialDate.iso)
        add(options.examples ? "examples" : "")
        add(options.followsLinks ? "links" : "")
        let program = Self.settled(ContentFolder("/proc/self").version(of: "exe"))
        add(program)
        let templates = try Self.files(in: options.templates, options)
        for file in templates {
            add(file.path)
            add(file.version)
        }
        others = SHA256.hash(hashed).hexadecimal
        // Nobody reads what an editing program leaves of a record's last version.
        files = try Self.files(in: options.content, options) { !$0.hasSuffix(".md~") }
        areOthersSettled = program != nil && templates.allSatisfy { $0.version != nil }
    }

    private static func files(
        in folder: String, _ options: BuildOptions, where isRead: (String) -> Bool = { _ in true }
    ) throws -> [File] {
        let folder = ContentFolder(folder, followsLinks: options.followsLinks)
        let listing = try folder.listing(under: "", withBackups: true)
        // Names that are refused count, too: once they are there, nothing is as it was.
        let refused = listing.refused.map(\.path)
        let paths = listing.files.filter(isRead) + refused
        return zip(paths, try folder.versions(of: paths)).map { File(path: $0, version: settled($1)) }
    }

    private static func settled(_ version: FileVersion?) -> FileVersion.Identity? {
        version.flatMap { $0.isSettled ? $0.identity : nil }
    }
}
