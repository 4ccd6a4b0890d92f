import Records

/// Which quotes a new text gets.
enum TextStyles {
    /// The style of the first text of each field's name in the file.
    static func byName(_ root: SourceNode) -> [String: YAMLStyle] {
        var styles: [String: YAMLStyle] = [:]
        func visit(_ node: SourceNode) {
            for entry in node.entries {
                if let style = style(of: entry.value), styles[entry.name] == nil, !entry.name.isEmpty {
                    styles[entry.name] = style
                }
                visit(entry.value)
            }
        }
        visit(root)
        return styles
    }

    /// That of the nearest entry with running text; identifiers and days, which stand without quotes everywhere, tell nothing.
    static func near(_ position: Int, in entries: [SourceEntry]) -> YAMLStyle {
        let nearest = entries.indices.sorted { (abs($0 - position), $0) < (abs($1 - position), $1) }
        for index in nearest {
            guard let style = style(of: entries[index].value), case .scalar(let text) = entries[index].value.content,
                style != .plain || !isIdentifier(text)
            else { continue }
            return style
        }
        return .plain
    }

    /// Ids, days and the like.
    static func isIdentifier(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            default: byte == UInt8(ascii: "-")
            }
        }
    }

    private static func style(of node: SourceNode) -> YAMLStyle? {
        guard case .scalar = node.content, !node.isBlockScalar, !node.range.isEmpty else { return nil }
        if node.style == .plain, case .string = node.value { return .plain }
        return node.style == .plain ? nil : node.style
    }
}
