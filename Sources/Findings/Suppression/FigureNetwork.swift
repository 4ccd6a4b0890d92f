/// What is printed of a question by one grouping, or by several that nest in each other, as flows in a network.
///
/// Respondents flow from the question's totals through its cells into the bases of groups; what enters a node leaves it. Where
/// provinces nest in regions, a region's cell flows on into those of its provinces. So every equation between printed figures
/// is a node, and suppression sees no counts, only which figures are small and which are hidden: a pattern that is chosen from
/// this alone cannot tell anything of what it hides.
struct FigureNetwork: Sendable {
    struct Edge: Sendable {
        var from: Int
        var to: Int
        /// May not be shown, as it is below the threshold or in a group with too small a base: nothing is known of it but that
        /// it is not negative.
        var isPrimary: Bool
        var isHidden: Bool
        /// What it costs to hide it, at least 1; nil when it stays as it is.
        var cost: Double?
    }

    private(set) var edges: [Edge] = []
    /// Edges by the node they leave, and by the node they enter.
    private(set) var leaving: [[Int]] = []
    private(set) var entering: [[Int]] = []

    var nodeCount: Int { leaving.count }

    mutating func addNode() -> Int {
        leaving.append([])
        entering.append([])
        return leaving.count - 1
    }

    mutating func addNodes(_ count: Int) -> [Int] { (0..<count).map { _ in addNode() } }

    mutating func add(_ edge: Edge) -> Int {
        leaving[edge.from].append(edges.count)
        entering[edge.to].append(edges.count)
        edges.append(edge)
        return edges.count - 1
    }

    /// A node whose published inflow goes into primary figures alone. The inflow is at least the threshold, so among these
    /// some are not 0; which ones, the pattern must not depend on.
    func isSource(_ node: Int, _ hidden: [Bool]) -> Bool {
        entering[node].count == 1 && !hidden[entering[node][0]] && leaving[node].allSatisfy { edges[$0].isPrimary }
    }

    /// The same with outflow and inflow exchanged.
    func isSink(_ node: Int, _ hidden: [Bool]) -> Bool {
        leaving[node].count == 1 && !hidden[leaving[node][0]] && entering[node].allSatisfy { edges[$0].isPrimary }
    }
}
