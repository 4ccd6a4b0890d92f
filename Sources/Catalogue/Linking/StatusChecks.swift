import Diagnostics
import Records

/// Where an editor's status and what relations and dates show cannot both be right. The claim stands as of the day it was
/// checked; what happened later does not contradict it.
enum StatusChecks {
    static func check(
        _ records: [Record], edges: [RelationGraph.Edge], statuses: [RecordID: DocumentStatus], _ vocabulary: Vocabulary
    ) -> [Diagnostic] {
        let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var diagnostics: [Diagnostic] = []
        for edge in edges {
            guard let from = byID[edge.from], let to = byID[edge.to] else { continue }
            if edge.type == .replaces || edge.type == .repeals, !edge.isPartial, let claim = to.status,
                claim.value == .inForce || claim.value == .partlyExpired || claim.value == .notYet,
                checkedDay(claim) >= (from.effective ?? from.issued).sortKey ?? 0
            {
                diagnostics.append(
                    Diagnostic(.statusContradiction, at: to.span("status.value"), claim.value.rawValue, from.id))
            }
            // Guidance does not fall by itself with what it guides (or did, under older law): a person has to look.
            if edge.type.restsOnTarget, edge.type != .basedOn, !edge.isPartial, statuses[to.id]?.value == .expired,
                let own = statuses[from.id]?.value, own != .expired, from.status?.value != .unverified
            {
                diagnostics.append(Diagnostic(.restsOnEnded, at: edge.span, from.id, to.id))
            }
        }
        for record in records {
            guard let claim = record.status else { continue }
            // Of an end that relations and dates show as well, they are the evidence.
            let restsOnClaim = claim.value == .inForce || statuses[record.id]?.reason == .editor
            if restsOnClaim, !claim.hasEvidence {
                let kind: DiagnosticKind = vocabulary.isParty(record) ? .partyStatusUnproven : .statusUnproven
                diagnostics.append(Diagnostic(kind, at: record.span("status.value"), claim.value.rawValue))
            }
            guard let against = contradictingDate(record, claim) else { continue }
            diagnostics.append(
                Diagnostic(
                    .statusAgainstDates, at: record.span("status.value"), claim.value.rawValue, against.key,
                    against.date.iso))
        }
        return diagnostics
    }

    /// The date of the document itself that the claim cannot stand beside.
    private static func contradictingDate(_ record: Record, _ claim: StatusClaim) -> (key: String, date: PartialDate)? {
        guard let checked = claim.checked?.span else { return nil }
        switch claim.value {
        case .inForce, .partlyExpired:
            if let expires = record.expires, let day = expires.span?.upperBound, day <= checked.lowerBound {
                return ("expires", expires)
            }
            if let effective = record.effective, let day = effective.span?.lowerBound, checked.upperBound < day {
                return ("effective", effective)
            }
        case .notYet:
            if let effective = record.effective, let day = effective.span?.upperBound, day <= checked.lowerBound {
                return ("effective", effective)
            }
        case .expired, .suspended, .unverified: break
        }
        return nil
    }

    private static func checkedDay(_ claim: StatusClaim) -> Int { claim.checked?.sortKey ?? 0 }
}
