import Catalogue
import Records

/// What happened to a record on a day: what editors changed in it, and what its state over time tells. Only what a source
/// dates to the day is an event.
struct RecordEvent {
    enum Kind: String, CaseIterable {
        case changed
        case takesEffect = "takes-effect"
        case ends
        case partlyEnds = "partly-ends"
        case suspended
    }

    var record: Record
    var kind: Kind
    var date: PartialDate
    /// `yyyymmdd`
    var day: Int
    /// Position among the changes of that day, from 1.
    var ordinal = 1
    /// What editors changed, in their words.
    var change: String?
    /// The document that ended or suspended it.
    var by: RecordID?

    /// The newest first; those of one day by record and kind.
    static func isNewer(_ a: RecordEvent, _ b: RecordEvent) -> Bool {
        if a.day != b.day { return a.day > b.day }
        return (a.record.id, a.kind.rawValue, b.ordinal) < (b.record.id, b.kind.rawValue, a.ordinal)
    }

    /// All events of a record that its front matter and its states tell, those to come included, in no particular order.
    ///
    /// - Parameter reference: A record as others see it.
    static func all(of record: Record, _ validity: Validity?, _ reference: (RecordID) -> Record?) -> [RecordEvent] {
        changes(of: record) + turns(of: record, validity, reference)
    }

    private static func changes(of record: Record) -> [RecordEvent] {
        var perDay: [Int: Int] = [:]
        return record.history.compactMap { entry in
            guard case .day = entry.date, let day = entry.date.sortKey else { return nil }
            perDay[day, default: 0] += 1
            return RecordEvent(
                record: record, kind: .changed, date: entry.date, day: day, ordinal: perDay[day] ?? 1,
                change: entry.change)
        }
    }

    /// The days on which its state turns.
    static func turns(of record: Record, _ validity: Validity?, _ reference: (RecordID) -> Record?) -> [RecordEvent] {
        guard let validity else { return [] }
        var events: [RecordEvent] = []
        if let effective = record.effective, case .day = effective, let day = effective.sortKey {
            events.append(RecordEvent(record: record, kind: .takesEffect, date: effective, day: day))
        }
        for interval in validity.intervals {
            guard let kind = Kind(beginning: interval.value), let from = interval.from,
                let date = CalendarDay(number: from)?.partialDate
            else { continue }
            let other = interval.by.flatMap(reference)
            let isDated = [other.map { $0.effective ?? $0.issued }, record.expires].contains { $0 == date }
            guard isDated else { continue }
            events.append(RecordEvent(record: record, kind: kind, date: date, day: from, by: interval.by))
        }
        return events
    }
}

extension RecordEvent.Kind {
    /// What begins with a state; nil for one that brings nothing to an end.
    fileprivate init?(beginning state: StatusValue) {
        switch state {
        case .expired: self = .ends
        case .partlyExpired: self = .partlyEnds
        case .suspended: self = .suspended
        case .inForce, .notYet, .unverified: return nil
        }
    }

    /// The sentence that feeds and calendars say.
    var word: StringKey.Word {
        switch self {
        case .changed: .eventChanged
        case .takesEffect: .eventTakesEffect
        case .ends: .eventEnds
        case .partlyEnds: .eventPartlyEnds
        case .suspended: .eventSuspended
        }
    }
}

extension SiteContext {
    /// The events of a record up to the day of the build.
    func events(of id: RecordID) -> [RecordEvent] {
        guard let record = own(id) else { return [] }
        return RecordEvent.all(of: record, validity(of: id), reference).filter { $0.day <= asOf.number }
    }

    /// The events of all records up to the day of the build, the newest first.
    var allEvents: [RecordEvent] { allEventsByRecord.events }
}
