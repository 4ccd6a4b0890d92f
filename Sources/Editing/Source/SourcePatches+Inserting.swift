import Records

extension SourcePatches {
    // MARK: Fields

    /// Puts a field into a mapping after the nearest one before it in the usual order.
    func insertion(of name: String, _ value: FieldValue, into container: Container) -> [[TextEdit]] {
        let entries = container.node.entries
        let before = position(before: name, in: container)
        return [writing.stylesByName[name] ?? TextStyles.near(before ?? 0, in: entries), .doubleQuoted].compactMap {
            style in
            var writing = writing
            writing.textStyle = style
            writing.quotesIdentifiers = self.writing.stylesByName[name] != nil
            writing.stylesByName[name] = nil
            guard container.node.style == .block else {
                let written = writing.inline(value, inFlow: true)
                return insertionInBrackets(
                    of: "\(ScalarWriting.key(name, inFlow: true)): \(written)", after: before, into: container.node)
            }
            return insertion(after: before, in: entries) { writing.field(name, value, column: $0) }
        }
    }

    /// The position of the field that a new one goes after; nil where it comes first. One without a place in the order comes last.
    private func position(before name: String, in container: Container) -> Int? {
        let prefix = container.path.pattern.isEmpty ? "" : container.path.pattern + "."
        let entries = container.node.entries
        guard let rank = order.firstIndex(of: prefix + name) else { return entries.indices.last }
        let ranks = entries.map { entry in order.firstIndex(of: prefix + entry.name) }
        return entries.indices.filter { (ranks[$0] ?? .max) < rank }.max { (ranks[$0] ?? 0) < (ranks[$1] ?? 0) }
    }

    // MARK: Items

    /// Puts an item into a list before the one at an index.
    func insertion(of value: FieldValue, at index: Int, into list: SourceNode) -> [[TextEdit]] {
        let entries = list.entries
        guard index <= entries.count else { return [] }
        let before = index == 0 ? nil : index - 1
        let sibling = entries.isEmpty ? nil : entries[before ?? 0].value
        let isInBrackets = sibling?.isCollection == true && sibling?.style == .flow
        return [TextStyles.near(before ?? 0, in: entries), .doubleQuoted].compactMap { style in
            var writing = writing
            writing.textStyle = style
            writing.quotesIdentifiers = sibling.map { !$0.isCollection } ?? false
            guard list.style == .block else {
                return insertionInBrackets(of: writing.inline(value, inFlow: true), after: before, into: list)
            }
            return insertion(after: before, in: entries) {
                writing.item(value, column: $0, isInBrackets: isInBrackets)
            }
        }
    }

    // MARK: Both

    private func insertion(
        after position: Int?, in entries: [SourceEntry], _ write: (_ column: Int) -> [String]
    ) -> [TextEdit]? {
        guard let first = entries.first else { return nil }
        let column = lines.column(of: first.start)
        if let position {
            return [insertion(of: write(column), at: lines.next(after: entries[position].end))]
        }
        if lines.beginsLine(first.start) { return [insertion(of: write(column), at: lines.start(of: first.start))] }
        // After the dash of an item: `- type: …` becomes `- target: …` with `type` below it.
        let blanks = Array(repeating: UInt8(ascii: " "), count: column)
        let written = joined(write(column)).dropFirst(column) + blanks
        return [TextEdit(range: first.start..<first.start, replacement: Array(written))]
    }

    private func insertionInBrackets(of text: String, after position: Int?, into node: SourceNode) -> [TextEdit]? {
        let opening = bytes[node.range.lowerBound]
        guard opening == UInt8(ascii: "[") || opening == UInt8(ascii: "{") else { return nil }
        let (offset, written): (Int, String)
        if let position {
            let entry = node.entries[position]
            (offset, written) = (entry.end, (entry.value.range.isEmpty ? " , " : ", ") + text)
        } else if let first = node.entries.first {
            (offset, written) = (first.start, text + ", ")
        } else {
            (offset, written) = (node.range.lowerBound + 1, text)
        }
        return [TextEdit(range: offset..<offset, replacement: Array(written.utf8))]
    }
}
