import Diagnostics

/// Finds the marks that Vietnamese documents bear in their header: degrees of secrecy, and limits of circulation.
///
/// A mark stands alone on its line. Degrees of secrecy stand in capitals, as the rubber stamp has them, maybe letter-spaced,
/// or behind “Độ mật:”; “Mật” and “Tối mật” in small letters are words of laws. The same words in running text, in a title
/// or in a heading are not marks (“Mặt trận”, “bí mật nhà nước”, “Dự thảo Nghị định …”).
public enum HeaderMarks {
    public enum Mark: Sendable {
        case secrecy
        case circulation
    }

    /// The first mark of each sort in a file, with its line. The text itself is never given back.
    public static func marks(in file: SourceFile) -> [(mark: Mark, span: SourceSpan)] {
        var found: [(mark: Mark, span: SourceSpan)] = []
        var line = 1
        file.bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count {
                var end = start
                while end < buffer.count, buffer[end] != UInt8(ascii: "\n") { end += 1 }
                // A mark is short: skip the long lines that make up a text.
                if end - start <= longestMark, let mark = mark(UnsafeBufferPointer(rebasing: buffer[start..<end])),
                    !found.contains(where: { $0.mark == mark })
                {
                    found.append((mark, SourceSpan(file: file.path, line: line)))
                }
                start = end + 1
                line += 1
            }
        }
        return found
    }

    private static let longestMark = 80

    // Letters alone, as stamped; the forms without any diacritics are how they come out of old systems.
    private static let secrecy: Set<String> = ["MẬT", "TỐIMẬT", "TUYỆTMẬT", "MAT", "TOIMAT", "TUYETMAT"]
    private static let circulation: Set<String> = [
        "LƯUHÀNHNỘIBỘ", "TÀILIỆULƯUHÀNHNỘIBỘ", "DỰTHẢO", "LUUHANHNOIBO", "DUTHAO",
    ]

    private static func mark(_ line: UnsafeBufferPointer<UInt8>) -> Mark? {
        // Almost every short line begins a sentence; this spares it the making of a string.
        guard couldBeMark(line) else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        let letters = String(String.UnicodeScalarView(text.unicodeScalars.filter(\.properties.isAlphabetic)))
        let capitals = letters.uppercased()
        let label = "ĐỘMẬT"
        if capitals.hasPrefix(label), secrecy.contains(String(capitals.dropFirst(label.count))) { return .secrecy }
        if secrecy.contains(letters) { return .secrecy }
        let ending = capitals.hasPrefix("DỰTHẢOLẦN") ? "DỰTHẢO" : capitals
        return circulation.contains(ending) ? .circulation : nil
    }

    /// Whether the first two letters are those of a mark: MẬ, TỐ, TU, LƯ, TÀ, DỰ, ĐỘ and the same without marks, in either
    /// case.
    private static func couldBeMark(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var first: UInt8?
        for (place, byte) in line.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                let letter = byte | 0x20
                guard let first else {
                    guard "mtld".utf8.contains(letter) else { return false }
                    first = letter
                    continue
                }
                return seconds[first]?.contains([letter]) ?? false
            case 0x80...:
                guard let first else {
                    guard byte == 0xC4 else { return false }
                    first = byte
                    continue
                }
                // The second byte of what the line begins with.
                if first == 0xC4, line[place - 1] == 0xC4 { continue }
                // Letters with marks, but for × and ÷, are those or no mark; other signs may part letters.
                let length = byte == 0xE1 ? 3 : 2
                guard byte == 0xE1 || (0xC3...0xC6).contains(byte), place + length <= line.count,
                    byte != 0xC3 || line[place + 1] != 0x97 && line[place + 1] != 0xB7
                else { return true }
                return seconds[first]?.contains(Array(line[place..<(place + length)])) ?? false
            default: continue
            }
        }
        return false
    }

    /// By first letter, or the first byte of Đ.
    private static let seconds: [UInt8: Set<[UInt8]>] = {
        let letters: [UInt8: String] = [
            UInt8(ascii: "m"): "aậẬ", UInt8(ascii: "t"): "ouàÀốỐ", UInt8(ascii: "l"): "uưƯ", UInt8(ascii: "d"): "uựỰ",
            0xC4: "ộỘ",
        ]
        return letters.mapValues { Set($0.unicodeScalars.map { Array(String($0).utf8) }) }
    }()
}
