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
            // The editor's date and source are evidence for what the editor claims, and for nothing else.
            let evidence = claim?.value == value ? claim : nil
            return DocumentStatus(
                value: value, reason: reason, checked: evidence?.checked, source: evidence?.source, by: by,
                note: claim?.note)
        }
        let endings: [(RelationType, StatusReason, StatusValue)] = [
            (.replaces, .replaced, .expired), (.repeals, .repealed, .expired), (.suspends, .suspended, .suspended),
        ]
        for (type, reason, value) in endings {
            for relation in relations where relation.type == type && relation.isInverse && relation.provisions.isEmpty {
                guard case .record(let id) = relation.other, let other = byID[id], hasBegun(other) else { continue }
                return made(value, reason, by: id)
            }
        }
        if let expires = record.expires?.span, expires.upperBound < asOf.number { return made(.expired, .expiry) }
        let begin = (record.effective ?? record.issued).span
        if let begin, begin.lowerBound > asOf.number { return made(.notYet, .notYetEffective) }
        guard let claim, claim.value != .unverified else { return made(.unverified, .unchecked) }
        // “Not yet” was true until its day came; what holds since then nobody has checked.
        if claim.value == .notYet, begin != nil { return made(.unverified, .unchecked) }
        return made(claim.value, .editor)
    }

    /// Whether a document that ends another has taken effect by the day; one without any date is taken to have.
    private func hasBegun(_ record: Record) -> Bool {
        guard let begin = (record.effective ?? record.issued).span else { return true }
        return begin.lowerBound <= asOf.number
    }
}
