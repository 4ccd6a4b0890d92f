/// Where the bytes of a body stand in its file on the disk, which may have CRLF, decomposed letters or invisible signs
/// that are taken out as it is read.
public struct DiskOffsets: Sendable {
    private let raw: [UInt8]
    private let body: [UInt8]
    /// Where each line begins, in the file and in the body; nil where the file ends with the very bytes of the body.
    private let lines: (raw: [Int], body: [Int])?

    /// - Parameters:
    ///   - raw: The whole file.
    ///   - body: Its body as it was read.
    public init(raw: [UInt8], body: [UInt8]) {
        self.raw = raw
        self.body = body
        lines = raw.suffix(body.count).elementsEqual(body) ? nil : (Self.starts(raw), Self.starts(body))
    }

    /// The offset from the beginning of the body on the disk for one in the body as it was read.
    public func offset(_ offset: Int) -> Int {
        guard let lines, let line = lines.body.lastIndex(where: { $0 <= offset }) else { return offset }
        // Reading takes no line away, so the body's lines are the file's last ones.
        let first = lines.raw.count - lines.body.count
        guard first >= 0 else { return offset }
        let start = lines.raw[first + line]
        let end = first + line + 1 < lines.raw.count ? lines.raw[first + line + 1] : raw.count
        return start - lines.raw[first] + inLine(raw[start..<end], offset - lines.body[line])
    }

    /// How far one must read on in a line to have read as many bytes, signs that are taken out there included.
    private func inLine(_ line: ArraySlice<UInt8>, _ wanted: Int) -> Int {
        var (low, high) = (0, line.count)
        while low < high {
            var middle = (low + high + 1) / 2
            // A letter is not cut.
            while middle < line.count, line[line.startIndex + middle] & 0xC0 == 0x80 { middle += 1 }
            if middle <= high, Self.lengthAsRead(line.prefix(middle)) <= wanted {
                low = middle
            } else {
                high = (low + high + 1) / 2 - 1
            }
        }
        return low
    }

    private static func lengthAsRead(_ bytes: ArraySlice<UInt8>) -> Int {
        // As lines of a body: bullets make lists there.
        let read = try? TextIntake.source(path: "line.md", bytes: Array("---\n---\n".utf8) + bytes).get()
        return (read?.bytes.count ?? bytes.count + 8) - 8
    }

    private static func starts(_ bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let isEnd = byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            if isEnd { starts.append(index + 1) }
        }
        return starts
    }
}
