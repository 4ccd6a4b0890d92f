import Diagnostics
import VietnameseText

/// Turns the bytes of a file into text as the build wants it: BOM and CRLF are accepted and dropped, what cannot be seen
/// is taken out, NFD becomes NFC, and what is not UTF-8 is refused with the offset of the first wrong byte.
enum TextIntake {
    /// A file as it is read, and what of it was changed on the way.
    struct Intake {
        var file: SourceFile
        /// At most one of a kind for a file.
        var notes: [Diagnostic] = []
    }

    static func source(path: String, bytes: [UInt8]) -> Result<SourceFile, Diagnostic> {
        take(path: path, bytes: bytes).map(\.file)
    }

    static func take(path: String, bytes raw: [UInt8]) -> Result<Intake, Diagnostic> {
        var bytes = raw
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let (invalid, hasSuspects) = scan(bytes)
        if let offset = invalid {
            let place = SourceFile(path: path, bytes: Array(bytes.prefix(offset))).span(at: offset)
            return .failure(Diagnostic(.invalidUTF8, at: place, String(offset + raw.count - bytes.count)))
        }
        if bytes.contains(UInt8(ascii: "\r")) { bytes = withoutCarriageReturns(bytes) }
        let signs = hasSuspects ? InvisibleSigns(in: bytes, path: path) : nil
        if let signs { bytes = signs.bytes }
        let isComposed = bytes.withUnsafeBufferPointer(Normalization.isSurelyNFC)
        if !isComposed, let offset = CombiningMarks.firstExcess(in: bytes, above: Limits.marksOnLetter) {
            let place = SourceFile(path: path, bytes: bytes).span(at: offset)
            return .failure(Diagnostic(.tooManyMarks, at: place, String(Limits.marksOnLetter)))
        }
        let composed = isComposed ? bytes : Normalization.nfc(bytes)
        let file = SourceFile(path: path, bytes: composed)
        var notes = signs.map { Self.notes(on: $0, SourceFile(path: path, bytes: bytes)) } ?? []
        // Composing always shortens.
        if composed.count != bytes.count, case let saved = points(bytes) - points(composed), saved > 0 {
            notes.append(Diagnostic(.decomposedLetters, at: SourceSpan(file: path), String(saved)))
        }
        return .success(Intake(file: file, notes: notes))
    }

    private static func notes(on signs: InvisibleSigns, _ file: SourceFile) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        for (kind, found) in [(DiagnosticKind.invisibleSigns, signs.removed), (.privateBullets, signs.bullets)]
        where found.count > 0 {
            notes.append(Diagnostic(kind, at: file.span(at: found.first), String(found.count)))
        }
        if signs.unknown.count > 0 {
            let name = "U+" + String(signs.unknownScalar, radix: 16, uppercase: true)
            let place = file.span(at: signs.unknown.first, length: 1)
            notes.append(Diagnostic(.privateSigns, at: place, name, String(signs.unknown.count)))
        }
        return notes
    }

    private static func points(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }

    /// Offset of the first byte that no UTF-8 sequence explains, nil when there is none (RFC 3629); and whether signs that
    /// nobody sees may be among the bytes.
    private static func scan(_ bytes: [UInt8]) -> (invalid: Int?, hasSuspects: Bool) {
        var hasSuspects = false
        let invalid = bytes.withUnsafeBufferPointer { buffer -> Int? in
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
                hasSuspects = hasSuspects || InvisibleSigns.isSuspect(lead, second)
                let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
                let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
                guard second >= lowest, second <= highest else { return index }
                for offset in 2..<max(2, length) where buffer[index + offset] & 0xC0 != 0x80 { return index }
                index += length
            }
            return nil
        }
        return (invalid, hasSuspects)
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
