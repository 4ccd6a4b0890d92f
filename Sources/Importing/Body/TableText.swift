import Documents

/// A table as a Markdown table. A merged cell stands once, where it begins; the cells that it covers are empty.
struct TableText {
    let maker: LineMaker

    func markdown(_ table: Table) -> String? {
        var rows: [[String]] = []
        for row in table.rows {
            var cells: [String] = []
            for cell in row {
                let text = cell.continuesAbove ? "" : self.text(cell.blocks)
                cells.append(text)
                for _ in 1..<max(1, cell.columns) { cells.append("") }
            }
            rows.append(cells)
        }
        return Self.markdown(rows)
    }

    /// Rows of cells in Markdown; those without any text are left out.
    static func markdown(_ given: [[String]]) -> String? {
        var rows = given
        // Columns that no cell fills come from layout.
        let width = rows.map(\.count).max() ?? 0
        guard width > 0, rows.contains(where: { $0.contains { !$0.isEmpty } }) else { return nil }
        for index in rows.indices { rows[index] += Array(repeating: "", count: width - rows[index].count) }
        let filled = (0..<width).filter { column in rows.contains { !$0[column].isEmpty } }
        rows = rows.map { row in filled.map { row[$0] } }.filter { $0.contains { !$0.isEmpty } }
        // cmark fills every row to the width of the first, so a wide sparse table is written as lines.
        guard filled.count > 1, filled.count <= 60 else {
            return rows.flatMap { $0 }.filter { !$0.isEmpty }.map(MarkdownText.blockStart).joined(separator: "\n\n")
        }
        var text = ""
        for (index, row) in rows.enumerated() {
            text += "| " + row.joined(separator: " | ") + " |\n"
            if index == 0 { text += "|" + String(repeating: " --- |", count: filled.count) + "\n" }
        }
        return text.trimmingBlanks()
    }

    private func text(_ blocks: [Block]) -> String {
        maker.lines(blocks).map(\.markdown).filter { !$0.isEmpty }.joined(separator: " ").replacing("|", with: "\\|")
    }
}
