import Diagnostics
import Records

/// What relations must not say, or say oddly, once all are known.
struct RelationChecks {
    private(set) var diagnostics: [Diagnostic] = []

    init(records: [Record], relations: RelationGraph, vocabulary: Vocabulary) {
        let rank = IssuerRank(vocabulary)
        let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var replacedBy: [RecordID: RecordID] = [:]
        for edge in relations.edges {
            guard let from = byID[edge.from], let to = byID[edge.to] else { continue }
            if let a = from.issued.span, let b = to.issued.span, a.upperBound < b.lowerBound, edge.type != .informs {
                diagnostics.append(
                    Diagnostic(.relationBackwards, at: edge.span, from.id, from.issued.iso, to.id, to.issued.iso))
            }
            if edge.type.changesValidity || edge.type == .corrects, rank.isKnownNotToReach(from.issuers, to.issuers) {
                diagnostics.append(
                    Diagnostic(
                        .changedFromBelow, at: edge.span, from.id, from.issuers.joined(separator: ", "), to.id,
                        to.issuers.joined(separator: ", ")))
            }
            guard edge.type == .replaces, !edge.isPartial else { continue }
            if let other = replacedBy[to.id], other != from.id {
                diagnostics.append(Diagnostic(.replacedTwice, at: edge.span, to.id, other))
            }
            replacedBy[to.id] = from.id
        }
        diagnostics += cycles(relations.edges.filter { $0.type == .replaces })
    }

    /// Circles of replacement, each reported once, at the relation that closes it.
    private func cycles(_ edges: [RelationGraph.Edge]) -> [Diagnostic] {
        var targets: [RecordID: [RelationGraph.Edge]] = [:]
        for edge in edges { targets[edge.from, default: []].append(edge) }
        var found: [Diagnostic] = []
        var finished = Set<RecordID>()
        for start in targets.keys.sorted() where !finished.contains(start) {
            // An explicit stack: chains of replacement may be long.
            var path: [(id: RecordID, next: Int)] = [(start, 0)]
            var onPath: Set<RecordID> = [start]
            while let (id, next) = path.last {
                let out = targets[id] ?? []
                guard next < out.count else {
                    finished.insert(id)
                    onPath.remove(id)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let edge = out[next]
                if onPath.contains(edge.to) {
                    let circle = path.map(\.id).drop { $0 != edge.to } + [edge.to]
                    found.append(Diagnostic(.replacementCycle, at: edge.span, circle.joined(separator: " → ")))
                } else if !finished.contains(edge.to) {
                    path.append((edge.to, 0))
                    onPath.insert(edge.to)
                }
            }
        }
        return found
    }
}
