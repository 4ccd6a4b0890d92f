import Encodings

/// Paths of addresses, part by part. Nothing that could lead elsewhere is a part: no `.` and `..`, no hidden names, no slash
/// that hides in a percent escape, no NUL.
enum PathSegments {
    /// The parts of an encoded path after a prefix; nil where one of them is refused.
    static func read(_ encoded: Substring) -> [String]? {
        var parts: [String] = []
        for part in encoded.split(separator: "/", omittingEmptySubsequences: false) {
            guard let part = decoded(part), isPlain(part) else { return nil }
            parts.append(part)
        }
        return parts
    }

    static func isPlain(_ part: String) -> Bool {
        !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix("~") && part.utf8.count <= 255
            && !part.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    }

    /// Nil where an escape is broken or the bytes are no UTF-8.
    private static func decoded(_ part: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = part.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(Hexadecimal.value),
                let low = rest.popFirst().flatMap(Hexadecimal.value)
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
