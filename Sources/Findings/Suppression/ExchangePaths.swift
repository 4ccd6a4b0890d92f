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
