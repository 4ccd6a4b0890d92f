import Diagnostics
import Records

/// Days that cannot be right: those to come, in what has happened; those before there were such documents; and a year that
/// is not the number's.
struct DateChecks {
    let asOf: CalendarDay

    /// The August Revolution: the State's documents begin with it, and older ones of the Party are few.
    private static let firstYear = 1945

    func check(_ records: [Record]) -> [Diagnostic] { records.flatMap(check) }

    private func check(_ record: Record) -> [Diagnostic] {
        var found: [Diagnostic] = []
        func happened(_ date: PartialDate?, _ key: String) {
            guard let date else { return }
            if let first = date.span?.lowerBound, first > asOf.number {
                let kind: DiagnosticKind = key == "status.checked" ? .checkedInFuture : .dateInFuture
                found.append(Diagnostic(kind, at: record.span(key), key, date.iso, asOf.partialDate.iso))
            }
            isRecent(date, key)
        }
        func isRecent(_ date: PartialDate?, _ key: String) {
            guard let date, let year = date.year, year < Self.firstYear else { return }
            found.append(Diagnostic(.dateTooEarly, at: record.span(key), key, date.iso))
        }
        happened(record.issued, "issued")
        isRecent(record.effective, "effective")
        isRecent(record.expires, "expires")
        happened(record.status?.checked, "status.checked")
        for (index, source) in record.sources.enumerated() { happened(source.seen, "sources[\(index)].seen") }
        for (index, entry) in record.history.enumerated() { happened(entry.date, "history[\(index)].date") }
        for (index, claim) in record.relations.enumerated() { happened(claim.issued, "relations[\(index)].issued") }
        if let finding = record.finding {
            happened(finding.released, "released")
            happened(finding.conducted?.from, "conducted.from")
            happened(finding.conducted?.to, "conducted.to")
        }
        if let year = record.number?.parsed?.year, let issued = record.issued.year, year != issued {
            found.append(
                Diagnostic(
                    .yearAgainstNumber, at: record.span("issued"), record.issued.iso, record.number?.printed ?? ""))
        }
        return found
    }
}
