import VietnameseText

/// The term that text says beside a number: “Kết luận số 100-KL/TW khóa XI”.
enum CitedTerm {
    private static let words = ["khóa", "khoá", "Khóa", "Khoá"].map { Array($0.utf8) }

    /// Right behind a number or date, as a Roman number.
    static func read(_ text: TextBytes, at start: Int) -> String? {
        var index = text.skipBlanks(start)
        if text.at(index) == UInt8(ascii: ",") || text.at(index) == UInt8(ascii: "(") {
            index = text.skipBlanks(index + 1)
        }
        guard let word = words.first(where: { text.has($0, at: index) }) else { return nil }
        let begin = text.skipBlanks(index + word.count)
        var end = begin
        while "IVX".utf8.contains(text.at(end)) { end += 1 }
        guard end > begin, text.letter(end) == nil else { return nil }
        return text.string(begin..<end)
    }

    /// In the words that say whose document it is: “Ban Chấp hành Trung ương khóa XII”.
    static func read(_ words: String) -> String? {
        let parts = words.split(separator: " ")
        guard let place = parts.lastIndex(where: { ["khóa", "khoá"].contains($0.lowercased()) }),
            parts.indices.contains(place + 1), RomanNumeral.value(parts[place + 1]) != nil
        else { return nil }
        return String(parts[place + 1])
    }
}
