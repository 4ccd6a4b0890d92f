/// A file's text for showing it in a message, also when it is not fit for a build.
public enum SourceText {
    /// One line, from 1, without its end; what is not UTF-8 shows as U+FFFD.
    public static func line(_ number: Int, of bytes: [UInt8]) -> String? {
        var text = bytes[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard number >= 1, number <= lines.count else { return nil }
        var line = lines[number - 1]
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        return String(decoding: line, as: UTF8.self)
    }
}
