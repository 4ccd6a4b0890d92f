import Records

/// Reckons the state of every document over time: what relations and dates show, else what the editor claims with
/// evidence, else unverified. Nothing is assumed to be in force because nothing is known against it.
///
/// What ends a document as a whole outweighs a suspension, that the document's own term, that its date of effect, and
/// all of them the editor's claim. A document that acts on another does so from its own date of effect, or of issue;
/// without any date, always. The work is linear in records and relations but for sorting each document's few days.
struct ValidityReckoning {
    private let byID: [RecordID: Record]
    /// What acts on a document, by its id.
    private var changes: [RecordID: [RelationGraph.Edge]] = [:]

    init(records: [Record], edges: [RelationGraph.Edge]) {
        byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for edge in edges where edge.type.changesValidity { changes[edge.to, default: []].append(edge) }
    }

    func validities() -> [RecordID: Validity] {
        var validities: [RecordID: Validity] = [:]
        for record in byID.values where record.kind == .directive || record.kind == .guidance {
            validities[record.id] = validity(of: record)
        }
        return validities
    }

    func validity(of record: Record) -> Validity {
        let history = history(of: record)
        var intervals: [ValidityInterval] = []
        var partly = 0
        for day in history.days {
            while partly < history.partial.count, history.partial[partly].day <= day { partly += 1 }
            let latest = partly > 0 ? history.partial[partly - 1] : nil
            let state = history.state(on: day, partial: latest)
            if let last = intervals.last, last.value == state.value, last.reason == state.reason, last.by == state.by {
                continue
            }
            intervals.append(
                ValidityInterval(from: day == 0 ? nil : day, value: state.value, reason: state.reason, by: state.by))
        }
        return Validity(intervals: intervals)
    }

    private func history(of record: Record) -> DocumentHistory {
        let begin = (record.effective ?? record.issued).span?.lowerBound
        var history = DocumentHistory(
            start: [record.issued.span?.lowerBound, begin].compactMap { $0 }.min() ?? 0, begin: begin ?? 0,
            claim: record.status)
        // The first day on which it is no longer in force, as official registers give it.
        history.expiry = record.expires?.span?.upperBound
        for edge in changes[record.id] ?? [] {
            guard let other = byID[edge.from] else { continue }
            let day = (other.effective ?? other.issued).span?.lowerBound ?? 0
            let until = other.expires?.span?.upperBound
            history.add(edge, day: day, until: until)
        }
        history.partial.sort { ($0.day, $0.by) < ($1.day, $1.by) }
        return history
    }
}

extension RelationType {
    /// Whether it bears on the validity of the document acted on, or of some of its provisions.
    var changesValidity: Bool {
        switch self {
        case .replaces, .repeals, .suspends, .amends: true
        default: false
        }
    }
}

/// The days on which a document's state can change. Days are `yyyymmdd`, 0 for what no source dates.
private struct DocumentHistory {
    struct Change {
        var day: Int
        var reason: StatusReason
        var by: RecordID
        /// The first day on which it no longer holds.
        var until: Int?
    }

    /// From when there is something to say.
    var start: Int
    var begin: Int
    var claim: StatusClaim?
    var expiry: Int?
    /// What ended the document first.
    var ending: Change?
    var suspensions: [Change] = []
    /// By day.
    var partial: [Change] = []

    mutating func add(_ edge: RelationGraph.Edge, day: Int, until: Int?) {
        switch (edge.type, edge.isPartial) {
        case (.replaces, false), (.repeals, false):
            let reason: StatusReason = edge.type == .replaces ? .replaced : .repealed
            if let ending {
                // Of two on one day replacement tells more than repeal.
                let isEarlier = (day, edge.type == .replaces ? 0 : 1) < (ending.day, ending.reason == .replaced ? 0 : 1)
                guard isEarlier else { return }
            }
            ending = Change(day: day, reason: reason, by: edge.from)
        case (.suspends, false):
            suspensions.append(Change(day: day, reason: .suspended, by: edge.from, until: until))
        case (.amends, true): partial.append(Change(day: day, reason: .amended, by: edge.from))
        case (.replaces, true), (.repeals, true), (.suspends, true):
            partial.append(Change(day: day, reason: .partlyEnded, by: edge.from))
        default: break
        }
    }

    /// Every day on which the state can change, once, in order; none before the start.
    var days: [Int] {
        var days = [start, begin, ending?.day, expiry, claim?.checked?.span?.lowerBound].compactMap { $0 }
        for change in suspensions {
            days.append(change.day)
            if let until = change.until { days.append(until) }
        }
        days += partial.map(\.day)
        return Set(days.map { max($0, start) }).sorted()
    }

    func state(on day: Int, partial latest: Change?) -> (value: StatusValue, reason: StatusReason, by: RecordID?) {
        if let ending, ending.day <= day { return (.expired, ending.reason, ending.by) }
        if let stop = suspensions.first(where: { $0.day <= day && day < ($0.until ?? .max) }) {
            return (.suspended, .suspended, stop.by)
        }
        if let expiry, expiry <= day { return (.expired, .expiry, nil) }
        if begin > day { return (.notYet, .notYetEffective, nil) }
        let claimed = claimed(on: day)
        if let latest, claimed == nil || claimed == .inForce || claimed == .partlyExpired {
            return (.partlyExpired, latest.reason, latest.by)
        }
        guard let claimed else { return (.unverified, .unchecked, nil) }
        return (claimed, .editor, nil)
    }

    /// What the editor's claim shows of a day. A document seen in force was so since it began; one seen ended,
    /// suspended or ended in part was so from the day it was seen, which is not the day on which it came to be.
    private func claimed(on day: Int) -> StatusValue? {
        guard let claim else { return nil }
        switch claim.value {
        case .unverified: return nil
        case .inForce: return .inForce
        // “Not yet” was true until its day came; what holds since then nobody has checked.
        case .notYet: return begin == 0 ? .notYet : nil
        case .expired, .suspended, .partlyExpired:
            return (claim.checked?.span?.lowerBound ?? 0) <= day ? claim.value : nil
        }
    }
}
