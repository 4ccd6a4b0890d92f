/// Whose document a number is said to be: “của Ủy ban nhân dân tỉnh Nghệ An”.
enum CitedIssuer {
    private static let of = Array("của ".utf8)
    /// “Quyết định số 12/2019/QĐ-UBND tỉnh Nghệ An”.
    private static let places = ["tỉnh ", "thành phố ", "TP ", "TP. "].map { Array($0.utf8) }
    /// Bytes of a name, at most.
    private static let reach = 120

    /// The words right behind number and date, up to the next mark; nil when they do not say whose it is.
    static func read(_ text: TextBytes, at start: Int) -> String? {
        var index = start
        if text.at(index) == UInt8(ascii: ",") { index += 1 }
        index = text.skipBlanks(index)
        if text.has(of, at: index) {
            index += of.count
        } else if !places.contains(where: { text.hasWord($0, at: index) }) {
            return nil
        }
        var end = index
        while end < text.count, end - index < reach, !isEnd(text, end) { end += 1 }
        // No letter is cut.
        while end > index, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        return end > index ? text.string(index..<end) : nil
    }

    private static func isEnd(_ text: TextBytes, _ index: Int) -> Bool {
        switch text[index] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "\""):
            return true
        case UInt8(ascii: "."): return text.at(index - 1) != UInt8(ascii: "P")
        case 0xE2: return text.at(index + 1) == 0x80 && (text.at(index + 2) == 0x9C || text.at(index + 2) == 0x9D)
        default: return false
        }
    }
}
