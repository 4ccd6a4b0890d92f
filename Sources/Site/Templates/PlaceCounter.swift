import Diagnostics

/// Turns byte offsets of a file into lines and columns; offsets may come in any order.
struct PlaceCounter: Sendable {
    private let file: String
    private let bytes: [UInt8]
    /// Offsets at which lines begin.
    private let lineStarts: [Int]

    init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// The place of a byte; `length` in code points.
    func span(_ offset: Int, length: Int = 0) -> SourceSpan {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        // Continuation bytes of UTF-8 start no code point.
        let column = bytes[lineStarts[low]..<offset].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return SourceSpan(file: file, line: low + 1, column: column, length: length)
    }
}
