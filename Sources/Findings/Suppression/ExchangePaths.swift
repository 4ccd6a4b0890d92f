/// Cheapest ways to shift respondents about in a table without changing anything that is printed.
///
/// Adding one respondent to a cell and taking one from another, alternately along rows and columns, leaves every margin as
/// it is: a closed walk of such steps through a cell shows that the cell has a second possible value. Respondents may
/// be taken only from cells that are known not to be empty, those at or above the threshold; they may be added anywhere.
/// A hidden total is one more column, with its sign turned round, and a hidden base one more row.
struct ExchangePaths {
    let table: TwoWayTable
    let hidden: [Bool]
    /// Whether cells that are published may be hidden for the purpose, at their cost.
    let mayHide: Bool
    /// The cell that the walk is to give a second value to; a walk through it would undo what it does.
    let cell: Int

    /// A node: rows come first, then the row of bases, then columns, then the column of totals.
    private var nodeCount: Int { table.rows + table.columns + 2 }
    private var baseRow: Int { table.rows }
    private func node(column: Int) -> Int { table.rows + 1 + column }
    private var totalColumn: Int { table.columns }

    enum End: Hashable {
        case row(Int)
        case column(Int)
    }

    /// Cells of the cheapest walk from one end to another, or nil. From a row the walk first takes respondents out of a cell
    /// of that row; from a column it first adds some to a cell of that column; and so on alternately. It comes to a
    /// column by taking, to a row by adding.
    func path(from start: End, to end: End, avoidingRow: Int? = nil, avoidingColumn: Int? = nil) -> [Int]? {
        let source = index(start)
        let target = index(end)
        var distance = [Double](repeating: .infinity, count: nodeCount)
        var cellBefore = [Int?](repeating: nil, count: nodeCount)
        var nodeBefore = [Int](repeating: -1, count: nodeCount)
        var done = [Bool](repeating: false, count: nodeCount)
        if let avoidingRow { done[avoidingRow] = true }
        if let avoidingColumn { done[node(column: avoidingColumn)] = true }
        done[source] = false
        done[target] = false
        distance[source] = 0
        while let next = nearest(distance, done) {
            if next == target { break }
            done[next] = true
            for step in steps(from: next) where !done[step.node] && distance[next] + step.cost < distance[step.node] {
                distance[step.node] = distance[next] + step.cost
                cellBefore[step.node] = step.cell
                nodeBefore[step.node] = next
            }
        }
        guard distance[target].isFinite else { return nil }
        var cells: [Int] = []
        var at = target
        while at != source {
            if let cell = cellBefore[at] { cells.append(cell) }
            at = nodeBefore[at]
        }
        return cells
    }

    private func index(_ end: End) -> Int {
        switch end {
        case .row(let row): row
        case .column(let column): node(column: column)
        }
    }

    /// The first of the nearest nodes: ties never depend on anything but the order of rows and columns.
    private func nearest(_ distance: [Double], _ done: [Bool]) -> Int? {
        var best: Int?
        for node in 0..<nodeCount where !done[node] && distance[node].isFinite {
            if best.map({ distance[node] < distance[$0] }) ?? true { best = node }
        }
        return best
    }

    private struct Step {
        var node: Int
        /// The cell that is used, when it is one of the table's.
        var cell: Int?
        var cost: Double
    }

    private func steps(from node: Int) -> [Step] {
        node <= baseRow ? stepsTaking(fromRow: node) : stepsAdding(toColumn: node - table.rows - 1)
    }

    private func stepsTaking(fromRow row: Int) -> [Step] {
        if row == baseRow {
            // A base that grows takes nothing from anybody.
            return table.hiddenBases.sorted().map { Step(node: node(column: $0), cell: nil, cost: 0) }
        }
        var steps: [Step] = []
        for column in 0..<table.columns where !table.isPrimary(row, column) {
            if let cost = price(row, column) {
                steps.append(Step(node: node(column: column), cell: row * table.columns + column, cost: cost))
            }
        }
        if table.hiddenTotals.contains(row) { steps.append(Step(node: node(column: totalColumn), cell: nil, cost: 0)) }
        return steps
    }

    private func stepsAdding(toColumn column: Int) -> [Step] {
        if column == totalColumn {
            return table.totalPartner.map { [Step(node: $0, cell: nil, cost: 0)] } ?? []
        }
        var steps: [Step] = []
        for row in 0..<table.rows {
            if let cost = price(row, column) {
                steps.append(Step(node: row, cell: row * table.columns + column, cost: cost))
            }
        }
        if table.basePartner == column { steps.append(Step(node: baseRow, cell: nil, cost: 0)) }
        return steps
    }

    private func price(_ row: Int, _ column: Int) -> Double? {
        guard row * table.columns + column != cell else { return nil }
        if hidden[row * table.columns + column] { return 0 }
        return mayHide ? table.cost(row, column) : nil
    }
}
