import Records

/// The state of each document on one day: what relations and dates show, else what the editor claims with evidence, else
/// unverified. Nothing is assumed to be in force because nothing is known against it.
struct StatusReckoning: Sendable {
    let asOf: CalendarDay

    func statuses(of records: [Record], relations: [RecordID: [LinkedRelation]]) -> [RecordID: DocumentStatus] {
        let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var statuses: [RecordID: DocumentStatus] = [:]
        for record in records where record.kind == .directive || record.kind == .guidance {
            statuses[record.id] = status(of: record, relations: relations[record.id] ?? [], byID: byID)
        }
        return statuses
    }

    private func status(of record: Record, relations: [LinkedRelation], byID: [RecordID: Record]) -> DocumentStatus {
        let claim = record.status
        func made(_ value: StatusValue, _ reason: StatusReason, by: RecordID? = nil) -> DocumentStatus {
            DocumentStatus(
                value: value, reason: reason, checked: claim?.checked, source: claim?.source, by: by, note: claim?.note)
        }
        for (type, reason) in [(RelationType.replaces, StatusReason.replaced), (.repeals, .repealed)] {
            for relation in relations where relation.type == type && relation.isInverse && relation.provisions.isEmpty {
                guard case .record(let id) = relation.other, let other = byID[id], hasBegun(other) else { continue }
                return made(.expired, reason, by: id)
            }
        }
        if let expires = record.expires?.span, expires.upperBound < asOf.number { return made(.expired, .expiry) }
        if let effective = record.effective?.span, effective.lowerBound > asOf.number {
            return made(.notYet, .notYetEffective)
        }
        guard let claim, claim.value != .unverified else { return made(.unverified, .unchecked) }
        return made(claim.value, .editor)
    }

    /// Whether a document that ends another has taken effect by the day; one without any date is taken to have.
    private func hasBegun(_ record: Record) -> Bool {
        guard let begin = (record.effective ?? record.issued).span else { return true }
        return begin.lowerBound <= asOf.number
    }
}
