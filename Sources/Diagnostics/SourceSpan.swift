/// A place in a source file.
public struct SourceSpan: Sendable, Hashable {
    /// Path relative to the folder that is being read, such as `directives/kl-100.md`.
    public var file: String
    /// Line, from 1.
    public var line: Int
    /// Column of the first character, from 1, in Unicode code points of the text as read (NFC).
    public var column: Int
    /// Length in code points; 0 when only the start is known.
    public var length: Int

    public init(file: String, line: Int = 1, column: Int = 1, length: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
    }
}

extension SourceSpan: Comparable {
    /// Source order: by file (bytes of its path), then line, then column.
    public static func < (a: SourceSpan, b: SourceSpan) -> Bool {
        if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
        return (a.line, a.column, a.length) < (b.line, b.column, b.length)
    }
}
