import Records

/// Reckons the state of every document over time: what relations and dates show, else what the editor claims with
/// evidence, else unverified. Nothing is assumed to be in force because nothing is known against it.
///
/// What ends a document as a whole outweighs a suspension, that the document's own term, that its date of effect, and
/// all of them the editor's claim. A document that acts on another does so from its own date of effect, or of issue;
/// without any date, always. Where only the month or year of an end is known, no day of it is certain: neither that the
/// document still holds, nor that it has ended. The work is linear in records and relations but for sorting each document's
/// few days.
struct ValidityReckoning {
    /// The day of the build: a claim that says no day on which it was checked is of today.
    private let asOf: CalendarDay
    private let byID: [RecordID: Record]
    /// What acts on a document, by its id.
    private var changes: [RecordID: [RelationGraph.Edge]] = [:]

    init(records: [Record], edges: [RelationGraph.Edge], asOf: CalendarDay) {
        self.asOf = asOf
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
                ValidityInterval(
                    from: day == 0 ? nil : day, value: state.value, reason: state.reason, by: state.by,
                    beginning: state.beginning ?? history.turns[day] ?? .day))
        }
        return Validity(intervals: intervals)
    }

    private func history(of record: Record) -> DocumentHistory {
        let begin = record.effective ?? record.issued
        let first = begin.span?.lowerBound
        var history = DocumentHistory(
            start: [record.issued.span?.lowerBound, first].compactMap { $0 }.min() ?? 0, begin: first ?? 0,
            claim: record.status, today: asOf.number)
        history.turns[history.start] = ValidityInterval.Beginning(record.issued)
        history.turns[history.begin] = ValidityInterval.Beginning(begin)
        // The first day on which it is no longer in force, as official registers give it.
        history.expiry = record.expires.flatMap(DatedEnd.init)
        history.note(history.expiry)
        for edge in changes[record.id] ?? [] {
            guard let other = byID[edge.from] else { continue }
            history.add(edge, on: other.effective ?? other.issued, until: other.expires.flatMap(DatedEnd.init))
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

/// An end that a source dates to the day, the month or the year.
private struct DatedEnd {
    let date: PartialDate
    /// The first day on which it can have come.
    let first: Int
    /// The first day on which it has certainly come.
    let certain: Int

    init?(_ date: PartialDate) {
        guard let span = date.span else { return nil }
        (self.date, first) = (date, span.lowerBound)
        if case .day = date { certain = first } else { certain = CalendarDay.after(span.upperBound) }
    }

    var beginningOfCertainty: ValidityInterval.Beginning { certain == first ? .day : .after(date) }

    /// Whether it may have come on a day, and may not have.
    func isUncertain(on day: Int) -> Bool { first <= day && day < certain }
}

/// The days on which a document's state can change. Days are `yyyymmdd`, 0 for what no source dates.
private struct DocumentHistory {
    struct Change {
        var day: Int
        var date: PartialDate
        var reason: StatusReason
        var by: RecordID
        var until: DatedEnd?

        /// How exactly a state is dated that this brings about, on the first day of the state; nil when the state began on
        /// another day than this.
        func beginning(on first: Int) -> ValidityInterval.Beginning? {
            if day == 0 { return .undated }
            return day == first ? ValidityInterval.Beginning(date) : nil
        }
    }

    struct State {
        var value: StatusValue
        var reason: StatusReason
        var by: RecordID?
        /// Nil where the days at which the document's state turns tell it.
        var beginning: ValidityInterval.Beginning?
    }

    /// From when there is something to say.
    var start: Int
    var begin: Int
    var claim: StatusClaim?
    var today: Int
    var expiry: DatedEnd?
    /// What ended the document first.
    var ending: Change?
    var suspensions: [Change] = []
    /// By day.
    var partial: [Change] = []
    /// How exactly sources date the days of beginnings and ends.
    var turns: [Int: ValidityInterval.Beginning] = [:]

    mutating func note(_ end: DatedEnd?) {
        guard let end, end.certain > end.first else { return }
        turns[end.first] = .within(end.date)
        turns[end.certain] = .after(end.date)
    }

    mutating func add(_ edge: RelationGraph.Edge, on date: PartialDate, until: DatedEnd?) {
        let day = date.span?.lowerBound ?? 0
        func change(_ reason: StatusReason) -> Change { Change(day: day, date: date, reason: reason, by: edge.from) }
        switch (edge.type, edge.isPartial) {
        case (.replaces, false), (.repeals, false):
            if let ending {
                // Of two on one day replacement tells more than repeal.
                let isEarlier = (day, edge.type == .replaces ? 0 : 1) < (ending.day, ending.reason == .replaced ? 0 : 1)
                guard isEarlier else { return }
            }
            ending = change(edge.type == .replaces ? .replaced : .repealed)
        case (.suspends, false):
            var suspension = change(.suspended)
            suspension.until = until
            suspensions.append(suspension)
            note(until)
        case (.amends, true): partial.append(change(.amended))
        case (.replaces, true), (.repeals, true), (.suspends, true): partial.append(change(.partlyEnded))
        default: break
        }
    }

    /// Every day on which the state can change, once, in order; none before the start.
    var days: [Int] {
        var days = [start, begin, ending?.day, claimDay].compactMap { $0 }
        for end in [expiry] + suspensions.map(\.until) {
            guard let end else { continue }
            days += [end.first, end.certain]
            // From the day after the last on which it was seen in force, nothing is certain.
            if let seen = claim?.checked?.span?.lowerBound, end.isUncertain(on: seen) {
                days.append(CalendarDay.after(seen))
            }
        }
        days += (suspensions + partial).map(\.day)
        return Set(days.map { max($0, start) }).sorted()
    }

    func state(on day: Int, partial latest: Change?) -> State {
        if let ending, ending.day <= day {
            return State(
                value: .expired, reason: ending.reason, by: ending.by, beginning: ending.beginning(on: day))
        }
        let claimed = claimed(on: day)
        if let stop = suspensions.first(where: { $0.day <= day && day < ($0.until?.certain ?? .max) }) {
            if let until = stop.until, until.isUncertain(on: day) {
                return State(
                    value: .unverified, reason: .endsWithin, by: stop.by,
                    beginning: day == until.first ? .within(until.date) : nil)
            }
            return State(value: .suspended, reason: .suspended, by: stop.by, beginning: stop.beginning(on: day))
        }
        if let expiry, expiry.certain <= day {
            return State(
                value: .expired, reason: .expiry,
                beginning: day == expiry.certain ? expiry.beginningOfCertainty : nil)
        }
        if begin > day { return State(value: .notYet, reason: .notYetEffective) }
        if let expiry, expiry.isUncertain(on: day), claimed != .expired, !wasSeenInForce(onOrAfter: day) {
            return State(value: .unverified, reason: .endsWithin, beginning: .within(expiry.date))
        }
        if let latest, claimed == nil || claimed == .inForce || claimed == .partlyExpired {
            return State(
                value: .partlyExpired, reason: latest.reason, by: latest.by, beginning: latest.beginning(on: day))
        }
        guard let claimed else { return State(value: .unverified, reason: .unchecked) }
        return State(value: claimed, reason: .editor, beginning: beginningOfClaim(on: day))
    }

    // MARK: The editor's claim

    /// The day from which a claim counts: that on which it was checked, else today's.
    private var claimDay: Int? {
        guard let claim, claim.value != .unverified else { return nil }
        return claim.checked?.span?.lowerBound ?? today
    }

    /// What the editor's claim shows of a day. A document seen in force was so since it began; one seen ended,
    /// suspended or ended in part was so from the day it was seen, which is not the day on which it came to be.
    private func claimed(on day: Int) -> StatusValue? {
        guard let claim, let claimDay else { return nil }
        switch claim.value {
        case .unverified: return nil
        case .inForce: return .inForce
        // “Not yet” was true until its day came; what holds since then nobody has checked.
        case .notYet: return begin == 0 ? .notYet : nil
        case .expired, .suspended, .partlyExpired: return claimDay <= day ? claim.value : nil
        }
    }

    private func beginningOfClaim(on day: Int) -> ValidityInterval.Beginning? {
        guard let claim, day == claimDay else { return nil }
        switch claim.value {
        case .unverified, .inForce, .notYet: return nil
        case .expired, .suspended, .partlyExpired:
            guard let checked = claim.checked, checked.span != nil else { return .undated }
            return .atLatest(checked)
        }
    }

    private func wasSeenInForce(onOrAfter day: Int) -> Bool {
        guard let claim, claim.value == .inForce || claim.value == .partlyExpired,
            let seen = claim.checked?.span?.lowerBound
        else { return false }
        return day <= seen
    }
}
