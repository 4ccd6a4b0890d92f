/// A tag among running text that waits to be written.
struct RunTag {
    enum Kind { case opening, closing, alone }

    /// The bytes of text before it.
    var offset: Int
    var html: StaticString
    var kind: Kind
}

/// How far text and tags are written.
struct RunPosition {
    var text = 0
    var tag = 0
}

/// A stretch of running text that an element can enclose: every tag in it has its counterpart in it. A stretch that would
/// cut an element is shortened to its longest part that does not.
struct RunStretch {
    var start: RunPosition
    var end: RunPosition

    init(_ range: Range<Int>, among tags: [RunTag]) {
        var range = range
        while true {
            var (first, last) = Self.tags(in: range, among: tags)
            let cut = Self.unmatched(&first, &last, range, tags)
            guard !cut.isEmpty else {
                start = RunPosition(text: range.lowerBound, tag: first)
                end = RunPosition(text: range.upperBound, tag: last)
                return
            }
            let edges = [range.lowerBound] + cut + [range.upperBound]
            let parts = zip(edges, edges.dropFirst()).map { $0..<$1 }
            guard let longest = parts.max(by: { $0.count < $1.count }), longest.count < range.count else {
                start = RunPosition(text: range.lowerBound, tag: first)
                end = RunPosition(text: range.lowerBound, tag: first)
                return
            }
            range = longest
        }
    }

    /// The tags that a range may enclose: those that open at its beginning, those that close at its end.
    private static func tags(in range: Range<Int>, among tags: [RunTag]) -> (first: Int, last: Int) {
        var first = tags.firstIndex { $0.offset >= range.lowerBound } ?? tags.count
        while first < tags.count, tags[first].offset == range.lowerBound, tags[first].kind != .opening { first += 1 }
        var last = max(first, tags.firstIndex { $0.offset >= range.upperBound } ?? tags.count)
        while last < tags.count, tags[last].offset == range.upperBound, tags[last].kind == .closing { last += 1 }
        return (first, last)
    }

    /// Where tags inside stand without their counterparts. Those at the very ends are left outside.
    private static func unmatched(
        _ first: inout Int, _ last: inout Int, _ range: Range<Int>, _ tags: [RunTag]
    ) -> [Int] {
        var open: [Int] = []
        var alone: [Int] = []
        for index in first..<last {
            switch tags[index].kind {
            case .opening: open.append(index)
            case .closing: if open.popLast() == nil { alone.append(index) }
            case .alone: break
            }
        }
        alone = (alone + open).sorted()
        while let outer = alone.first, outer == first, tags[outer].offset == range.lowerBound {
            alone.removeFirst()
            first += 1
        }
        while let outer = alone.last, outer == last - 1, tags[outer].offset == range.upperBound {
            alone.removeLast()
            last -= 1
        }
        return alone.map { tags[$0].offset }
    }
}
