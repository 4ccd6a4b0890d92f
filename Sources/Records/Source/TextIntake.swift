import Diagnostics
import VietnameseText

/// Turns the bytes of a file into text as the build wants it: BOM and CRLF are accepted and dropped, NFD becomes NFC,
/// and what is not UTF-8 is refused with the offset of the first wrong byte.
enum TextIntake {
    static func source(path: String, bytes raw: [UInt8]) -> Result<SourceFile, Diagnostic> {
        var bytes = raw
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let offset = firstInvalidByte(bytes) {
            let place = SourceFile(path: path, bytes: Array(bytes.prefix(offset))).span(at: offset)
            return .failure(Diagnostic(.invalidUTF8, at: place, String(offset + raw.count - bytes.count)))
        }
        if bytes.contains(UInt8(ascii: "\r")) { bytes = withoutCarriageReturns(bytes) }
        if bytes.withUnsafeBufferPointer(Normalization.isSurelyNFC) {
            return .success(SourceFile(path: path, bytes: bytes))
        }
        if let offset = CombiningMarks.firstExcess(in: bytes, above: Limits.marksOnLetter) {
            let place = SourceFile(path: path, bytes: bytes).span(at: offset)
            return .failure(Diagnostic(.tooManyMarks, at: place, String(Limits.marksOnLetter)))
        }
        return .success(SourceFile(path: path, bytes: Normalization.nfc(bytes)))
    }

    /// How many code points composing a file's text saved; nil when it was composed already.
    static func decomposedLetters(in raw: [UInt8], as file: SourceFile) -> Int? {
        // Composing always shortens; carriage returns and the byte order mark do too, so a file with them is counted.
        guard raw.count != file.bytes.count else { return nil }
        func points(_ bytes: [UInt8]) -> Int {
            bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 && $1 != UInt8(ascii: "\r") ? 1 : 0) }
        }
        let saved = points(raw) - points(file.bytes) - (raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0)
        return saved > 0 ? saved : nil
    }

    /// Offset of the first byte that no UTF-8 sequence explains; nil when there is none (RFC 3629).
    static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            let end = buffer.count
            while index < end {
                let lead = buffer[index]
                if lead < 0x80 {
                    index += 1
                    continue
                }
                let length: Int
                switch lead {
                case 0xC2...0xDF: length = 2
                case 0xE0...0xEF: length = 3
                case 0xF0...0xF4: length = 4
                default: return index
                }
                guard index + length <= end else { return index }
                let second = buffer[index + 1]
                let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
                let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
                guard second >= lowest, second <= highest else { return index }
                for offset in 2..<max(2, length) where buffer[index + offset] & 0xC0 != 0x80 { return index }
                index += length
            }
            return nil
        }
    }

    /// CRLF and lone CR become LF.
    private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte != UInt8(ascii: "\r") {
                kept.append(byte)
            } else if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
                kept.append(UInt8(ascii: "\n"))
            }
        }
        return kept
    }
}
