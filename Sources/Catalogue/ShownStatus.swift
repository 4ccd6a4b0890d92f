import Records

/// What a page or a search result may say of a document's state: never more than the evidence shows.
public enum ShownStatus: Sendable, Hashable {
    case value(StatusValue)
    /// Another document took its place.
    case replaced
    /// A Party document that a dated source calls in force. Party documents have no public register, so a bare “in force”
    /// is never said of them.
    case inForceBySource
    /// A Party document that is claimed to be in force, without a date and a source to show for it.
    case withoutEvidence

    /// A stable word for style sheets and the search index.
    public var code: String {
        switch self {
        case .value(let value): value.rawValue
        case .replaced: "replaced"
        case .inForceBySource: "in-force-source"
        case .withoutEvidence: StatusValue.unverified.rawValue
        }
    }
}

extension Catalogue {
    /// What may be said of a record's state; nil for what has none, such as a page or a finding.
    public func shownStatus(of record: Record) -> ShownStatus? {
        guard let status = status(of: record.id) else { return nil }
        if status.value == .inForce, vocabulary.isParty(record) {
            return status.checked != nil && status.source != nil ? .inForceBySource : .withoutEvidence
        }
        return status.value == .expired && status.reason == .replaced ? .replaced : .value(status.value)
    }
}
