import FoundationEssentials
import Hashing

/// `release.json`: which release a tree is. Each names the hash of its manifest and of the note before, so that nobody can
/// change a release, or put one in between, without changing every later one.
public struct ReleaseNote: Sendable, Hashable, Codable {
    public struct Previous: Sendable, Hashable, Codable {
        public var number: Int
        /// SHA-256 of its `release.json`.
        public var note: String
    }

    public var format = "tracuu-release"
    public var version = 1
    /// From 1.
    public var number: Int
    public var edition: String
    /// `yyyy-mm-dd`: the day that states are computed for.
    public var asOf: String
    /// SHA-256 of the manifest.
    public var manifest: String
    public var previous: Previous?

    public init(number: Int, edition: String, asOf: String, manifest: String, previous: Previous?) {
        self.number = number
        self.edition = edition
        self.asOf = asOf
        self.manifest = manifest
        self.previous = previous
    }

    public var encoded: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(self)).map(Array.init) ?? []) + [0x0A]
    }

    /// Nil for anything else.
    public init?(reading bytes: [UInt8]) {
        guard let note = try? JSONDecoder().decode(ReleaseNote.self, from: Data(bytes)),
            note.format == "tracuu-release", note.version == 1
        else { return nil }
        self = note
    }
}
