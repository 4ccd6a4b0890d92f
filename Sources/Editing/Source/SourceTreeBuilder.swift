import Records

/// Finds the bytes of each value of a YAML text.
///
/// The library's marks are offsets in code points; those of scalars and of collections in brackets can be trusted. A
/// collection in block style ends with its last child; a block scalar's end lies beyond the empty lines after it; a value
/// that is not written has no length.
struct SourceTreeBuilder {
    private let lines: SourceLines
    private let yaml: Range<Int>
    /// The offset in the file of each code point of the YAML; empty where every one is a byte.
    private let offsets: [Int32]

    init(bytes: [UInt8], yaml: Range<Int>) {
        lines = SourceLines(bytes: bytes)
        self.yaml = yaml
        guard bytes[yaml].contains(where: { $0 >= 0x80 }) else {
            offsets = []
            return
        }
        offsets = yaml.lazy.filter { bytes[$0] & 0xC0 != 0x80 }.map { Int32($0) } + [Int32(yaml.upperBound)]
    }

    private func offset(_ point: UInt32) -> Int {
        guard !offsets.isEmpty else { return min(yaml.lowerBound + Int(point), yaml.upperBound) }
        return Int(offsets[min(Int(point), offsets.count - 1)])
    }

    private func range(_ mark: YAMLMark) -> Range<Int> {
        let start = offset(mark.offsets.lowerBound)
        return start..<max(start, offset(mark.offsets.upperBound))
    }

    func node(_ tree: YAMLNode) -> SourceNode {
        let range = range(tree.mark)
        switch tree {
        case .scalar(let text, _, let mark):
            let isBlock = mark.style == .literal || mark.style == .folded
            let end = isBlock ? endOfBlockScalar(range) : range.upperBound
            return SourceNode(content: .scalar(text), style: mark.style, range: range.lowerBound..<end)
        case .sequence(let items, let mark):
            let entries = mark.style == .flow ? items.map(flowItem) : blockItems(items, firstDash: range.lowerBound)
            let end = mark.style == .flow ? range.upperBound : entries.last?.end ?? range.upperBound
            return SourceNode(content: .list(entries), style: mark.style, range: range.lowerBound..<end)
        case .mapping(let fields, let mark):
            let entries = fields.map(field)
            // `[a: 1]` holds a mapping without braces, whose end the library does not know.
            let hasEnd = mark.style == .flow && lines.bytes[range.lowerBound] == UInt8(ascii: "{")
            let end = hasEnd ? range.upperBound : entries.last?.end ?? range.upperBound
            return SourceNode(content: .mapping(entries), style: mark.style, range: range.lowerBound..<end)
        }
    }

    private func field(_ entry: YAMLEntry) -> SourceEntry {
        let key = range(entry.keyMark)
        let colon = lines.skipBlanks(key.upperBound)
        let hasColon = colon < yaml.upperBound && lines.bytes[colon] == UInt8(ascii: ":")
        var value = node(entry.value)
        if value.range.isEmpty {
            let start = hasColon ? colon + 1 : key.upperBound
            value.range = start..<start
        }
        return SourceEntry(
            name: entry.key, start: key.lowerBound, indicatorEnd: hasColon ? colon + 1 : nil, value: value)
    }

    private func flowItem(_ item: YAMLNode) -> SourceEntry {
        let value = node(item)
        return SourceEntry(start: value.range.lowerBound, indicatorEnd: nil, value: value)
    }

    private func blockItems(_ items: [YAMLNode], firstDash: Int) -> [SourceEntry] {
        var entries: [SourceEntry] = []
        var dash = firstDash
        for item in items {
            if let last = entries.last { dash = nextDash(after: last.end) }
            var value = node(item)
            if value.range.isEmpty { value.range = dash + 1..<dash + 1 }
            entries.append(SourceEntry(start: dash, indicatorEnd: dash + 1, value: value))
        }
        return entries
    }

    /// The dash of the next item: between two items there are only blanks, line breaks and comments.
    private func nextDash(after end: Int) -> Int {
        var line = lines.next(after: end)
        while line < yaml.upperBound {
            let first = lines.skipBlanks(line)
            if first < yaml.upperBound, lines.bytes[first] == UInt8(ascii: "-") { return first }
            line = lines.next(after: line)
        }
        return end
    }

    /// Where the last line of a block scalar ends that belongs to what it says.
    private func endOfBlockScalar(_ range: Range<Int>) -> Int {
        let header = BlockScalarHeader(at: range.lowerBound, in: lines.bytes)
        var end = range.upperBound
        if header.keepsLineEnds { return max(end - lines.breakLength(before: end), header.end) }
        let body = lines.next(after: range.lowerBound)
        var indentation = Int.max
        while end > body {
            let last = end - lines.breakLength(before: end)
            let start = lines.start(of: last)
            let first = lines.skipBlanks(start)
            if first < last { return last }
            if indentation == .max { indentation = self.indentation(of: body..<range.upperBound) }
            // A line of more blanks than the indentation is text.
            if last - start > indentation { return last }
            guard start < end else { break }
            end = start
        }
        return min(range.upperBound, lines.end(of: range.lowerBound))
    }

    /// Blanks before the first line with text.
    private func indentation(of body: Range<Int>) -> Int {
        var line = body.lowerBound
        while line < body.upperBound {
            let end = lines.end(of: line)
            let first = lines.skipBlanks(line)
            if first < end { return first - line }
            line = lines.next(after: line)
        }
        return .max - 1
    }
}
