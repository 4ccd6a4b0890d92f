import Diagnostics
import Records
import VietnameseText

/// Every relation, resolved, as it shows on both of its ends.
struct RelationGraph: Sendable {
    private(set) var byRecord: [RecordID: [LinkedRelation]] = [:]
    private(set) var edges: [Edge] = []
    private(set) var wanted: [WantedTarget] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// What stands already: the same said twice shows once.
    private var placed: Set<Placed> = []

    private struct Placed: Hashable {
        var id: RecordID
        var relation: LinkedRelation
    }

    /// A relation between two records of the collection.
    struct Edge: Sendable {
        var from: RecordID
        var to: RecordID
        var type: RelationType
        /// Whether it is about some provisions only.
        var isPartial: Bool
        var span: SourceSpan
    }

    static func build(records: [Record], resolver: TargetResolver) -> RelationGraph {
        var graph = RelationGraph()
        var wantedBy: [Want: [RecordID]] = [:]
        for record in records {
            for claim in claims(of: record) {
                graph.add(claim, of: record, resolver: resolver, wantedBy: &wantedBy)
            }
        }
        graph.wanted = wantedBy.map { want, ids in
            WantedTarget(number: want.number, type: want.type, issued: want.issued, wantedBy: Set(ids).sorted())
        }.sorted { a, b in
            if a.wantedBy.count != b.wantedBy.count { return a.wantedBy.count > b.wantedBy.count }
            if a.number != b.number { return a.number.utf8.lexicographicallyPrecedes(b.number.utf8) }
            return (a.type ?? "", a.issued?.iso ?? "") < (b.type ?? "", b.issued?.iso ?? "")
        }
        graph.placed = []
        for id in graph.byRecord.keys { graph.byRecord[id]?.sort(by: readingOrder) }
        return graph
    }

    /// The relations that a record states, with those that a finding's own keys mean.
    private static func claims(of record: Record) -> [RelationClaim] {
        var claims = record.relations
        func add(_ targets: [String], _ type: RelationType, key: String) {
            for target in targets {
                claims.append(RelationClaim(type: type, target: target, span: record.span(key)))
            }
        }
        if let finding = record.finding {
            add(finding.reviews, .reviews, key: "reviews")
            add(finding.informs, .informs, key: "informs")
        }
        return claims
    }

    private struct Want: Hashable {
        var number: String
        var type: String?
        var issued: PartialDate?
    }

    private mutating func add(
        _ claim: RelationClaim, of record: Record, resolver: TargetResolver, wantedBy: inout [Want: [RecordID]]
    ) {
        switch resolver.resolve(claim.target, ofType: claim.ofType, issued: claim.issued) {
        case .record(record.id):
            diagnostics.append(Diagnostic(.selfRelation, at: claim.span))
        case .record(let id) where claim.type == .informs && reviews(id, record.id):
            // Who reviews a document informs it too: said once.
            break
        case .record(let id):
            edges.append(
                Edge(from: record.id, to: id, type: claim.type, isPartial: !claim.provisions.isEmpty, span: claim.span))
            place(claim, on: record.id, end: .record(id), isInverse: false)
            place(claim, on: id, end: .record(record.id), isInverse: true)
        case .ambiguous(let ids):
            diagnostics.append(Diagnostic(.ambiguousTarget, at: claim.span, claim.target, ids.joined(separator: ", ")))
        case .unknownID(let suggestion):
            diagnostics.append(Diagnostic(.unknownRecord, at: claim.span, claim.target, suggestion: suggestion))
        case .withheld:
            diagnostics.append(Diagnostic(.withheldTarget, at: claim.span, claim.target))
        case .unread:
            diagnostics.append(Diagnostic(.unreadTarget, at: claim.span, claim.target))
            want(claim, of: record, &wantedBy)
        case .wanted:
            diagnostics.append(Diagnostic(.wantedTarget, at: claim.span, claim.target))
            want(claim, of: record, &wantedBy)
        }
    }

    /// Whether a record, whose edges are the last ones yet, is known to review another.
    private func reviews(_ other: RecordID, _ id: RecordID) -> Bool {
        edges.reversed().prefix { $0.from == id }.contains { $0.to == other && $0.type == .reviews }
    }

    /// Keeps a target that the collection lacks.
    private mutating func want(_ claim: RelationClaim, of record: Record, _ wantedBy: inout [Want: [RecordID]]) {
        wantedBy[Want(number: claim.target, type: claim.ofType, issued: claim.issued), default: []].append(record.id)
        let end = RelationEnd.wanted(number: claim.target, type: claim.ofType, issued: claim.issued)
        place(claim, on: record.id, end: end, isInverse: false)
    }

    private mutating func place(_ claim: RelationClaim, on id: RecordID, end: RelationEnd, isInverse: Bool) {
        let relation = LinkedRelation(
            type: claim.type, isInverse: isInverse, other: end, provisions: claim.provisions, note: claim.note)
        if placed.insert(Placed(id: id, relation: relation)).inserted { byRecord[id, default: []].append(relation) }
    }

    /// By type in the order of `RelationType`, outgoing first, then by the other end's id or number, figures by their value.
    private static func readingOrder(_ a: LinkedRelation, _ b: LinkedRelation) -> Bool {
        if a.type != b.type { return rank[a.type, default: 0] < rank[b.type, default: 0] }
        if a.isInverse != b.isInverse { return !a.isInverse }
        let (first, second) = (name(a.other), name(b.other))
        let keys = (CollationKey(first), CollationKey(second))
        return keys.0 == keys.1 ? first.utf8.lexicographicallyPrecedes(second.utf8) : keys.0 < keys.1
    }

    private static let rank = Dictionary(
        uniqueKeysWithValues: RelationType.allCases.enumerated().map { ($1, $0) })

    private static func name(_ end: RelationEnd) -> String {
        switch end {
        case .record(let id): id
        case .wanted(let number, _, let issued): number + (issued?.iso ?? "")
        }
    }
}
