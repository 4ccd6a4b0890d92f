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

/// What has to go for another value to take an entry's place: a part of the line of its key or dash, and lines below.
private struct OldValue {
    private var first: Range<Int>
    private var below: Range<Int>
    private let kept: [UInt8]
    private let needsBlank: Bool
    private let indicatorEnd: Int
    private let isOnLineOfIndicator: Bool

    init(_ entry: SourceEntry, indicatorEnd: Int, lines: SourceLines, comments: SourceComments) {
        let value = entry.value
        self.indicatorEnd = indicatorEnd
        let lineEnd = lines.end(of: indicatorEnd)
        first = indicatorEnd..<indicatorEnd
        var isOnLine = !value.range.isEmpty
        var end = value.range.upperBound
        if value.isBlockScalar {
            let signs = BlockScalarHeader(at: value.range.lowerBound, in: lines.bytes).end
            first = value.range.lowerBound..<signs
        } else if value.isBlockCollection {
            isOnLine = value.range.lowerBound < lineEnd
            if isOnLine { first = value.range.lowerBound..<min(lineEnd, value.range.upperBound) }
            // The comment after the first line of several goes with it.
            if isOnLine, value.range.upperBound > lineEnd { first = first.lowerBound..<lineEnd }
        } else if isOnLine {
            first = value.range
            end = first.upperBound
        }
        needsBlank = !isOnLine
        isOnLineOfIndicator = first.lowerBound <= lineEnd
        let start = lines.next(after: first.upperBound)
        below = start..<max(start, end > start ? lines.next(after: end) : start)
        let column = lines.column(of: entry.start)
        if value.isBlockCollection {
            kept = comments.kept(in: below, column: column)
        } else {
            let inner = lines.next(after: value.range.lowerBound)
            let inside = inner..<max(inner, lines.start(of: value.range.upperBound))
            kept = value.isCollection && !inside.isEmpty ? comments.kept(in: inside, column: column) : []
        }
    }

    func replaced(by text: String, below lines: [UInt8]) -> [TextEdit] {
        var edits: [TextEdit] = []
        let blank = needsBlank && !text.isEmpty ? " " : ""
        // The blanks after the colon go with the last thing on the line.
        let start = text.isEmpty && isOnLineOfIndicator ? indicatorEnd : first.lowerBound
        edits.append(TextEdit(range: start..<first.upperBound, replacement: Array((blank + text).utf8)))
        if !below.isEmpty || !lines.isEmpty || !kept.isEmpty {
            edits.append(TextEdit(range: below, replacement: lines + kept))
        }
        return edits
    }
}
