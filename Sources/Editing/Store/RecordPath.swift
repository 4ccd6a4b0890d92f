import Records

/// The path of a record's file below `content/`, with nothing in it that could lead elsewhere.
public struct RecordPath: Sendable, Hashable, CustomStringConvertible {
    /// Relative to `content/`, with `/`.
    public let description: String

    /// The kind that the folder tells.
    public let kind: Kind

    /// Nil for anything but a Markdown file below the folder of a kind: names must not be hidden, name a folder above, or be those
    /// of editors' backups.
    public init?(_ path: String) {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.count >= 2, path.utf8.count <= 1_024, path.hasSuffix(".md"),
            let kind = Kind.allCases.first(where: { Array($0.folder.utf8) == Array(segments[0].utf8) }),
            segments.allSatisfy({ Self.isName($0.utf8) }), segments.last != ".md"
        else { return nil }
        description = path
        self.kind = kind
    }

    /// Below 200 bytes, so that a name beside it has room for what tells it apart.
    private static func isName(_ name: Substring.UTF8View) -> Bool {
        guard let first = name.first, let last = name.last, name.count <= 200 else { return false }
        return first != UInt8(ascii: ".") && last != UInt8(ascii: "~")
            && name.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    }

    /// The folders of the kinds.
    static var folders: [String] { Kind.allCases.map(\.folder) }

    /// The path of the folder.
    var folder: String { description.split(separator: "/").dropLast().joined(separator: "/") }

    var name: String { description.split(separator: "/").last.map(String.init) ?? "" }

    /// Two spellings of a letter are two files.
    public static func == (a: RecordPath, b: RecordPath) -> Bool {
        Array(a.description.utf8) == Array(b.description.utf8)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(Array(description.utf8)) }
}
