/// Which figures of a network to hide so that none of them can be reckoned from what is printed.
///
/// The choice depends on which figures are primary and on published margins alone, never on a count that is hidden: two
/// tables with the same primary cells and margins get the same pattern. Every hidden figure then has at least two possible
/// values, and those above the threshold as many more as the threshold is high.
enum CellPattern {
    /// Hidden edges; nil when nothing short of hiding all is safe.
    static func choose(_ network: FigureNetwork) -> [Bool]? {
        var hidden = network.edges.map { $0.isPrimary || $0.isHidden }
        let guarded = hidden.indices.filter { hidden[$0] }
        // What is hidden later can take away what an earlier choice relied on being published.
        var before = -1
        while before != hidden.count(where: { $0 }) {
            before = hidden.count { $0 }
            for edge in guarded {
                guard let more = protection(of: edge, network, hidden, mayHide: true) else { return nil }
                for other in more { hidden[other] = true }
            }
        }
        if hidden.count <= 400 { publishNeedless(network, guarded, &hidden) }
        return hidden
    }

    /// Edges to hide so that `edge` is safe: none when it is already, nil when nothing helps.
    private static func protection(
        of edge: Int, _ network: FigureNetwork, _ hidden: [Bool], mayHide: Bool
    ) -> Set<Int>? {
        let from = network.edges[edge].from
        let to = network.edges[edge].to
        let isSource = network.isSource(from, hidden)
        let isSink = network.isSink(to, hidden)
        var hidden = hidden
        var more: Set<Int> = []

        func hide(from start: Int, to end: Int, avoiding: [Int] = []) -> Bool {
            let paths = ExchangePaths(network: network, hidden: hidden, mayHide: mayHide, edge: edge)
            guard let found = paths.path(from: start, to: end, avoiding: avoiding) else { return false }
            for other in found where !hidden[other] {
                hidden[other] = true
                more.insert(other)
            }
            return true
        }

        func price(from start: Int, to end: Int) -> Double? {
            let paths = ExchangePaths(network: network, hidden: hidden, mayHide: mayHide, edge: edge)
            return paths.path(from: start, to: end)?.reduce(0) { $0 + (hidden[$1] ? 0 : network.edges[$1].cost ?? 0) }
        }

        // Somebody is known to be in a figure at or above the threshold: it may shrink as well as grow.
        if !network.edges[edge].isPrimary {
            guard let shrinking = price(from: to, to: from) else { return hide(from: from, to: to) ? more : nil }
            let isGrowing = price(from: from, to: to).map { $0 < shrinking } ?? false
            return hide(from: isGrowing ? from : to, to: isGrowing ? to : from) ? more : nil
        }
        guard isSource || isSink else { return hide(from: from, to: to) ? more : nil }
        // Nobody may know which other figure of the node has somebody in it: there must be a way from each of them.
        let starts = isSource ? network.leaving[from].filter { $0 != edge }.map { network.edges[$0].to } : [from]
        let ends = isSink ? network.entering[to].filter { $0 != edge }.map { network.edges[$0].from } : [to]
        let avoiding = (isSource ? [from] : []) + (isSink ? [to] : [])
        for start in starts {
            for end in ends {
                guard hide(from: start, to: end, avoiding: avoiding) else { return nil }
            }
        }
        // Or all of them stand in this very figure; then it has somebody to give.
        return hide(from: to, to: from) ? more : nil
    }

    /// Publishes again what later choices have made needless, the dearest first.
    private static func publishNeedless(_ network: FigureNetwork, _ guarded: [Int], _ hidden: inout [Bool]) {
        let kept = Set(guarded)
        let candidates = hidden.indices.filter { hidden[$0] && !kept.contains($0) }
            .sorted { (network.edges[$0].cost ?? 0, $1) > (network.edges[$1].cost ?? 0, $0) }
        for candidate in candidates {
            hidden[candidate] = false
            let isSafe = guarded.allSatisfy { protection(of: $0, network, hidden, mayHide: false) != nil }
            if !isSafe { hidden[candidate] = true }
        }
    }
}
