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
        let removed = InvisibleCount.of(before) - InvisibleCount.of(after)
        if removed > 0 { text += "# \(removed) × U+00AD, U+200B… → –\n" }
        let (old, new) = (Self.lines(before), Self.lines(after))
        for hunk in Self.hunks(old, new) {
            text +=
                "@@ -\(hunk.old.lowerBound + 1),\(hunk.old.count) +\(hunk.new.lowerBound + 1),\(hunk.new.count) @@\n"
            for line in old[hunk.old] { text += "-\(line)\n" }
            for line in new[hunk.new] { text += "+\(line)\n" }
        }
        return text
    }

    /// The ranges of lines that differ. Lines are compared by their bytes: two normal forms of one text differ.
    private static func hunks(_ old: [String], _ new: [String]) -> [(old: Range<Int>, new: Range<Int>)] {
        let difference = new.map { Array($0.utf8) }.difference(from: old.map { Array($0.utf8) })
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var hunks: [(old: Range<Int>, new: Range<Int>)] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let (startOld, startNew) = (i, j)
            while removed.contains(i) { i += 1 }
            while inserted.contains(j) { j += 1 }
            if i > startOld || j > startNew { hunks.append((startOld..<i, startNew..<j)) }
            (i, j) = (i + 1, j + 1)
        }
        return hunks
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

/// Counts signs that a diff does not show.
private enum InvisibleCount {
    static func of(_ bytes: [UInt8]) -> Int {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.count {
            $0.value == 0xAD || (0x200B...0x200F).contains($0.value) || (0x2060...0x2064).contains($0.value)
        }
    }
}
