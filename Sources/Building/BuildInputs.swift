import Crypto
import Records

/// What a build depends on, as one fingerprint that is taken without reading a file: the options, this command, and the
/// versions of all files in its folders.
struct BuildInputs: Sendable {
    /// SHA-256, hexadecimal; nil when a file was changed too shortly before to tell it from a later version of it.
    let fingerprint: String?

    init(_ options: BuildOptions) throws {
        var hash = SHA256()
        var isSettled = true
        func add(_ text: String) { hash.update(data: Array("\(text)\u{0}".utf8)) }
        func add(_ version: FileVersion?) {
            guard let version, version.isSettled else {
                isSettled = false
                return
            }
            add(version.identity)
        }
        add(options.content)
        add(options.templates)
        add(options.edition ?? "")
        add(options.edition == nil ? "everything" : "edition")
        add(options.asOf.partialDate.iso)
        add(options.examples ? "examples" : "")
        add(ContentFolder("/proc/self").version(of: "exe"))
        for folder in [ContentFolder(options.content), ContentFolder(options.templates)] {
            for path in try folder.files(under: "", withBackups: true) {
                add(path)
                add(folder.version(of: path))
            }
            add("")
        }
        fingerprint = isSettled ? hash.finalize().map { String($0, radix: 16) }.joined(separator: "-") : nil
    }
}
