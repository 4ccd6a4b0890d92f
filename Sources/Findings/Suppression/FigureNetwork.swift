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

/// Cheapest ways to shift respondents about without changing anything that is printed.
///
/// Where a node has one respondent too many going out, one is taken from another edge that leaves it, or one more sent along
/// an edge that enters it; that moves the surplus to the other end. A way that comes round to the far end of an edge with one
/// more in it shows that the edge has a second possible value. Respondents may be taken only where somebody is known to be:
/// from figures at or above the threshold; they may be added anywhere.
struct ExchangePaths {
    let network: FigureNetwork
    let hidden: [Bool]
    /// Whether figures that are published may be hidden for the purpose, at their cost.
    let mayHide: Bool
    /// The edge that is to get a second value; a way through it would undo what it does.
    let edge: Int

    /// Edges of the cheapest way from one node to another, or nil.
    func path(from source: Int, to target: Int, avoiding: [Int] = []) -> [Int]? {
        var distance = [Double](repeating: .infinity, count: network.nodeCount)
        var edgeBefore = [Int](repeating: -1, count: network.nodeCount)
        var nodeBefore = [Int](repeating: -1, count: network.nodeCount)
        var done = [Bool](repeating: false, count: network.nodeCount)
        for node in avoiding where node != source && node != target { done[node] = true }
        distance[source] = 0
        while let next = nearest(distance, done), next != target {
            done[next] = true
            func reach(_ node: Int, by edge: Int) {
                guard !done[node], let price = price(edge), distance[next] + price < distance[node] else { return }
                distance[node] = distance[next] + price
                edgeBefore[node] = edge
                nodeBefore[node] = next
            }
            for edge in network.leaving[next] where !network.edges[edge].isPrimary {
                reach(network.edges[edge].to, by: edge)
            }
            for edge in network.entering[next] { reach(network.edges[edge].from, by: edge) }
        }
        guard distance[target].isFinite else { return nil }
        var edges: [Int] = []
        var at = target
        while at != source {
            edges.append(edgeBefore[at])
            at = nodeBefore[at]
        }
        return edges
    }

    /// The first of the nearest nodes: ties never depend on anything but the order of rows and columns.
    private func nearest(_ distance: [Double], _ done: [Bool]) -> Int? {
        var best: Int?
        for node in distance.indices where !done[node] && distance[node].isFinite {
            if best.map({ distance[node] < distance[$0] }) ?? true { best = node }
        }
        return best
    }

    private func price(_ other: Int) -> Double? {
        guard other != edge else { return nil }
        if hidden[other] { return 0 }
        return mayHide ? network.edges[other].cost : nil
    }
}
