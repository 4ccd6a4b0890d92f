/// One replacement in a text: the bytes of a range give way to others.
struct TextEdit {
    var range: Range<Int>
    var replacement: [UInt8]

    /// Carries edits out; of two that overlap the one that begins first stands.
    static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard edit.range.lowerBound >= position, edit.range.upperBound <= bytes.count else { continue }
            result += bytes[position..<edit.range.lowerBound]
            result += edit.replacement
            position = edit.range.upperBound
        }
        return result + bytes[position...]
    }
}

/// Where the lines of a text begin.
struct LineTable {
    private let starts: [Int]
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        self.starts = starts
    }

    var count: Int { starts.count }

    /// Bytes of a line, from 0, without its end.
    func range(_ line: Int) -> Range<Int> {
        let end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
        return starts[line]..<end
    }

    /// The bytes that a line, a column and a length in code points (all from 1, as in spans) mean.
    func range(line: Int, column: Int, length: Int) -> Range<Int>? {
        guard line >= 1, line <= starts.count else { return nil }
        let line = range(line - 1)
        let start = advance(line.lowerBound, by: column - 1, in: line)
        return start..<advance(start, by: length, in: line)
    }

    private func advance(_ start: Int, by points: Int, in line: Range<Int>) -> Int {
        var index = start
        var left = points
        while left > 0, index < line.upperBound {
            index += 1
            while index < line.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
            left -= 1
        }
        return index
    }
}
