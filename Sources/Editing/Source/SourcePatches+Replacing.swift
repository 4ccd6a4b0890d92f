import Records

extension SourcePatches {
    /// Puts a value in the place of another, whose key or dash stays with the comment after it.
    func replacement(
        of entry: SourceEntry, at position: Int, in parent: SourceNode, by value: FieldValue
    ) -> [[TextEdit]] {
        let styles = styles(of: entry, at: position, in: parent)
        if parent.style == .flow { return styles.compactMap { replacementInBrackets(of: entry, by: value, $0) } }
        guard let indicatorEnd = entry.indicatorEnd else { return [] }
        var ways: [[TextEdit]] = []
        let old = OldValue(entry, indicatorEnd: indicatorEnd, lines: lines, comments: comments)
        if let block = blockScalar(for: value, entry) {
            ways.append(old.replaced(by: block.header, below: joined(block.lines)))
        }
        for style in styles {
            var writing = writing
            writing.textStyle = style
            writing.stylesByName[entry.name] = nil
            writing.quotesIdentifiers = !entry.value.isCollection && !entry.value.range.isEmpty
            if entry.value.style == .flow || writing.isInline(value) {
                ways.append(old.replaced(by: writing.inline(value, inFlow: false), below: []))
            }
            guard !writing.isInline(value) else { continue }
            let column = lines.column(of: entry.start)
            if entry.name.isEmpty && bytes[entry.start] == UInt8(ascii: "-") {
                let start = entry.value.range.lowerBound
                let isOnLine = !entry.value.range.isEmpty && start < lines.end(of: entry.start)
                writing.habits.dashGap = isOnLine ? start - entry.start : 2
                let item = writing.item(value, column: column)
                let first = String(item[0].drop { $0 == " " }.dropFirst().drop { $0 == " " })
                ways.append(old.replaced(by: first, below: joined(Array(item.dropFirst()))))
            } else {
                ways.append(old.replaced(by: "", below: joined(writing.below(value, column: column))))
            }
        }
        return ways
    }

    /// The style of the old text, or of those around it, then double quotes.
    private func styles(of entry: SourceEntry, at position: Int, in parent: SourceNode) -> [YAMLStyle] {
        guard case .scalar = entry.value.content, !entry.value.range.isEmpty, !entry.value.isBlockScalar else {
            let near = writing.stylesByName[entry.name] ?? TextStyles.near(position, in: parent.entries)
            return [near, .doubleQuoted]
        }
        return [entry.value.style, .doubleQuoted]
    }

    private func replacementInBrackets(of entry: SourceEntry, by value: FieldValue, _ style: YAMLStyle) -> [TextEdit]? {
        var writing = writing
        writing.textStyle = style
        writing.stylesByName[entry.name] = nil
        writing.quotesIdentifiers = !entry.value.isCollection && !entry.value.range.isEmpty
        let text = writing.inline(value, inFlow: true)
        guard entry.value.range.isEmpty else {
            return [TextEdit(range: entry.value.range, replacement: Array(text.utf8))]
        }
        let start = entry.indicatorEnd ?? entry.value.range.lowerBound
        let sign = entry.indicatorEnd == nil ? ": " : " "
        return [TextEdit(range: start..<start, replacement: Array((sign + text).utf8))]
    }

    /// A text stays a block scalar where it was one.
    private func blockScalar(for value: FieldValue, _ entry: SourceEntry) -> BlockScalarWriting? {
        guard entry.value.isBlockScalar, case .string(let text) = value else { return nil }
        let parent = lines.column(of: entry.start)
        let body = lines.next(after: entry.value.range.lowerBound)
        let header = BlockScalarHeader(at: entry.value.range.lowerBound, in: bytes)
        var indentation = parent + writing.habits.mappingIndentation
        if let stated = header.indentation {
            indentation = parent + stated
        } else if body < entry.value.range.upperBound {
            var line = body
            while lines.skipBlanks(line) == lines.end(of: line), lines.next(after: line) < entry.value.range.upperBound
            {
                line = lines.next(after: line)
            }
            indentation = max(parent + 1, lines.skipBlanks(line) - line)
        }
        return BlockScalarWriting(text, style: entry.value.style, indentation: indentation, parent: parent)
    }
}
