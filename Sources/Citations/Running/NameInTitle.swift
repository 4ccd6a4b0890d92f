/// Tells whether the name of a law stands in the title of a document cited right before it.
enum NameInTitle {
    /// Bytes from the end of the number to the name, at most.
    private static let reach = 320
    /// What such titles say that the document does with the law.
    private static let deeds = ["quy định chi tiết", "hướng dẫn", "sửa đổi", "biện pháp thi hành"].map {
        Array($0.utf8)
    }
    /// The words right before the name.
    private static let ties = ["của", "thi hành", "thực hiện", "hướng dẫn"].map { Array($0.utf8) }

    /// The document whose title it is; nil where the name stands by itself.
    static func document(_ text: TextBytes, _ start: Int, _ last: Citation?) -> CitedNumber? {
        guard let last, case .number(let cited) = last.document, case let end = last.range.upperBound,
            end < start, start - end <= reach
        else { return nil }
        let before = text.skipBlanksBack(start)
        guard ties.contains(where: { text.hasWord($0, at: before - $0.count) }) else { return nil }
        var hasDeed = false
        for index in end..<before {
            // Another sentence or another item of a list speaks for itself.
            if text[index] == UInt8(ascii: ";") { return nil }
            if text[index] == UInt8(ascii: "."), text.at(index + 1) <= 0x20 { return nil }
            hasDeed = hasDeed || deeds.contains { text.hasWord($0, at: index) }
        }
        return hasDeed ? cited : nil
    }
}
