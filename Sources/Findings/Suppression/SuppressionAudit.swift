/// Checks a pattern against the counts: whether every hidden figure has a second possible value.
///
/// From the true counts, a figure has another value if and only if some closed walk through hidden figures adds one
/// respondent and takes one, taking only where there is somebody (a circulation in the residual network, as Ford and
/// Fulkerson have it). The answer is the same for all counts that fit what is printed.
struct SuppressionAudit {
    let network: FigureNetwork
    let hidden: [Bool]
    /// Respondents by edge.
    let flows: [Int]
    let bars: [Bar]

    /// A node that no walk through certain edges may pass.
    struct Bar {
        var edges: Range<Int>
        var node: Int
    }

    var isSafe: Bool {
        hidden.indices.allSatisfy { edge in
            guard hidden[edge] else { return true }
            let from = network.edges[edge].from
            let to = network.edges[edge].to
            let bar = bars.first { $0.edges.contains(edge) }?.node
            return reaches(from: from, to: to, without: edge, bar)
                || flows[edge] > 0 && reaches(from: to, to: from, without: edge, bar)
        }
    }

    private func reaches(from start: Int, to end: Int, without edge: Int, _ bar: Int?) -> Bool {
        var seen = Set([start])
        if let bar { seen.insert(bar) }
        var stack = [start]
        while let next = stack.popLast() {
            let taking = network.leaving[next].filter { hidden[$0] && $0 != edge && flows[$0] > 0 }
            let adding = network.entering[next].filter { hidden[$0] && $0 != edge }
            for step in taking.map({ network.edges[$0].to }) + adding.map({ network.edges[$0].from })
            where seen.insert(step).inserted {
                if step == end { return true }
                stack.append(step)
            }
        }
        return false
    }
}
