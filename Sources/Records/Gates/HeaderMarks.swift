import Diagnostics
import VietnameseText

/// Finds the marks that Vietnamese documents bear in their header: degrees of secrecy, and limits of circulation.
///
/// A mark stands alone on its line, or in a column of it: in a cell of a table, or parted from the rest by a tab or by
/// several blanks. Degrees of secrecy stand in capitals, as the rubber stamp has them, maybe letter-spaced, in brackets,
/// beside a mark of urgency or after “TÀI LIỆU”; or in any letters after a label such as “Độ mật:”. “Mật” and “Tối mật”
/// in small letters are words of laws. The same words in running text or in a title are not marks (“Mặt trận”,
/// “bí mật nhà nước”, “Dự thảo Nghị định …”).
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
                var hasColumns = false
                while end < buffer.count, buffer[end] != UInt8(ascii: "\n") {
                    hasColumns = hasColumns || buffer[end] == UInt8(ascii: "|") || buffer[end] == UInt8(ascii: "\t")
                    end += 1
                }
                let text = UnsafeBufferPointer(rebasing: buffer[start..<end])
                for mark in marks(inLine: text, hasColumns: hasColumns)
                where !found.contains(where: { $0.mark == mark }) {
                    found.append((mark, SourceSpan(file: file.path, line: line)))
                }
                start = end + 1
                line += 1
            }
        }
        return found
    }

    private static let longestMark = 160

    private static func marks(inLine line: UnsafeBufferPointer<UInt8>, hasColumns: Bool) -> [Mark] {
        // A mark is short: the long lines that make up a text are passed over, unless they have columns.
        if line.count <= longestMark {
            if let mark = mark(line) { return [mark] }
            guard hasColumns || hasGap(line) else { return [] }
        } else if !hasColumns {
            return []
        }
        return columns(of: line).compactMap { $0.count <= longestMark ? mark($0) : nil }
    }

    /// Whether three blanks stand in a row after something else: the two columns of a header that was copied as text.
    private static func hasGap(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = line.firstIndex(where: { $0 != 0x20 }) else { return false }
        var blanks = 0
        for byte in line[first...] {
            blanks = byte == 0x20 ? blanks + 1 : 0
            if blanks == 3 { return true }
        }
        return false
    }

    private static func columns(of line: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
        var columns: [UnsafeBufferPointer<UInt8>] = []
        var start = 0
        var index = 0
        func close(_ end: Int) {
            if end > start { columns.append(UnsafeBufferPointer(rebasing: line[start..<end])) }
        }
        while index < line.count {
            let byte = line[index]
            let isGap = byte == 0x20 && index + 2 < line.count && line[index + 1] == 0x20 && line[index + 2] == 0x20
            if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\t") || isGap {
                close(index)
                start = index + 1
            }
            index += 1
        }
        close(line.count)
        return columns
    }

    private static func mark(_ line: UnsafeBufferPointer<UInt8>) -> Mark? {
        // Almost every line begins a sentence; this spares it the making of a string.
        guard couldBeMark(line), hasLettersOfMark(line) else { return nil }
        return MarkWords.mark(String(decoding: line, as: UTF8.self))
    }

    /// Whether the first two letters are those of a mark or of what may stand before one: MẬ, TỐ, TU, TÀ, LƯ, DỰ, DẤ, ĐỘ,
    /// VĂ, BẢ, KH, TH, HỎ, and the same without diacritics or in an old encoding. Signs before and between them, tags and
    /// character references are for the closer look.
    private static func couldBeMark(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var first: UInt8?
        var index = 0
        while index < line.count {
            let byte = line[index]
            let letter: UInt8
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "&"): return true
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                letter = byte | 0x20
                index += 1
            case 0xC3...0xC6, 0xE1:
                // Letters with diacritics; × and ÷ are none, and Đ begins a mark.
                let isSign = byte == 0xC3 && index + 1 < line.count && [0x97, 0xB7].contains(line[index + 1])
                letter = isSign ? 0 : byte
                index += byte == 0xE1 ? 3 : 2
            default:
                // Digits, blanks, and signs of any length: their later bytes are no letters either.
                index += 1
                continue
            }
            if letter == 0 { continue }
            guard let before = first else {
                guard "mtdvbkhlc".utf8.contains(letter) || letter == 0xC4 else { return false }
                first = letter
                continue
            }
            // A letter with diacritics may be any of those looked for.
            if letter >= 0x80 { return true }
            return plainSeconds[before]?.contains(letter) ?? false
        }
        return false
    }

    /// Whether a line has what every mark has: a capital M, the M of any size after a label with its colon, the first letter
    /// of a mark of circulation in a short line, or signs that only the closer look can read.
    private static func hasLettersOfMark(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var hasColon = false
        var hasSmallM = false
        var first: UInt8?
        for byte in line {
            switch byte {
            case UInt8(ascii: "M"), UInt8(ascii: "<"), UInt8(ascii: "&"): return true
            case UInt8(ascii: "m"): hasSmallM = true
            case UInt8(ascii: ":"): hasColon = true
            default: break
            }
            let isLetter = byte >= 0xC3 && byte < 0xF0 || (0x41...0x5A).contains(byte & 0xDF)
            if first == nil, isLetter { first = byte | 0x20 }
        }
        if hasColon, hasSmallM { return true }
        // LƯU HÀNH NỘI BỘ, TÀI LIỆU LƯU HÀNH NỘI BỘ and DỰ THẢO, maybe letter-spaced.
        return line.count <= 100 && first.map { "ltd".utf8.contains($0) || $0 >= 0x80 } ?? false
    }

    /// The second letters without diacritics, by the first one.
    private static let plainSeconds: [UInt8: [UInt8]] = [
        UInt8(ascii: "m"): Array("a".utf8), UInt8(ascii: "t"): Array("ouah".utf8), UInt8(ascii: "d"): Array("uao".utf8),
        UInt8(ascii: "v"): Array("a".utf8), UInt8(ascii: "b"): Array("a".utf8), UInt8(ascii: "k"): Array("h".utf8),
        UInt8(ascii: "h"): Array("o".utf8), UInt8(ascii: "l"): Array("u".utf8), UInt8(ascii: "c"): Array("o".utf8),
        0xC4: Array("o".utf8),
    ]
}
