import Records

/// Writes values of any shape in the style of what stands around them.
struct ValueWriting {
    var habits: WritingHabits
    /// The style of texts whose neighbours tell nothing.
    var textStyle = YAMLStyle.plain
    /// Whether that style goes for ids and days, too, since it is that of the same field or of other items.
    var quotesIdentifiers = false
    /// The style of a field's text, where a sibling has a field of that name.
    var stylesByName: [String: YAMLStyle] = [:]

    /// A value on one line, collections in brackets.
    func inline(_ value: FieldValue, name: String = "", inFlow: Bool) -> String {
        switch value {
        case .list(let items):
            return "[" + items.map { inline($0, inFlow: true) }.joined(separator: ", ") + "]"
        case .mapping(let fields):
            let written = fields.map { field in
                "\(ScalarWriting.key(field.name, inFlow: true)): \(inline(field.value, name: field.name, inFlow: true))"
            }
            return "{" + written.joined(separator: ", ") + "}"
        default:
            return ScalarWriting.inline(value, style: style(of: value, name), inFlow: inFlow)
        }
    }

    private func style(of value: FieldValue, _ name: String) -> YAMLStyle {
        if let style = stylesByName[name] { return style }
        if case .string(let text) = value, !quotesIdentifiers, TextStyles.isIdentifier(text) { return .plain }
        return textStyle
    }

    /// Whether a value goes on the line of its key or dash.
    func isInline(_ value: FieldValue) -> Bool {
        switch value {
        case .list(let items):
            items.isEmpty
                || habits.hasListsInBrackets && items.allSatisfy { !$0.isCollection }
                    && inline(value, inFlow: false).utf8.count <= 400
        case .mapping(let fields): fields.isEmpty
        default: true
        }
    }

    /// A field with its value, on one line or more, without line breaks.
    func field(_ name: String, _ value: FieldValue, column: Int, isInBrackets: Bool = false) -> [String] {
        let key = blanks(column) + ScalarWriting.key(name, inFlow: false) + ":"
        if isInBrackets || isInline(value) { return [key + " " + inline(value, name: name, inFlow: false)] }
        return [key] + below(value, column: column)
    }

    /// The lines of a value that stand below its key at a column.
    func below(_ value: FieldValue, column: Int) -> [String] {
        switch value {
        case .list(let items):
            items.flatMap { item($0, column: column + habits.listIndentation) }
        case .mapping(let fields):
            fields.flatMap { field($0.name, $0.value, column: column + habits.mappingIndentation) }
        default: []
        }
    }

    /// An item of a list with its dash.
    func item(_ value: FieldValue, column: Int, isInBrackets: Bool = false) -> [String] {
        let dash = blanks(column) + "-" + blanks(habits.dashGap - 1)
        if isInBrackets || isInline(value) { return [dash + inline(value, inFlow: false)] }
        let inner = column + habits.dashGap
        var lines: [String] =
            switch value {
            case .list(let items): items.flatMap { item($0, column: inner) }
            case .mapping(let fields): fields.flatMap { field($0.name, $0.value, column: inner) }
            default: []
            }
        guard let first = lines.first else { return [] }
        lines[0] = dash + first.dropFirst(inner)
        return lines
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension FieldValue {
    var isCollection: Bool {
        switch self {
        case .list, .mapping: true
        default: false
        }
    }
}
