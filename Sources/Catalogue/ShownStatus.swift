import Records

/// What a page or a search result may say of a document's state: never more than the evidence shows.
public enum ShownStatus: Sendable, Hashable {
    case value(StatusValue)
    /// Another document took its place.
    case replaced
    /// A Party document that a dated source calls in force. Party documents have no public register, so a bare “in force”
    /// is never said of them.
    case inForceBySource
    /// Another document that is claimed to be in this state, without a date and a source to show for it.
    case withoutSource(StatusValue)
    /// A Party document that is claimed to be in this state, without a date and a source to show for it.
    case withoutEvidence(StatusValue)

    /// A stable word for style sheets and the search index.
    public var code: String {
        switch self {
        case .value(let value): value.rawValue
        case .replaced: "replaced"
        case .inForceBySource: "in-force-source"
        case .withoutSource(let value): "\(value.rawValue)-no-source"
        case .withoutEvidence: StatusValue.unverified.rawValue
        }
    }
}

extension Catalogue {
    /// What may be said of a record's state; nil for what has none, such as a page or a finding.
    public func shownStatus(of record: Record) -> ShownStatus? {
        guard let status = status(of: record.id) else { return nil }
        return shown(status.value, status.reason, hasEvidence: status.hasEvidence, of: record)
    }

    /// What may be said of a record's state through one stretch of time.
    public func shown(_ interval: ValidityInterval, of record: Record) -> ShownStatus {
        let claim = record.status?.value == interval.value ? record.status : nil
        return shown(interval.value, interval.reason, hasEvidence: claim?.hasEvidence == true, of: record)
    }

    private func shown(
        _ value: StatusValue, _ reason: StatusReason, hasEvidence: Bool, of record: Record
    ) -> ShownStatus {
        // What relations and dates show needs no other evidence.
        if reason == .editor {
            let isParty = vocabulary.isParty(record)
            if !hasEvidence { return isParty ? .withoutEvidence(value) : .withoutSource(value) }
            if value == .inForce, isParty { return .inForceBySource }
        }
        return value == .expired && reason == .replaced ? .replaced : .value(value)
    }
}
