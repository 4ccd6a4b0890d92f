import Records

/// A value of front matter with the bytes that write it.
struct SourceNode: Sendable {
    enum Content: Sendable {
        case scalar(String)
        case list([SourceEntry])
        case mapping([SourceEntry])
    }

    var content: Content
    var style: YAMLStyle
    /// Offsets in the file, without blanks, comments and line breaks after it. Empty where nothing is written.
    var range: Range<Int>

    /// The items of a list or the fields of a mapping.
    var entries: [SourceEntry] {
        switch content {
        case .scalar: []
        case .list(let entries), .mapping(let entries): entries
        }
    }

    var isCollection: Bool {
        if case .scalar = content { return false }
        return true
    }

    /// Written by indentation over lines of its own.
    var isBlockCollection: Bool { isCollection && style == .block }

    var isBlockScalar: Bool { style == .literal || style == .folded }

    var value: FieldValue {
        switch content {
        case .scalar(let text): style == .plain ? CoreSchema.value(ofPlain: text) : .string(text)
        case .list(let items): .list(items.map(\.value.value))
        case .mapping(let fields): .mapping(fields.map { .init(name: $0.name, value: $0.value.value) })
        }
    }

    /// The entry that a step leads to, and its position among the others.
    func entry(_ step: FieldPath.Step) -> (position: Int, entry: SourceEntry)? {
        switch (step, content) {
        case (.name(let name), .mapping(let fields)):
            fields.firstIndex { $0.name == name }.map { ($0, fields[$0]) }
        case (.index(let index), .list(let items)):
            items.indices.contains(index) ? (index, items[index]) : nil
        default: nil
        }
    }

    func node(at path: FieldPath) -> SourceNode? {
        var node = self
        for step in path.steps {
            guard let found = node.entry(step) else { return nil }
            node = found.entry.value
        }
        return node
    }
}
