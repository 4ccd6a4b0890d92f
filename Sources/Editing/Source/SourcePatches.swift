import Records

/// The ways to write a simple change into a file's bytes, the best first. Each is tried until one is read as it was meant.
struct SourcePatches {
    let bytes: [UInt8]
    let lines: SourceLines
    let range: FrontMatterRange
    let root: SourceNode?
    let order: [String]
    let writing: ValueWriting
    let comments: SourceComments

    init(_ source: RecordSource, order: [String]) {
        bytes = source.bytes
        lines = SourceLines(bytes: source.bytes)
        range = source.range
        root = source.root
        self.order = order
        writing = ValueWriting(
            habits: WritingHabits(of: source.root, lines: lines, lineEnd: source.range.lineEnd),
            stylesByName: source.root.map(TextStyles.byName) ?? [:])
        comments = SourceComments(lines: lines, root: source.root)
    }

    func ways(for edit: FieldEdit) -> [[TextEdit]] {
        guard let parentPath = edit.path.parent, let step = edit.path.steps.last else { return [] }
        guard let root else {
            guard case (.name(let name), .set(let value)) = (step, edit.change), parentPath.steps.isEmpty else {
                return []
            }
            return [[insertion(of: writing.field(name, value, column: 0), at: range.yaml.upperBound)]]
        }
        guard let parent = root.node(at: parentPath) else { return [] }
        let inner = Container(node: parent, path: parentPath)
        let found = parent.entry(step)
        switch (edit.change, step) {
        case (.set(let value), .name(let name)):
            guard let found else { return insertion(of: name, value, into: inner) }
            return replacement(of: found.entry, at: found.position, in: parent, by: value)
        case (.set(let value), .index):
            return found.map { replacement(of: $0.entry, at: $0.position, in: parent, by: value) } ?? []
        case (.remove, _): return found.map { removal(of: $0.entry, at: $0.position, from: parent) } ?? []
        case (.insert(let value), .index(let index)): return insertion(of: value, at: index, into: parent)
        case (.move(let target), .index(let index)): return [move(from: index, to: target, in: parent)]
        default: return []
        }
    }

    /// A mapping or list, and where it stands.
    struct Container {
        var node: SourceNode
        var path: FieldPath
    }

    /// Whole lines, put in where a line begins.
    func insertion(of lines: [String], at offset: Int) -> TextEdit {
        TextEdit(range: offset..<offset, replacement: joined(lines))
    }

    func joined(_ lines: [String]) -> [UInt8] { lines.flatMap { Array($0.utf8) + writing.habits.lineEnd } }
}
