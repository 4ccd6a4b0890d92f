/// Checks a pattern against the counts: whether every hidden figure of a table has a second possible value.
///
/// From the true counts, a cell has another value if and only if some closed walk through hidden cells adds one
/// respondent and takes one alternately, taking only where there is somebody (a circulation in the residual network, as
/// Ford and Fulkerson have it). The answer is the same for all counts that fit what is printed.
struct SuppressionAudit {
    let counts: [[Int]]
    let hidden: [[Bool]]
    let hiddenTotals: [Bool]
    let totals: [Int]
    let hiddenBases: [Bool]
    let bases: [Int]

    var isSafe: Bool {
        for row in counts.indices {
            for column in bases.indices where hidden[row][column] {
                guard canGrow(row, column) || canShrink(row, column) else { return false }
            }
            if hiddenTotals[row], !totalMoves(row) { return false }
        }
        return hiddenBases.indices.allSatisfy { !hiddenBases[$0] || baseMoves($0) }
    }

    // Nodes: rows, the row of bases, columns, the column of totals.
    private var baseRow: Int { counts.count }
    private func node(column: Int) -> Int { counts.count + 1 + column }
    private var totalColumn: Int { counts.count + 1 + bases.count }

    private func canGrow(_ row: Int, _ column: Int) -> Bool {
        reaches(from: row, to: node(column: column), without: (row, column))
    }

    private func canShrink(_ row: Int, _ column: Int) -> Bool {
        counts[row][column] > 0 && reaches(from: node(column: column), to: row, without: (row, column))
    }

    /// A total grows when some other one shrinks, with respondents moved between the two rows; or the other way round.
    private func totalMoves(_ row: Int) -> Bool {
        let others = hiddenTotals.indices.filter { hiddenTotals[$0] && $0 != row }
        guard !bases.isEmpty else {
            return others.contains { totals[$0] > 0 } || (totals[row] > 0 && !others.isEmpty)
        }
        return others.contains { other in
            (totals[other] > 0 && movesRespondent(from: other, to: row))
                || (totals[row] > 0 && movesRespondent(from: row, to: other))
        }
    }

    /// Whether one row can lose a respondent and another gain one while bases stay.
    private func movesRespondent(from: Int, to: Int) -> Bool {
        reaches(from: from, to: to, without: nil, usingMargins: false)
    }

    private func baseMoves(_ column: Int) -> Bool {
        let others = hiddenBases.indices.filter { hiddenBases[$0] && $0 != column }
        return others.contains { other in
            (bases[other] > 0
                && reaches(from: node(column: column), to: node(column: other), without: nil, usingMargins: false))
                || (bases[column] > 0
                    && reaches(from: node(column: other), to: node(column: column), without: nil, usingMargins: false))
        }
    }

    /// From a row by taking, from a column by adding, alternately.
    private func reaches(
        from start: Int, to end: Int, without cell: (row: Int, column: Int)?, usingMargins: Bool = true
    )
        -> Bool
    {
        var seen = Set([start])
        var stack = [start]
        while let next = stack.popLast() {
            for step in steps(next, without: cell, usingMargins) where seen.insert(step).inserted {
                if step == end { return true }
                stack.append(step)
            }
        }
        return false
    }

    private func steps(_ from: Int, without cell: (row: Int, column: Int)?, _ usingMargins: Bool) -> [Int] {
        func isOpen(_ row: Int, _ column: Int) -> Bool {
            hidden[row][column] && !(cell?.row == row && cell?.column == column)
        }
        if from < baseRow {
            var steps = bases.indices.filter { isOpen(from, $0) && counts[from][$0] > 0 }.map(node(column:))
            if usingMargins, hiddenTotals[from] { steps.append(totalColumn) }
            return steps
        }
        if from == baseRow {
            return usingMargins ? hiddenBases.indices.filter { hiddenBases[$0] }.map(node(column:)) : []
        }
        if from == totalColumn { return hiddenTotals.indices.filter { hiddenTotals[$0] && totals[$0] > 0 } }
        let column = from - counts.count - 1
        var steps = counts.indices.filter { isOpen($0, column) }
        if usingMargins, hiddenBases[column], bases[column] > 0 { steps.append(baseRow) }
        return steps
    }
}
