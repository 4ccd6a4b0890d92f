import Diagnostics

/// A record's file cut into its YAML and its Markdown.
struct FrontMatterSplit {
    var yaml: ArraySlice<UInt8>
    /// Lines of the file before the YAML's first.
    var yamlLineOffset: Int
    var body: RecordBody

    /// The front matter stands between a first line `---` and the next line `---`; the body begins after one blank line.
    static func split(_ file: SourceFile) -> Result<FrontMatterSplit, Diagnostic> {
        let bytes = file.bytes
        guard let firstEnd = lineEnd(bytes, 0), isFence(bytes[0..<firstEnd]) else {
            let kind: DiagnosticKind = beginsBlank(bytes) ? .blankBeforeFrontMatter : .missingFrontMatter
            return .failure(Diagnostic(kind, at: SourceSpan(file: file.path)))
        }
        var lineStart = firstEnd + 1
        var line = 2
        while lineStart < bytes.count {
            let end = lineEnd(bytes, lineStart) ?? bytes.count
            if isFence(bytes[lineStart..<end]) {
                var bodyStart = min(end + 1, bytes.count)
                line += 1
                if bodyStart < bytes.count, bytes[bodyStart] == UInt8(ascii: "\n") {
                    bodyStart += 1
                    line += 1
                }
                return .success(
                    FrontMatterSplit(
                        yaml: bytes[(firstEnd + 1)..<lineStart], yamlLineOffset: 1,
                        body: RecordBody(bytes: Array(bytes[bodyStart...]), firstLine: line)))
            }
            lineStart = end + 1
            line += 1
        }
        return .failure(unclosed(file))
    }

    /// Where a line of dashes was meant to close it, that line; else the one that opens it.
    private static func unclosed(_ file: SourceFile) -> Diagnostic {
        let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated().dropFirst() {
            let text = String(decoding: line, as: UTF8.self).trimmingBlanks()
            guard text.unicodeScalars.count != 1 || text != "-", !text.isEmpty,
                text.unicodeScalars.allSatisfy({ "-–—− ".unicodeScalars.contains($0) })
            else { continue }
            return Diagnostic(
                .unclosedFrontMatter,
                at: SourceSpan(
                    file: file.path, line: number + 1, column: 1,
                    length: String(decoding: line, as: UTF8.self).unicodeScalars.count),
                suggestion: "---")
        }
        return Diagnostic(.unclosedFrontMatter, at: SourceSpan(file: file.path, line: 1, column: 1, length: 3))
    }

    /// Whether a fence follows after nothing but blanks and empty lines.
    private static func beginsBlank(_ bytes: [UInt8]) -> Bool {
        let rest = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
        return rest.startIndex > 0 && isFence(rest.prefix { $0 != 0x0A })
    }

    private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = start
            while index < buffer.count {
                if buffer[index] == UInt8(ascii: "\n") { return index }
                index += 1
            }
            return nil
        }
    }

    /// `---`, with blanks after it at most.
    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
