import Diagnostics

/// Finds values that a “#” after a blank cuts short: `title: Thông báo tuyển dụng đợt #2`. A comment that somebody meant
/// has a blank after its sign.
enum YAMLCuts {
    static func diagnostics(of root: YAMLNode, in yaml: ArraySlice<UInt8>, file: String, lineOffset: Int)
        -> [Diagnostic]
    {
        guard mayHoldCut(yaml) else { return [] }
        let lines = yaml.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
        var found: [Diagnostic] = []
        visit(root) { mark in
            guard mark.length > 0, mark.line < lines.count else { return }
            let line = lines[mark.line]
            var index = mark.column + mark.length
            guard index < line.count, line[index] == " " else { return }
            while index < line.count, line[index] == " " { index += 1 }
            guard index + 1 < line.count, line[index] == "#", line[index + 1] != " ", line[index + 1] != "#" else {
                return
            }
            let rest = String(String.UnicodeScalarView(line[index...]))
            found.append(
                Diagnostic(
                    .valueCutAtHash,
                    at: SourceSpan(
                        file: file, line: mark.line + 1 + lineOffset, column: index + 1, length: line.count - index),
                    Placeholders.excerpt(rest)))
        }
        return found
    }

    private static func mayHoldCut(_ yaml: ArraySlice<UInt8>) -> Bool {
        var before: UInt8 = 0
        for byte in yaml {
            if byte == UInt8(ascii: "#"), before == 0x20 { return true }
            before = byte
        }
        return false
    }

    /// Calls with the place of every plain text, keys left out.
    private static func visit(_ node: YAMLNode, _ body: (YAMLMark) -> Void) {
        switch node {
        case .scalar(_, let isPlain, let mark): if isPlain { body(mark) }
        case .sequence(let items, _): for item in items { visit(item, body) }
        case .mapping(let entries, _): for entry in entries { visit(entry.value, body) }
        }
    }
}
