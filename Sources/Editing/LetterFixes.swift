/// Mends letters and signs that only look right: Ð and Ɖ for Đ wherever text is read, and other dashes for the hyphen in
/// the fields that hold numbers.
///
/// Names of files and addresses stay as they are, since the file may really bear the name; so does code.
enum LetterFixes {
    static func edits(in bytes: [UInt8], yaml: Range<Int>) -> [TextEdit] {
        let lines = LineTable(bytes)
        var edits: [TextEdit] = []
        var fence: UInt8?
        for number in 0..<lines.count {
            let line = lines.range(number)
            if yaml.contains(line.lowerBound) {
                let key = Self.key(of: bytes[line])
                if !verbatim.contains(key) { edits += letters(in: line, of: bytes, isMarkdown: false) }
                if numbers.contains(key) { edits += dashes(in: line, of: bytes) }
            } else if line.lowerBound >= yaml.upperBound {
                if let mark = fenceMark(bytes[line]), fence == nil || fence == mark {
                    fence = fence == nil ? mark : nil
                } else if fence == nil {
                    edits += letters(in: line, of: bytes, isMarkdown: true)
                }
            }
        }
        return edits
    }

    /// Keys whose values name files and addresses. A line that holds one of them anywhere is left alone.
    private static let verbatim: Set<String> = ["file", "url", "source", "data", "base-url"]
    private static let numbers: Set<String> = ["number"]

    /// The key that a line begins with, or one of `verbatim` when it stands anywhere in the line.
    private static func key(of line: ArraySlice<UInt8>) -> String {
        let text = String(decoding: line, as: UTF8.self)
        for key in verbatim where text.contains("\(key):") { return key }
        let trimmed = text.drop { $0 == " " || $0 == "-" || $0 == "{" }
        return String(trimmed.prefix { $0 != ":" })
    }

    private static func fenceMark(_ line: ArraySlice<UInt8>) -> UInt8? {
        let text = line.drop { $0 == 0x20 }
        guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~"),
            text.prefix(3).allSatisfy({ $0 == first }), text.count >= 3
        else { return nil }
        return first
    }

    private static func letters(in line: Range<Int>, of bytes: [UInt8], isMarkdown: Bool) -> [TextEdit] {
        var edits: [TextEdit] = []
        var index = line.lowerBound
        // A line with code in it, or set in as code, is not text.
        if isMarkdown, bytes[line].starts(with: [0x20, 0x20, 0x20, 0x20]) || bytes[line].contains(UInt8(ascii: "`")) {
            return []
        }
        while index + 1 < line.upperBound {
            // A destination: from `](` or `<` to the next bracket or blank.
            if isMarkdown,
                bytes[index] == UInt8(ascii: "<")
                    || (bytes[index] == UInt8(ascii: "]") && bytes[index + 1] == UInt8(ascii: "("))
            {
                index += 1
                while index < line.upperBound, !" )>".utf8.contains(bytes[index]) { index += 1 }
                continue
            }
            let isCapital =
                bytes[index] == 0xC3 && bytes[index + 1] == 0x90 || bytes[index] == 0xC6 && bytes[index + 1] == 0x89
            let isSmall =
                bytes[index] == 0xC3 && bytes[index + 1] == 0xB0 || bytes[index] == 0xC9 && bytes[index + 1] == 0x96
            // Inside a word the small letter is Icelandic; đ only begins syllables.
            let begins = index == line.lowerBound || bytes[index - 1] < 0x41
            if isCapital {
                edits.append(TextEdit(range: index..<(index + 2), replacement: [0xC4, 0x90]))
            } else if isSmall, begins {
                edits.append(TextEdit(range: index..<(index + 2), replacement: [0xC4, 0x91]))
            }
            index += 1
        }
        return edits
    }

    /// Dashes of U+2010–U+2015 and the minus sign, as hyphens.
    private static func dashes(in line: Range<Int>, of bytes: [UInt8]) -> [TextEdit] {
        guard line.count >= 3 else { return [] }
        return (line.lowerBound..<(line.upperBound - 2)).compactMap { index in
            guard bytes[index] == 0xE2 else { return nil }
            let isDash = bytes[index + 1] == 0x80 && (0x90...0x95).contains(bytes[index + 2])
            let isMinus = bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92
            return isDash || isMinus ? TextEdit(range: index..<(index + 3), replacement: [0x2D]) : nil
        }
    }
}
