/// Comments that stand on lines of their own. They stay when what is around them goes.
struct SourceComments {
    private let lines: SourceLines
    /// Where texts of several lines stand, in which a `#` opens no comment.
    private let texts: [Range<Int>]

    init(lines: SourceLines, root: SourceNode?) {
        self.lines = lines
        var texts: [Range<Int>] = []
        func visit(_ node: SourceNode) {
            if node.isCollection {
                for entry in node.entries { visit(entry.value) }
            } else if lines.end(of: node.range.lowerBound) < node.range.upperBound {
                texts.append(node.range)
            }
        }
        if let root { visit(root) }
        self.texts = texts
    }

    /// The comments on lines of their own within whole lines, set in by so many blanks, each with its line's break.
    func kept(in range: Range<Int>, column: Int) -> [UInt8] {
        // Further in, they would become part of a block scalar before them.
        all(in: range).flatMap { Array(repeating: 0x20, count: column) + $0 }
    }

    /// The comments on lines of their own within whole lines, each with its line's break, without the blanks before it.
    func all(in range: Range<Int>) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var line = range.lowerBound
        while line < range.upperBound {
            let next = lines.next(after: line)
            let first = lines.skipBlanks(line)
            if first < lines.bytes.count, lines.bytes[first] == UInt8(ascii: "#"), !isInText(first) {
                found.append(Array(lines.bytes[first..<next]))
            }
            guard next > line else { break }
            line = next
        }
        return found
    }

    private func isInText(_ offset: Int) -> Bool { texts.contains { $0.contains(offset) } }
}
