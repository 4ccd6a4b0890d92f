import Records

extension RelationType {
    /// Whether the document that acts stands on the one acted on, so that the end of the latter raises a question.
    public var restsOnTarget: Bool {
        switch self {
        case .basedOn, .guides, .details, .implements: true
        default: false
        }
    }
}

extension Catalogue {
    /// Documents that have ended and that this one, which has not, guides, details, implements or is based on.
    ///
    /// Whether it falls with them depends on system and date (Law 64/2025/QH15, Article 57, and its forerunners), so it
    /// is shown and nothing is concluded.
    public func endedGrounds(of id: RecordID) -> [LinkedRelation] { resting(id, isInverse: false) }

    /// The other direction: documents not known to have ended that rest on this one, which has.
    public func restingOnEnded(_ id: RecordID) -> [LinkedRelation] { resting(id, isInverse: true) }

    private func resting(_ id: RecordID, isInverse: Bool) -> [LinkedRelation] {
        guard let own = status(of: id), (own.value == .expired) == isInverse else { return [] }
        return relations(of: id).filter { relation in
            guard relation.isInverse == isInverse, relation.type.restsOnTarget,
                case .record(let other) = relation.other,
                let state = status(of: other)
            else { return false }
            return (state.value == .expired) != isInverse
        }
    }
}
