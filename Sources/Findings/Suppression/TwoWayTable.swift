/// One question by one grouping, as suppression sees it: no counts, only which cells are small, and which margins are
/// hidden. A pattern that is chosen from this alone cannot tell anything of what it hides.
struct TwoWayTable: Sendable {
    let rows: Int
    let columns: Int
    /// Cells that may not be shown, row after row: those below the threshold, and whole columns with too small a base.
    /// Nothing is known of them but that they are not negative.
    let primary: [Bool]
    /// What it costs to hide a cell, from published margins: at least 1.
    let cost: [Double]
    /// Rows whose total is hidden for being small, and the row whose total is hidden to protect them.
    var smallTotals: Set<Int> = []
    var totalPartner: Int?
    /// Columns whose base is hidden for being small, and the column whose base is hidden to protect them.
    var smallBases: Set<Int> = []
    var basePartner: Int?

    func isPrimary(_ row: Int, _ column: Int) -> Bool { primary[row * columns + column] }
    func cost(_ row: Int, _ column: Int) -> Double { cost[row * columns + column] }

    var hiddenTotals: Set<Int> { totalPartner.map { smallTotals.union([$0]) } ?? smallTotals }
    var hiddenBases: Set<Int> { basePartner.map { smallBases.union([$0]) } ?? smallBases }

    /// A row with a published total whose every cell is primary. Its total is at least the threshold, so among its
    /// cells some are not 0; which ones, the pattern must not depend on.
    func isPool(row: Int) -> Bool {
        !hiddenTotals.contains(row) && (0..<columns).allSatisfy { isPrimary(row, $0) }
    }

    func isPool(column: Int) -> Bool {
        !hiddenBases.contains(column) && (0..<rows).allSatisfy { isPrimary($0, column) }
    }
}
