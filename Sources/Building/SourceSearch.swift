/// Finds where in Markdown the text of a rendered body stands, piece after piece.
struct SourceSearch {
    private let source: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

    /// The next place of a piece, from the end of the one before; what is not found again stands there, empty.
    mutating func next(_ text: [UInt8]) -> Range<Int> {
        for start in [position, 0] {
            var index = start
            while index < source.count {
                if let end = match(text, index) {
                    position = end
                    return index..<end
                }
                index += 1
            }
        }
        return position..<position
    }

    /// Where a piece that begins at an index ends, past signs of emphasis and the beginnings of lines.
    private func match(_ text: [UInt8], _ start: Int) -> Int? {
        var index = start
        var matched = 0
        while matched < text.count {
            guard index < source.count else { return nil }
            if source[index] == text[matched] {
                matched += 1
            } else if matched == 0 || !Self.isMarkup(source[index]) {
                return nil
            }
            index += 1
        }
        return index
    }

    private static func isMarkup(_ byte: UInt8) -> Bool { "*_\\> \n\t".utf8.contains(byte) }
}
