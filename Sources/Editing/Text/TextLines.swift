/// A text as lines, which LF, CRLF and CR end. There is always one more line than there are ends: the last may be empty.
struct TextLines {
    var lines: [String] = []
    /// What ends each line; empty for the last.
    var ends: [String] = []

    init(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            let isPair = bytes[end] == 0x0D && end + 1 < bytes.endIndex && bytes[end + 1] == 0x0A
            let next = end + (isPair ? 2 : 1)
            lines.append(String(decoding: bytes[..<end], as: UTF8.self))
            ends.append(String(decoding: bytes[end..<next], as: UTF8.self))
            bytes = bytes[next...]
        }
        lines.append(String(decoding: bytes, as: UTF8.self))
        ends.append("")
    }

    /// With LF at the ends of lines.
    var text: String { lines.joined(separator: "\n") }
}
