import Diagnostics

/// One text file of the content folder, as the rest of the build sees it: UTF-8, NFC, LF, without a byte order mark.
public struct SourceFile: Sendable, Hashable {
    /// Path relative to the content folder, with `/`.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The place of a byte offset, for diagnostics. Linear in the file; not for hot paths.
    public func span(at offset: Int, length: Int = 0) -> SourceSpan {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return SourceSpan(file: path, line: line, column: column, length: length)
    }
}
