/// A table as a CSV file (RFC 4180): UTF-8 with a byte order mark, by which spreadsheets know the letters, and the separator
/// that `site.yml` names.
struct CSVText {
    private let separator: UInt8
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Parameter separator: One ASCII character, such as `,`.
    init(separator: String) { self.separator = separator.utf8.first ?? UInt8(ascii: ",") }

    mutating func row(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(separator) }
            add(field)
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func add(_ text: String) {
        let isFormula = text.utf8.first.map(Self.opensFormula) ?? false
        let needsQuotes = text.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        if needsQuotes { bytes.append(0x22) }
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(0x22) }
    }

    /// Whether a spreadsheet takes a cell that begins so for a formula (OWASP, “CSV Injection”).
    private static func opensFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }
}
