import Records

/// How the authors of a file write what a new value has to be fitted into.
struct WritingHabits {
    /// Columns from a key to the dashes of its list.
    var listIndentation = 2
    /// Columns from a key to the keys below it.
    var mappingIndentation = 2
    /// Columns from a dash to what stands after it.
    var dashGap = 2
    /// Whether lists of single values stand in brackets.
    var hasListsInBrackets = true
    var lineEnd: [UInt8] = [0x0A]

    init(of root: SourceNode?, lines: SourceLines, lineEnd: [UInt8]) {
        self.lineEnd = lineEnd
        guard let root else { return }
        var survey = Survey(lines: lines)
        survey.visit(root, column: nil)
        listIndentation = survey.listIndentation ?? 2
        mappingIndentation = survey.mappingIndentation ?? 2
        dashGap = survey.dashGap ?? 2
        hasListsInBrackets = survey.hasListsInBrackets || !survey.hasListsWithDashes
    }

    /// The first of each kind shows the habit.
    private struct Survey {
        let lines: SourceLines
        var listIndentation: Int?
        var mappingIndentation: Int?
        var dashGap: Int?
        var hasListsInBrackets = false
        var hasListsWithDashes = false

        /// - Parameter column: That of the key which the value belongs to.
        mutating func visit(_ node: SourceNode, column: Int?) {
            switch node.content {
            case .scalar: return
            case .list(let items):
                if !items.contains(where: { $0.value.isCollection }), !items.isEmpty {
                    if node.style == .flow { hasListsInBrackets = true } else { hasListsWithDashes = true }
                }
                guard node.style == .block else { return }
                if let column, listIndentation == nil, let first = items.first {
                    listIndentation = max(0, lines.column(of: first.start) - column)
                }
                for item in items {
                    let gap = item.value.range.lowerBound - item.start
                    if dashGap == nil, (2...8).contains(gap), lines.end(of: item.start) > item.value.range.lowerBound {
                        dashGap = gap
                    }
                    visit(item.value, column: nil)
                }
            case .mapping(let fields):
                guard node.style == .block else { return }
                if let column, mappingIndentation == nil, let first = fields.first {
                    mappingIndentation = max(1, lines.column(of: first.start) - column)
                }
                for field in fields where field.value.isCollection {
                    visit(field.value, column: lines.column(of: field.start))
                }
            }
        }
    }
}
