import Diagnostics

/// Finds the slip that keeps a YAML text from being read: the library says where it stopped, which is often a line later.
///
/// Only looked for when the text could not be read. Lines are read as front matter is written: keys in blocks, values on
/// the line of their key, lists with dashes or in brackets.
struct YAMLSlips {
    private(set) var kind: DiagnosticKind
    /// From 0, of the YAML.
    private(set) var line: Int
    /// From 0, in code points.
    private(set) var column: Int
    private(set) var length: Int
    private(set) var arguments: [String]

    /// The first slip up to a line; nil when none of those known is there.
    init?(in yaml: ArraySlice<UInt8>, upTo last: Int) {
        let lines = yaml.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
        var reader = YAMLLineReader(lines: lines)
        for number in 0..<min(lines.count, last + 1) {
            if let slip = reader.slip(inLine: number) {
                self = slip
                return
            }
        }
        return nil
    }

    init(_ kind: DiagnosticKind, line: Int, column: Int, length: Int, _ arguments: String...) {
        self.kind = kind
        self.line = line
        self.column = column
        self.length = length
        self.arguments = arguments
    }

    func diagnostic(file: String, lineOffset: Int) -> Diagnostic {
        var diagnostic = Diagnostic(
            kind, at: SourceSpan(file: file, line: line + 1 + lineOffset, column: column + 1, length: length))
        diagnostic.arguments = arguments
        return diagnostic
    }
}
