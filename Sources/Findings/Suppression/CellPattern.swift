/// Which cells of a two-way table to hide so that none of them can be reckoned from what is printed.
///
/// The choice depends on which cells are primary and on published margins alone, never on a count that is hidden: two
/// tables with the same primary cells and margins get the same pattern. Every hidden cell then has at least two possible
/// values, and those above the threshold as many more as the threshold is high.
enum CellPattern {
    /// Hidden cells, row after row; nil when only hiding the whole table is safe.
    static func choose(_ table: TwoWayTable) -> [Bool]? {
        var hidden = table.primary
        for cell in table.primary.indices where table.primary[cell] {
            guard let more = protection(of: cell, table, hidden, mayHide: true) else { return nil }
            for other in more { hidden[other] = true }
        }
        if hidden.count <= 400 { publishNeedless(table, &hidden) }
        return hidden
    }

    /// Cells to hide so that `cell` is safe: none when it is already, nil when nothing helps.
    private static func protection(of cell: Int, _ table: TwoWayTable, _ hidden: [Bool], mayHide: Bool) -> Set<Int>? {
        let row = cell / table.columns
        let column = cell % table.columns
        let isRowPool = table.isPool(row: row)
        let isColumnPool = table.isPool(column: column)
        var hidden = hidden
        var more: Set<Int> = []

        func hide(_ cells: [Int]?) -> Bool {
            guard let cells else { return false }
            for other in cells where !hidden[other] {
                hidden[other] = true
                more.insert(other)
            }
            return true
        }

        guard isRowPool || isColumnPool else {
            let paths = ExchangePaths(table: table, hidden: hidden, mayHide: mayHide, cell: cell)
            return hide(paths.path(from: .row(row), to: .column(column))) ? more : nil
        }
        // In a pool nobody may know which other cell has somebody in it: there must be a way from each of them.
        let starts: [ExchangePaths.End] =
            isRowPool ? (0..<table.columns).filter { $0 != column }.map { .column($0) } : [.row(row)]
        let ends: [ExchangePaths.End] =
            isColumnPool ? (0..<table.rows).filter { $0 != row }.map { .row($0) } : [.column(column)]
        for start in starts {
            for end in ends {
                let paths = ExchangePaths(table: table, hidden: hidden, mayHide: mayHide, cell: cell)
                let found = paths.path(
                    from: start, to: end, avoidingRow: isRowPool ? row : nil,
                    avoidingColumn: isColumnPool ? column : nil)
                guard hide(found) else { return nil }
            }
        }
        // Or all of them stand in this very cell; then it has somebody to give.
        let paths = ExchangePaths(table: table, hidden: hidden, mayHide: mayHide, cell: cell)
        return hide(paths.path(from: .column(column), to: .row(row))) ? more : nil
    }

    /// Publishes again what later choices have made needless, the dearest first.
    private static func publishNeedless(_ table: TwoWayTable, _ hidden: inout [Bool]) {
        let candidates = hidden.indices.filter { hidden[$0] && !table.primary[$0] }
            .sorted { (table.cost[$0], $1) > (table.cost[$1], $0) }
        for candidate in candidates {
            hidden[candidate] = false
            let isSafe = table.primary.indices.allSatisfy { cell in
                !table.primary[cell] || protection(of: cell, table, hidden, mayHide: false) != nil
            }
            if !isSafe { hidden[candidate] = true }
        }
    }
}
