/// Numbers of documents in running text, which no line may break inside: browsers would, after a dash or a slash.
extension [UInt8] {
    /// The longest number kept whole, in bytes; a longer one may have to break on a narrow screen.
    private static let longestKept = 24

    /// Text with `& < > "` escaped, each document number in an element of its own that keeps it on one line.
    mutating func writeKeepingNumbers(_ text: UnsafeBufferPointer<UInt8>) {
        var written = 0
        var index = 1
        while index < text.count {
            if index + 8 <= text.count, Self.hasNoJoint(text, index) {
                index += 8
                continue
            }
            guard text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "/"),
                let number = Self.number(around: index, in: text, from: written)
            else {
                index += 1
                continue
            }
            writeEscaped(UnsafeBufferPointer(rebasing: text[written..<number.lowerBound]))
            write("<span class=\"nb\">")
            writeEscaped(UnsafeBufferPointer(rebasing: text[number]))
            write("</span>")
            written = number.upperBound
            index = written + 1
        }
        writeEscaped(UnsafeBufferPointer(rebasing: text[written...]))
    }

    /// Whether none of the eight bytes is a dash or a slash.
    @inline(__always)
    private static func hasNoJoint(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        let chunk = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return zeros(chunk ^ 0x2D2D_2D2D_2D2D_2D2D) | zeros(chunk ^ 0x2F2F_2F2F_2F2F_2F2F) == 0
    }

    /// Digits, then dashes and slashes each with letters or digits behind it, a capital among them: `30/2020/NĐ-CP`.
    private static func number(
        around separator: Int, in text: UnsafeBufferPointer<UInt8>, from lowest: Int
    ) -> Range<Int>? {
        var start = separator
        while start > lowest, isDigit(text[start - 1]) { start -= 1 }
        guard start < separator, start == lowest || !isWord(text[start - 1]) else { return nil }
        var end = separator
        var hasCapital = false
        while end < text.count, end - start <= longestKept {
            let byte = text[end]
            if isWord(byte) {
                hasCapital = hasCapital || isCapital(byte) || byte == 0xC4
            } else {
                let isJoint = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
                guard isJoint, end + 1 < text.count, isWord(text[end + 1]) else { break }
            }
            end += 1
        }
        return hasCapital && end - start <= longestKept ? start..<end : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    /// A letter or digit; of what is beyond ASCII, all but blanks (0xC2 …), dashes and quotation marks (0xE2 …).
    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 ? byte != 0xC2 && byte != 0xE2 : isDigit(byte) || isCapital(byte & 0xDF)
    }
}

/// Text of a page, such as a title, as HTML in which numbers stay on one line.
public enum KeptNumbers {
    public static func html(_ text: String) -> [UInt8] {
        var html: [UInt8] = []
        var text = text
        text.withUTF8 { html.writeKeepingNumbers($0) }
        return html
    }
}
