import Diagnostics

/// What loads of a content folder leave for the next one: each file's version with what was made of it.
///
/// What a file becomes depends on its bytes, its path, and on configuration and vocabulary; with other ones everything is
/// read again.
public struct ContentMemo: Sendable {
    /// What one file holds by itself.
    struct Parsed: Sendable {
        var record: Record?
        var circulationMark: SourceSpan?
        var diagnostics: [Diagnostic]
    }

    struct File: Sendable {
        var version: FileVersion
        var parsed: Parsed
    }

    private(set) var files: [String: File] = [:]
    private var setup: [String: [UInt8]] = [:]

    public init() {}

    /// Whether the memo's files were read with this configuration and vocabulary.
    func isRead(with setup: [String: [UInt8]]) -> Bool { setup == self.setup }

    /// The version of a file that its record was made of.
    public func version(of path: String) -> FileVersion? { files[path]?.version }

    /// Forgets what was read with another configuration or vocabulary.
    mutating func keep(readWith setup: [String: [UInt8]]) {
        guard setup != self.setup else { return }
        self.setup = setup
        files = [:]
    }

    /// Takes what a load read, and forgets files that are gone. A file that stood in the memo has no version here.
    mutating func take(versions: [FileVersion?], parsed: [Parsed], of paths: [String]) {
        for (index, version) in versions.enumerated() {
            guard let version else { continue }
            files[paths[index]] = File(version: version, parsed: parsed[index])
        }
        // A file that could not be read keeps no place, nor does one that is not listed any more.
        guard files.count != paths.count else { return }
        let listed = Set(paths)
        files = files.filter { listed.contains($0.key) }
    }
}
