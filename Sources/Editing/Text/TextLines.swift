/// A text as lines, which LF, CRLF and CR end. There is always one more line than there are ends: the last may be empty.
struct TextLines {
    var lines: [String] = []
    /// What ends each line; empty for the last.
    var ends: [String] = []

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                guard byte == 0x0A || byte == 0x0D else {
                    index += 1
                    continue
                }
                let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                lines.append(Self.text(bytes, start..<index))
                ends.append(isPair ? "\r\n" : byte == 0x0D ? "\r" : "\n")
                index += isPair ? 2 : 1
                start = index
            }
            lines.append(Self.text(bytes, start..<index))
            ends.append("")
        }
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// With LF at the ends of lines.
    var text: String { lines.joined(separator: "\n") }
}
