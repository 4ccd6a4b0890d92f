/// The network of one question by groupings that nest, from the coarsest to the finest; commonly there is one.
struct TableNetwork {
    /// A grouping whose cells may be published for this question.
    struct Level {
        var counts: [[Int]]
        /// By answer, then group.
        var primary: [[Bool]]
        var cost: [[Double]]
        /// What is hidden, where that was decided before.
        var hidden: [[Bool]]?
        /// The group of the level before that each group belongs to; empty for the first level.
        var parents: [Int]
    }

    /// A grouping whose bases are published, for this question or another.
    struct BaseLevel {
        var bases: [Int]
        var pattern: SurveySuppression.BasePattern
        var parents: [Int]
    }

    struct Totals {
        var counts: [Int]
        var small: Set<Int>
        var partner: Int?
    }

    private(set) var network = FigureNetwork()
    /// Respondents by edge; the choice of what to hide never sees them.
    private(set) var flows: [Int] = []
    /// Edges of cells by level, answer and group.
    private(set) var cells: [[[Int]]] = []
    private let totalEdges: Range<Int>
    private let baseEdges: Range<Int>
    private let everybody: Int
    private let bases: Int

    /// - Parameters: `levels` and `baseLevels` both end with the finest grouping.
    init(_ totals: Totals, levels: [Level], baseLevels: [BaseLevel]) {
        var network = FigureNetwork()
        var flows: [Int] = []
        let rows = network.addNodes(totals.counts.count)
        let bases = network.addNode()
        let columns = network.addNodes(baseLevels.last?.bases.count ?? 0)
        let everybody = network.addNode()
        func add(_ edge: FigureNetwork.Edge, _ flow: Int) -> Int {
            flows.append(flow)
            return network.add(edge)
        }

        for (row, count) in totals.counts.enumerated() {
            let isSmall = totals.small.contains(row)
            _ = add(
                .init(
                    from: everybody, to: rows[row], isPrimary: isSmall, isHidden: isSmall || totals.partner == row,
                    cost: nil), count)
        }
        totalEdges = 0..<flows.count
        var above = rows.map { [$0] }
        for (index, level) in levels.enumerated() {
            let isFinest = index == levels.count - 1
            var below: [[Int]] = []
            var edges: [[Int]] = []
            for row in rows.indices {
                let nodes = isFinest ? columns : network.addNodes(level.counts[row].count)
                below.append(nodes)
                edges.append(
                    nodes.indices.map { group in
                        let isPrimary = level.primary[row][group]
                        return add(
                            .init(
                                from: above[row][index == 0 ? 0 : level.parents[group]], to: nodes[group],
                                isPrimary: isPrimary, isHidden: level.hidden?[row][group] ?? isPrimary,
                                cost: level.hidden == nil ? level.cost[row][group] : nil), level.counts[row][group])
                    })
            }
            above = below
            cells.append(edges)
        }
        let start = flows.count
        var from = columns
        for (index, level) in baseLevels.enumerated().reversed() {
            let to = index == 0 ? [bases] : network.addNodes(baseLevels[index - 1].bases.count)
            for group in level.bases.indices {
                _ = add(
                    .init(
                        from: from[group], to: to[index == 0 ? 0 : level.parents[group]],
                        isPrimary: level.pattern.small.contains(group), isHidden: level.pattern.hides(group), cost: nil),
                    level.bases[group])
            }
            from = to
        }
        baseEdges = start..<flows.count
        self.network = network
        self.flows = flows
        self.everybody = everybody
        self.bases = bases
    }

    /// Hidden cells by level, answer and group; nil when nothing short of hiding all is safe.
    func choose() -> [[[Bool]]]? {
        CellPattern.choose(network).map { hidden in cells.map { $0.map { $0.map { hidden[$0] } } } }
    }

    /// Whether every hidden figure has a second possible value. What moves totals must not move bases, which other questions
    /// share, nor the other way round.
    func stands(_ pattern: [[[Bool]]]) -> Bool {
        var hidden = network.edges.map(\.isHidden)
        for (level, edges) in cells.enumerated() {
            for row in edges.indices {
                for (group, edge) in edges[row].enumerated() { hidden[edge] = pattern[level][row][group] }
            }
        }
        return SuppressionAudit(
            network: network, hidden: hidden, flows: flows,
            bars: [.init(edges: totalEdges, node: bases), .init(edges: baseEdges, node: everybody)]
        ).isSafe
    }
}
