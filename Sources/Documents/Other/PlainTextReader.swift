/// Plain text: a paragraph a line.
public enum PlainTextReader {
    static func read(_ bytes: [UInt8]) throws(ReadingError) -> ImportedDocument {
        guard let text = decoded(bytes) else { throw .unknownFormat }
        return document(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    public static func document(lines: [String]) -> ImportedDocument {
        var document = ImportedDocument()
        for line in lines {
            let line = line.hasSuffix("\r") ? String(line.dropLast()) : line
            let blanks = line.prefix { $0 == " " }.count
            var alignment = Paragraph.Alignment.start
            let trimmed = line.trimmingBlanks()
            // A short line far from the margin is centred.
            if blanks >= 12, trimmed.count < 90, blanks + trimmed.count / 2 > 30 { alignment = .center }
            document.blocks.append(.paragraph(Paragraph(runs: [Run(.text(line))], alignment: alignment)))
        }
        return document
    }

    static func decoded(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let isLittle = bytes[0] == 0xFF
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
                isLittle
                    ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                    : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
            }
            return String(decoding: units, as: UTF16.self)
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // Old texts are in a code page of one byte a letter.
        return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
    }
}
