import Diagnostics
import Records

/// Finds where a cell of a CSV file stands, for messages.
enum CellPlace {
    /// The place of a cell by the line of its row, from 1, and its index in the row, from 0; the line alone when a cell
    /// before it goes over several lines.
    static func span(line: Int, cell: Int, in file: SourceFile) -> SourceSpan {
        let lines = file.bytes.split(separator: UInt8(ascii: "\n"), maxSplits: line, omittingEmptySubsequences: false)
        guard line >= 1, line <= lines.count else { return SourceSpan(file: file.path, line: line) }
        let text = lines[line - 1]
        let sign = [UInt8(ascii: ";"), UInt8(ascii: "\t")].first { lines[0].contains($0) } ?? UInt8(ascii: ",")
        var start = text.startIndex
        var passed = 0
        var isQuoted = false
        var end = text.endIndex
        for index in text.indices {
            if text[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard text[index] == sign, !isQuoted else { continue }
            if passed == cell {
                end = index
                break
            }
            passed += 1
            start = index + 1
        }
        guard passed == cell else { return SourceSpan(file: file.path, line: line) }
        func points(_ range: Range<Int>) -> Int { text[range].count { $0 & 0xC0 != 0x80 } }
        return SourceSpan(
            file: file.path, line: line, column: points(text.startIndex..<start) + 1, length: points(start..<end))
    }

    /// The line of the first double quote that nothing closes.
    static func unclosedQuote(in file: SourceFile) -> Int {
        let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let odd = lines.firstIndex { !$0.count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2) }
        return (odd ?? 0) + 1
    }
}
