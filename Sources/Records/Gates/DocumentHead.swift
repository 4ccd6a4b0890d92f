import VietnameseText

/// The first lines of a record's text, where documents bear their letterhead and their marks: a dozen lines with text at
/// most, up to the first provision or recital.
struct DocumentHead {
    private enum Part { case beforeFrontMatter, frontMatter, head, rest }
    private var part: Part
    private var left = 12

    init(beginsWithText: Bool) { part = beginsWithText ? .head : .beforeFrontMatter }

    /// Whether a line, the next of the file, is one of them.
    mutating func holds(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        switch part {
        case .rest: return false
        case .beforeFrontMatter:
            part = Self.isFence(line) ? .frontMatter : .rest
            return false
        case .frontMatter:
            if Self.isFence(line) { part = .head }
            return false
        case .head:
            guard line.contains(where: { $0 > 0x20 }) else { return false }
            left -= 1
            if left < 0 || Self.beginsText(line) {
                part = .rest
                return false
            }
            // An item of a list is one of several.
            let text = line.drop { $0 <= 0x20 }
            let isItem = text.first.map { "-+*".utf8.contains($0) } == true && text.dropFirst().first == 0x20
            return !isItem
        }
    }

    /// Whether a column of a line belongs to a letterhead: the authority, the motto, the number, the town and the day.
    static func isLetterhead(_ column: UnsafeBufferPointer<UInt8>) -> Bool {
        guard column.count <= 200 else { return false }
        let words = Folding.fold(String(decoding: column, as: UTF8.self)).split { !$0.isLetter }
        let text = " " + words.joined(separator: " ") + " "
        return [
            " ngay thang ", " cong hoa xa hoi ", " dang cong san ", " doc lap tu do ", " uy ban nhan dan ", " so ",
            " tinh uy ", " van phong ",
        ].contains(where: text.contains) || text.hasPrefix(" bo ")
    }

    private static func isFence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    private static func beginsText(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = line.drop { $0 <= 0x20 || "#*_>".utf8.contains($0) }
        return ["Điều ", "Chương ", "Phần ", "Căn cứ", "ĐIỀU ", "CHƯƠNG ", "PHẦN "].contains {
            text.starts(with: $0.utf8)
        }
    }
}
