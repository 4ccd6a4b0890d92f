import Records
import SwiftCSV

/// The rows of a CSV file (RFC 4180) with the lines they begin on.
///
/// SwiftCSV reads quotes, embedded line ends and every delimiter. What it lets pass is caught here: a quote that is never
/// closed, and rows longer than the header. Byte order mark and CRLF are gone already (`TextIntake`).
struct CommaSeparated {
    struct Row {
        var line: Int
        var fields: [String]
    }

    var rows: [Row]

    enum Problem: Error {
        case quotes
        case empty
    }

    init(_ file: SourceFile) throws(Problem) {
        let text = String(decoding: file.bytes, as: UTF8.self)
        guard file.bytes.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else { throw .quotes }
        var rows: [Row] = []
        var line = 1
        do {
            let csv = try EnumeratedCSV(string: text, delimiter: Self.delimiter(of: text), loadColumns: false)
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { fields in
                let row = Row(line: line, fields: fields.map(Self.trimmed))
                line += 1 + fields.reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "\n") } }
                if row.fields.contains(where: { !$0.isEmpty }) { rows.append(row) }
            }
        } catch {
            throw .quotes
        }
        guard !rows.isEmpty else { throw .empty }
        self.rows = rows
    }

    /// The delimiter of the first line: a semicolon or a tab where there is one, as spreadsheets in Vietnamese write
    /// them because the comma marks decimals; else a comma.
    private static func delimiter(of text: String) -> CSVDelimiter {
        var quoted = false
        var found: CSVDelimiter = .comma
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: "\n") where !quoted: return found
            case UInt8(ascii: ";") where !quoted: return .semicolon
            case UInt8(ascii: "\t") where !quoted: found = .tab
            default: break
            }
        }
        return found
    }

    private static func trimmed(_ field: String) -> String {
        let blanks: Set<Character> = [" ", "\t", "\u{A0}"]
        var text = Substring(field)
        while let first = text.first, blanks.contains(first) { text.removeFirst() }
        while let last = text.last, blanks.contains(last) { text.removeLast() }
        return String(text)
    }
}
