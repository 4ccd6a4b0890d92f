/// Whose document a number is said to be: “của Ủy ban nhân dân tỉnh Nghệ An”, “do … ban hành”, “(…)”, or in front “… ban hành
/// Quyết định số”, “các Quyết định của …: số”.
enum CitedIssuer {
    private static let of = Array("của ".utf8)
    private static let by = Array("do ".utf8)
    private static let issues = Array("ban hành".utf8)
    /// “Quyết định số 12/2019/QĐ-UBND tỉnh Nghệ An”.
    private static let places = ["tỉnh ", "thành phố ", "TP ", "TP. "].map { Array($0.utf8) }
    /// Bytes of a name, at most.
    private static let reach = 120

    /// The words that say it in front of a document's type or number; nil when none do.
    static func before(_ text: TextBytes, at start: Int) -> String? {
        var end = text.skipBlanksBack(start)
        if text.at(end - 1) == UInt8(ascii: ":") {
            // “các Quyết định của UBND tỉnh Nghệ An: số 12, số 13”
            end -= 1
            return lastSaid(text, end).flatMap { begin in
                text.has(of, at: begin) ? text.string(begin + of.count..<end) : nil
            }
        }
        guard text.has(issues, at: end - issues.count) else { return nil }
        end = text.skipBlanksBack(end - issues.count)
        var begin = end
        while begin > 0, end - begin < reach, !isEnd(text, begin - 1) { begin -= 1 }
        let words = text.string(begin..<end)
        guard let first = bodies.compactMap({ words.firstRange(of: $0)?.lowerBound }).min() else { return nil }
        return String(words[first...])
    }

    /// How the names of bodies begin.
    private static let bodies = [
        "UBND", "Ủy ban", "Uỷ ban", "HĐND", "Hội đồng", "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "Ban ", "Bộ ",
    ]

    /// Where the last “của” before an index stands, in the same part of the sentence.
    private static func lastSaid(_ text: TextBytes, _ end: Int) -> Int? {
        var index = end - 1
        while index >= 0, end - index < reach, !isEnd(text, index) {
            if text.has(of, at: index), !text.isAfterLetter(index) { return index }
            index -= 1
        }
        return nil
    }

    /// The words right behind number and date, up to the next mark; nil when they do not say whose it is.
    static func read(_ text: TextBytes, at start: Int) -> String? {
        var index = start
        if text.at(index) == UInt8(ascii: ",") { index += 1 }
        index = text.skipBlanks(index)
        if text.at(index) == UInt8(ascii: "(") {
            index += 1
            if text.has(of, at: index) { index += of.count }
            guard text.letter(index)?.isCapital == true else { return nil }
        } else if text.has(of, at: index) {
            index += of.count
        } else if text.has(by, at: index) {
            index += by.count
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
