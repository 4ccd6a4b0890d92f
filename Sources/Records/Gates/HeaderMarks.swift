import Diagnostics
import VietnameseText

/// Finds the marks that Vietnamese documents bear in their header: degrees of secrecy, and limits of circulation.
///
/// A mark stands alone on its line, or in a column of it: in a cell of a table, or parted from the rest by a tab or by
/// several blanks. Degrees of secrecy stand in capitals, as the rubber stamp has them, maybe letter-spaced, in brackets,
/// beside a mark of urgency or after “TÀI LIỆU”; or in any letters after a label such as “Độ mật:” or beside a mark of
/// urgency (“Mật - Hỏa tốc”). “Mật” and “Tối mật” in small letters are words of laws, which list them in cells and items;
/// alone on a line among the first lines of a record's text, before its first provision, they are what somebody typed in
/// place of the stamp, and a mark. A limit of circulation among three or more columns below the head is an example in a table.
/// The same words in running text or in a title are not marks (“Mặt trận”, “bí mật nhà
/// nước”, “Dự thảo Nghị định …”).
public enum HeaderMarks {
    public enum Mark: Sendable {
        case secrecy
        case circulation
    }

    /// The first mark of each sort in a file, with its line. The text itself is never given back.
    ///
    /// - Parameter beginsWithText: Whether the file has no front matter, but begins with a document's own first lines.
    public static func marks(in file: SourceFile, beginsWithText: Bool = false) -> [(mark: Mark, span: SourceSpan)] {
        var head = DocumentHead(beginsWithText: beginsWithText)
        var found: [(mark: Mark, span: SourceSpan)] = []
        var line = 1
        file.bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count {
                var end = start
                var hasColumns = false
                while end < buffer.count, buffer[end] != UInt8(ascii: "\n") {
                    hasColumns = hasColumns || buffer[end] == UInt8(ascii: "|") || buffer[end] == UInt8(ascii: "\t")
                    end += 1
                }
                let text = UnsafeBufferPointer(rebasing: buffer[start..<end])
                let isHead = head.holds(text)
                for mark in marks(inLine: text, hasColumns: hasColumns, isHead: isHead)
                where !found.contains(where: { $0.mark == mark }) {
                    found.append((mark, SourceSpan(file: file.path, line: line)))
                }
                start = end + 1
                line += 1
            }
        }
        return found
    }

    private static let longestMark = 160

    private static func marks(inLine line: UnsafeBufferPointer<UInt8>, hasColumns: Bool, isHead: Bool) -> [Mark] {
        // A mark is short: the long lines that make up a text are passed over, unless they have columns.
        if line.count <= longestMark {
            if let mark = mark(line, isHead: isHead) { return [mark] }
            guard hasColumns || hasGap(line) else { return [] }
        } else if !hasColumns {
            return []
        }
        let columns = columns(of: line)
        let isLetterhead = isHead && columns.contains(where: DocumentHead.isLetterhead)
        // A letterhead has two columns. A row of a wider table below it that says “Dự thảo” speaks of how drafts look.
        let isTable = !isHead && columns.count { $0.contains { $0 != 0x20 } } > 2
        return columns.compactMap {
            guard $0.count <= longestMark, let mark = mark($0, isHead: isLetterhead) else { return nil }
            return isTable && mark == .circulation ? nil : mark
        }
    }

    /// Whether three blanks stand in a row after something else: the two columns of a header that was copied as text.
    private static func hasGap(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = line.firstIndex(where: { $0 != 0x20 }) else { return false }
        var blanks = 0
        for byte in line[first...] {
            blanks = byte == 0x20 ? blanks + 1 : 0
            if blanks == 3 { return true }
        }
        return false
    }

    private static func columns(of line: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
        var columns: [UnsafeBufferPointer<UInt8>] = []
        var start = 0
        var index = 0
        func close(_ end: Int) {
            if end > start { columns.append(UnsafeBufferPointer(rebasing: line[start..<end])) }
        }
        while index < line.count {
            let byte = line[index]
            let isGap = byte == 0x20 && index + 2 < line.count && line[index + 1] == 0x20 && line[index + 2] == 0x20
            if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\t") || isGap {
                close(index)
                start = index + 1
            }
            index += 1
        }
        close(line.count)
        return columns
    }

    private static func mark(_ line: UnsafeBufferPointer<UInt8>, isHead: Bool) -> Mark? {
        // Almost no line has the letters; this spares it the making of a string.
        guard MarkLetters.mayBeMark(line) else { return nil }
        return MarkWords.mark(String(decoding: line, as: UTF8.self), isHead: isHead)
    }
}
