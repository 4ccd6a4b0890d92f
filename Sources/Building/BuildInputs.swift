import Crypto
import Glibc
import Records

/// What a build depends on, taken without reading a file: the options, this command, and the versions of all files in its
/// folders.
struct BuildInputs: Sendable {
    struct File: Sendable, Equatable {
        var path: String
        var version: Version
    }

    /// Device, inode, size, and both times.
    struct Version: Sendable, Equatable {
        var numbers: [UInt64]
    }

    /// Of the content folder, in byte order of their paths.
    let files: [File]
    /// Of all the rest, as a fingerprint: SHA-256, hexadecimal.
    let others: String
    /// Whether every file was changed long enough ago to tell it from a later version of it.
    let isSettled: Bool

    /// Of everything; nil when not settled.
    var fingerprint: String? {
        guard isSettled else { return nil }
        var hash = SHA256()
        hash.update(data: Array(others.utf8))
        for file in files {
            hash.update(data: Array(file.path.utf8))
            file.version.numbers.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
        return Self.hexadecimal(hash)
    }

    /// Waits, when a file was saved just now, until its version is told from a later one.
    static func settled(_ options: BuildOptions) throws -> BuildInputs {
        let inputs = try BuildInputs(options)
        if inputs.isSettled { return inputs }
        usleep(25_000)
        return try BuildInputs(options)
    }

    init(_ options: BuildOptions) throws {
        var isSettled = true
        func version(of path: String, in folder: ContentFolder) -> Version {
            guard let version = folder.version(of: path), version.isSettled else {
                isSettled = false
                return Version(numbers: [])
            }
            return Version(numbers: version.numbers)
        }
        var hash = SHA256()
        func add(_ text: String) { hash.update(data: Array("\(text)\u{0}".utf8)) }
        func add(_ version: Version) { add(version.numbers.map(String.init).joined(separator: " ")) }
        add(options.content)
        add(options.templates)
        add(options.edition ?? "")
        add(options.edition == nil ? "everything" : "edition")
        add(options.asOf.partialDate.iso)
        add(options.examples ? "examples" : "")
        add(version(of: "exe", in: ContentFolder("/proc/self")))
        let templates = ContentFolder(options.templates)
        for path in try templates.files(under: "", withBackups: true) {
            add(path)
            add(version(of: path, in: templates))
        }
        others = Self.hexadecimal(hash)
        let content = ContentFolder(options.content)
        // Nobody reads what an editing program leaves of a record's last version.
        files = try content.files(under: "", withBackups: true).filter { !$0.hasSuffix(".md~") }.map {
            File(path: $0, version: version(of: $0, in: content))
        }
        self.isSettled = isSettled
    }

    private static func hexadecimal(_ hash: SHA256) -> String {
        hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
