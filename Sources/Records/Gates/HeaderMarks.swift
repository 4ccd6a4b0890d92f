import Diagnostics
import VietnameseText

/// Finds the marks that Vietnamese documents bear in their header: degrees of secrecy, and limits of circulation.
///
/// A mark stands alone: a line (or a table cell that is a line's only word) with nothing but the mark, in capitals, as the
/// rubber stamp has it, maybe letter-spaced. The same words in running text, in a title or in a heading are not marks
/// (“Mặt trận”, “bí mật nhà nước”, “Dự thảo Nghị định …”).
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

    private static let secrecy: Set<String> = ["mat", "toimat", "tuyetmat", "domatmat", "domattoimat", "domattuyetmat"]
    private static let circulation: Set<String> = ["luuhanhnoibo", "duthao", "tailieuluuhanhnoibo"]

    private static func mark(_ line: UnsafeBufferPointer<UInt8>) -> Mark? {
        // Almost every short line has a small letter; this spares it the making of a string.
        if line.contains(where: { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) { return nil }
        let text = String(decoding: line, as: UTF8.self)
        guard text == text.uppercased() else { return nil }
        let letters = Folding.fold(text).utf8.filter { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        guard letters.count >= 3, letters.count <= 20 else { return nil }
        let folded = String(decoding: letters, as: UTF8.self)
        if secrecy.contains(folded) { return .secrecy }
        if circulation.contains(folded) { return .circulation }
        return nil
    }
}
