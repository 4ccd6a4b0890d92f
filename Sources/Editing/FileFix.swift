/// A file that `tracuu check --fix` would change.
public struct FileFix: Sendable {
    /// Path relative to the content folder.
    public var path: String
    public var before: [UInt8]
    public var after: [UInt8]

    /// The change as a unified diff. What changes invisibly (a byte order mark, line ends, composed letters) is said in
    /// words above it, because a diff of such lines shows nothing.
    public func diff(displayPath: String) -> String {
        var text = "--- \(displayPath)\n+++ \(displayPath)\n"
        if before.starts(with: [0xEF, 0xBB, 0xBF]) { text += "# BOM (EF BB BF) → –\n" }
        if before.contains(0x0D) { text += "# CRLF/CR → LF\n" }
        let old = Self.lines(before)
        let new = Self.lines(after)
        // No fix adds or drops a line, so lines answer one another.
        var hunk: [(Int, String, String)] = []
        func flush() {
            guard let first = hunk.first else { return }
            text += "@@ -\(first.0),\(hunk.count) +\(first.0),\(hunk.count) @@\n"
            for line in hunk { text += "-\(line.1)\n" }
            for line in hunk { text += "+\(line.2)\n" }
            hunk = []
        }
        for (index, pair) in zip(old, new).enumerated() {
            if Array(pair.0.utf8) == Array(pair.1.utf8) {
                flush()
            } else {
                hunk.append((index + 1, pair.0, pair.1))
            }
        }
        flush()
        return text
    }

    /// Lines without their ends and without a byte order mark.
    private static func lines(_ bytes: [UInt8]) -> [String] {
        FileText(bytes).bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

/// A file's bytes without a byte order mark and with LF line ends: as the reader takes them, but for normal form.
struct FileText {
    var bytes: [UInt8] = []

    init(_ raw: [UInt8]) {
        let text = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? raw[3...] : raw[...]
        guard text.contains(0x0D) else {
            bytes = Array(text)
            return
        }
        for index in text.indices {
            if text[index] != 0x0D {
                bytes.append(text[index])
            } else if index + 1 == text.endIndex || text[index + 1] != 0x0A {
                bytes.append(0x0A)
            }
        }
    }
}
