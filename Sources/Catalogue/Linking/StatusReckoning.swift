import Records

/// The state of each document on one day, cut from its state over time, with the evidence for it.
struct StatusReckoning: Sendable {
    let asOf: CalendarDay

    func statuses(of records: [Record], validities: [RecordID: Validity]) -> [RecordID: DocumentStatus] {
        var statuses: [RecordID: DocumentStatus] = [:]
        for record in records {
            guard let validity = validities[record.id] else { continue }
            let interval =
                validity.interval(on: asOf.number)
                // Before its day of issue a document is not in force yet either.
                ?? ValidityInterval(from: nil, value: .notYet, reason: .notYetEffective, by: nil)
            // The editor's date and source are evidence for what the editor claims, and for nothing else.
            let evidence = record.status?.value == interval.value ? record.status : nil
            statuses[record.id] = DocumentStatus(
                value: interval.value, reason: interval.reason, checked: evidence?.checked, source: evidence?.source,
                by: interval.by, note: record.status?.note)
        }
        return statuses
    }
}
