import Records

/// A text of several lines as a block scalar.
struct BlockScalarWriting {
    /// `|`, `>-`, `|2+`.
    var header: String
    /// Without line breaks, each with its indentation.
    var lines: [String]

    /// Nil where a block scalar cannot hold the text.
    ///
    /// - Parameters:
    ///   - indentation: Blanks before each line.
    ///   - parent: Column of the key or dash that the text belongs to.
    init?(_ text: String, style: YAMLStyle, indentation: Int, parent: Int) {
        guard text.unicodeScalars.allSatisfy({ $0 == "\n" || ScalarWriting.isPrintable($0) }) else { return nil }
        var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var ends = 0
        while rest.count > 1, rest.last?.isEmpty == true {
            rest.removeLast()
            ends += 1
        }
        guard let first = rest.first(where: { !$0.isEmpty }), indentation > parent, indentation - parent < 10 else {
            return nil
        }
        let isFolded = style == .folded && Self.canBeFolded(rest)
        header = isFolded ? ">" : "|"
        // Without it, the blanks of the first line would be taken for indentation.
        if Self.isBlank(first.unicodeScalars.first) || rest.first?.isEmpty == true {
            header += String(indentation - parent)
        }
        header += ends == 0 ? "-" : ends == 1 ? "" : "+"
        let blanks = String(repeating: " ", count: indentation)
        let written = isFolded ? rest.flatMap { [$0, ""] }.dropLast() : rest
        lines = written.map { $0.isEmpty ? "" : blanks + $0 } + Array(repeating: "", count: max(0, ends - 1))
    }

    /// A line break of the text is an empty line when folded; lines that begin with blanks, and empty ones, have rules of their
    /// own.
    private static func canBeFolded(_ lines: ArraySlice<Substring>) -> Bool {
        lines.allSatisfy { line in
            !line.isEmpty && !isBlank(line.unicodeScalars.first) && !isBlank(line.unicodeScalars.last)
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar?) -> Bool { scalar == " " || scalar == "\t" }
}
