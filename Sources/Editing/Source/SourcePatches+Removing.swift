import Records

extension SourcePatches {
    /// Takes an entry out of several, with its lines and the comment on them. Comments on lines of their own stay.
    func removal(of entry: SourceEntry, at position: Int, from parent: SourceNode) -> [[TextEdit]] {
        let entries = parent.entries
        guard parent.style == .block else { return removalInBrackets(at: position, from: entries) }
        let column = lines.column(of: entry.start)
        let end = lines.next(after: entry.end)
        if lines.beginsLine(entry.start) {
            let own = lines.start(of: entry.start)..<end
            let kept = comments.kept(in: own, column: column)
            // Empty lines after it would be read as those of a text that keeps all of its line ends.
            let withBlanks = own.lowerBound..<endOfBlankLines(from: end)
            return [[TextEdit(range: own, replacement: kept)], [TextEdit(range: withBlanks, replacement: kept)]]
        }
        guard position + 1 < entries.count else { return [] }
        // After the dash of an item, the next field takes its place unless a comment stands between.
        let next = entries[position + 1].start
        let below = lines.next(after: entry.start)..<lines.start(of: next)
        let kept = comments.kept(in: below, column: column)
        if kept.isEmpty { return [[TextEdit(range: entry.start..<next, replacement: [])]] }
        var start = entry.start
        while start > 0, SourceLines.isBlank(bytes[start - 1]) { start -= 1 }
        return [
            [
                TextEdit(range: start..<lines.end(of: entry.start), replacement: []),
                TextEdit(range: below, replacement: kept),
            ]
        ]
    }

    private func endOfBlankLines(from start: Int) -> Int {
        var line = start
        while line < range.yaml.upperBound, lines.skipBlanks(line) == lines.end(of: line) {
            line = lines.next(after: line)
        }
        return line
    }

    private func removalInBrackets(at position: Int, from entries: [SourceEntry]) -> [[TextEdit]] {
        let entry = entries[position]
        let isOnOwnLine = lines.beginsLine(entry.start)
        var ways: [Range<Int>] = []
        let comma = lines.skipBlanks(entry.end)
        let hasComma = bytes[comma] == UInt8(ascii: ",")
        if position + 1 < entries.count {
            let next = entries[position + 1].start
            if isOnOwnLine, next > lines.end(of: entry.end) {
                ways.append(lines.start(of: entry.start)..<lines.next(after: entry.end))
            }
            if !holdsComment(entry.end..<next) { ways.append(entry.start..<next) }
            if hasComma { ways.append(entry.start..<lines.skipBlanks(comma + 1)) }
        } else {
            if position > 0, case let previous = entries[position - 1].end, !holdsComment(previous..<entry.start) {
                ways.append(previous..<entry.end)
            }
            ways.append(entry.start..<entry.end)
            if hasComma { ways.append(entry.start..<comma + 1) }
        }
        return ways.map { [TextEdit(range: $0, replacement: [])] }
    }

    private func holdsComment(_ range: Range<Int>) -> Bool { bytes[range].contains(UInt8(ascii: "#")) }

    /// Moves an item of a list: items change places, and what stands between them stays.
    func move(from index: Int, to target: Int, in list: SourceNode) -> [TextEdit] {
        let slots = list.entries.map { item in
            item.start..<(list.style == .block ? lines.end(of: item.end) : item.end)
        }
        var order = Array(slots.indices)
        guard order.indices.contains(index), order.indices.contains(target) else { return [] }
        order.insert(order.remove(at: index), at: target)
        return zip(slots, order).compactMap { slot, item in
            slot == slots[item] ? nil : TextEdit(range: slot, replacement: Array(bytes[slots[item]]))
        }
    }
}
