import Catalogue
import Records

/// The documents whose state changed last: what came into force, or ended as a whole or in part, in the past year.
struct RecentChanges {
    let context: SiteContext

    private static let most = 5
    private static let days = 366

    var fields: [TemplateFields] {
        let catalogue = context.everything
        var changes: [(from: Int, index: Int, interval: ValidityInterval)] = []
        for (index, record) in catalogue.records.enumerated() {
            guard let validity = catalogue.validity(of: record.id),
                let place = validity.intervals.lastIndex(where: { ($0.from ?? 0) <= context.asOf.number })
            else { continue }
            let interval = validity.intervals[place]
            guard let from = interval.from, interval.beginning != .undated, let day = CalendarDay(number: from),
                context.asOf.days(since: day) <= Self.days, Self.isChange(interval.value, isFirst: place == 0)
            else { continue }
            changes.append((from, index, interval))
        }
        let latest = changes.sorted { (-$0.from, $0.index) < (-$1.from, $1.index) }.prefix(Self.most)
        return latest.map { from, index, interval in
            var fields = context.card(at: index)
            fields["date"] = nil
            fields["datetime"] = nil
            if let date = date(of: interval) {
                fields.set("date", context.dates.short(date))
                fields.set("datetime", date.machineReadable)
            }
            return fields
        }
    }

    /// A document that nobody has checked says nothing new on the day it takes effect.
    private static func isChange(_ value: StatusValue, isFirst: Bool) -> Bool {
        switch value {
        case .inForce: !isFirst
        case .expired, .suspended, .partlyExpired: true
        case .notYet, .unverified: false
        }
    }

    /// The date that began the state, as exactly as a source gives it.
    private func date(of interval: ValidityInterval) -> PartialDate? {
        switch interval.beginning {
        case .day: interval.from.flatMap { CalendarDay(number: $0)?.partialDate }
        case .from(let date), .within(let date), .after(let date), .atLatest(let date): date
        case .undated: nil
        }
    }
}
