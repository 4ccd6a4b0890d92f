/// Tells whether a change touched nothing but its field: compares the bytes before and after, whatever made them.
struct ChangeBounds {
    private let before: RecordSource
    private let after: RecordSource

    init(_ before: RecordSource, _ after: RecordSource) {
        self.before = before
        self.after = after
    }

    /// Whether the bytes that went stood on the lines of the entry that a simple change names; in brackets, between these. No
    /// comment on a line of its own may go with them. Where something is put in, nothing goes.
    func hold(for edit: FieldEdit) -> Bool {
        let (old, new) = (before.bytes, after.bytes)
        guard let root = before.root, let parentPath = edit.path.parent, let step = edit.path.steps.last,
            let parent = root.node(at: parentPath), let bounds = bounds(of: edit.change, at: step, in: parent)
        else { return isInsertion }
        let (head, tail) = (old[..<bounds.lowerBound], old[bounds.upperBound...])
        guard new.count >= head.count + tail.count, new.starts(with: head), new.suffix(tail.count) == tail else {
            return false
        }
        return comments(before) == comments(after)
    }

    /// Whether all the old bytes are there, with others between two of them.
    private var isInsertion: Bool {
        let (old, new) = (before.bytes, after.bytes)
        guard new.count >= old.count else { return false }
        let start = zip(old, new).prefix { $0 == $1 }.count
        return new.suffix(old.count - start) == old[start...]
    }

    /// Where bytes may go; nil for nowhere.
    private func bounds(of change: FieldEdit.Change, at step: FieldPath.Step, in parent: SourceNode) -> Range<Int>? {
        let lines = SourceLines(bytes: before.bytes)
        switch change {
        case .insert: return nil
        case .move:
            guard parent.style == .block else { return parent.range }
            return parent.range.lowerBound..<lines.next(after: parent.range.upperBound)
        case .set, .remove:
            guard let entry = parent.entry(step)?.entry else { return nil }
            if parent.style == .flow { return parent.range }
            var end = lines.next(after: entry.end)
            // Empty lines after a field go with it where they would be read as part of the text before it.
            if change == .remove {
                while end < before.range.yaml.upperBound, lines.skipBlanks(end) == lines.end(of: end) {
                    end = lines.next(after: end)
                }
            }
            // The first field of an item gives its place on the line to the next.
            if case .remove = change, !lines.beginsLine(entry.start) {
                end = lines.end(of: max(end, parent.range.upperBound))
            }
            return lines.start(of: entry.start)..<end
        }
    }

    /// The comments on lines of their own, without the blanks before them.
    private func comments(_ source: RecordSource) -> [[UInt8]] {
        SourceComments(lines: SourceLines(bytes: source.bytes), root: source.root).all(in: source.range.yaml).sorted {
            $0.lexicographicallyPrecedes($1)
        }
    }
}
