import Diagnostics

/// Lines of a body, for places in diagnostics and for numbers as printed.
public struct SourceLines {
    private let file: String
    private let firstLine: Int
    private let source: UnsafeBufferPointer<UInt8>
    /// Where each line begins.
    let starts: [Int]
    /// Up to where characters were counted last, and how many there were since that line's start: places are asked for
    /// in order, and a line may be a megabyte long.
    private var counted = (line: 0, offset: 0, characters: 0)

    /// - Parameter firstLine: The line of the file on which the body begins, from 1.
    public init(_ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
        self.source = source
        self.file = file
        self.firstLine = firstLine
        starts = Self.starts(source)
    }

    /// The offset of a line (from 1), or the end of the body.
    func offset(ofLine line: Int) -> Int {
        guard line >= 1 else { return 0 }
        return line <= starts.count ? starts[line - 1] : source.count
    }

    /// The line of the file that a line of the body (from 1) is.
    func lineOfFile(_ line: Int) -> Int { firstLine + max(line, 1) - 1 }

    /// The place of bytes of the body.
    public mutating func span(_ range: Range<Int>) -> SourceSpan {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= range.lowerBound { low = middle } else { high = middle }
        }
        return SourceSpan(
            file: file, line: firstLine + low, column: characters(inLine: low, upTo: range.lowerBound) + 1,
            length: codePoints(range))
    }

    private mutating func characters(inLine line: Int, upTo offset: Int) -> Int {
        guard line == counted.line, offset >= counted.offset else {
            let characters = codePoints(starts[line]..<offset)
            // A look back does not lose what was counted ahead.
            if line > counted.line { counted = (line, offset, characters) }
            return characters
        }
        counted = (line, offset, counted.characters + codePoints(counted.offset..<offset))
        return counted.characters
    }

    /// The place of a line and a byte column, both from 1.
    mutating func span(line: Int, column: Int) -> SourceSpan {
        let start = offset(ofLine: max(line, 1))
        let end = offset(ofLine: max(line, 1) + 1)
        let place = min(start + max(column - 1, 0), max(end - 1, start))
        return span(place..<place)
    }

    private func codePoints(_ range: Range<Int>) -> Int {
        var count = 0
        for index in range where source[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Lines end in LF, CRLF or CR.
    private static func starts(_ source: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(source.count / 128 + 8)
        let hasReturns = source.next(UInt8(ascii: "\r"), from: 0) != nil
        var index = 0
        guard hasReturns else {
            while let end = source.next(UInt8(ascii: "\n"), from: index) {
                index = end + 1
                starts.append(index)
            }
            return starts
        }
        while index < source.count {
            let byte = source[index]
            index += 1
            if byte == UInt8(ascii: "\n")
                || (byte == UInt8(ascii: "\r") && (index == source.count || source[index] != UInt8(ascii: "\n")))
            {
                starts.append(index)
            }
        }
        return starts
    }
}
