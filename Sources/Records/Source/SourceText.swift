import VietnameseText

/// A file's text for showing it in a message, also when it is not fit for a build.
public enum SourceText {
    /// Lines by their numbers, from 1, without their ends; what is not UTF-8 shows as U+FFFD.
    public static func lines(_ wanted: Set<Int>, of bytes: [UInt8]) -> [Int: String] {
        var found: [Int: String] = [:]
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 1
        while start <= bytes.count, found.count < wanted.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
            if wanted.contains(number) { found[number] = String(decoding: bytes[start..<end], as: UTF8.self) }
            // CRLF, and a lone CR, end a line as the build reads it.
            if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") {
                end += 1
            }
            start = end + 1
            number += 1
        }
        return found
    }

    /// A text without what cannot be seen, as the builder reads it. In valid UTF-8.
    public static func withoutInvisibleSigns(_ bytes: [UInt8], path: String) -> [UInt8] {
        InvisibleSigns(in: bytes, path: path)?.bytes ?? bytes
    }

    /// A line as the builder reads it, for showing it and counting its columns.
    public static func asRead(_ line: String) -> String {
        guard let signs = InvisibleSigns(in: Array(line.utf8), path: ".md") else { return Normalization.nfc(line) }
        return Normalization.nfc(String(decoding: signs.bytes, as: UTF8.self))
    }
}
