import Catalogue
import Records

/// What editors changed, newest first. Changes without a whole date are shown on their record's page only.
struct HistoryLog: Sendable {
    struct Entry: Sendable {
        var record: Record
        var date: PartialDate
        /// `yyyy-mm-dd`
        var day: String
        /// The how-manieth change of the record on that day, from 1.
        var ordinal: Int
        var change: String
    }

    let entries: [Entry]

    init(_ catalogue: Catalogue) {
        var entries: [Entry] = []
        for record in catalogue.records {
            var perDay: [String: Int] = [:]
            for change in record.history {
                guard let day = change.date.wholeDay else { continue }
                perDay[day, default: 0] += 1
                entries.append(
                    Entry(record: record, date: change.date, day: day, ordinal: perDay[day] ?? 1, change: change.change)
                )
            }
        }
        self.entries = entries.sorted {
            if $0.day != $1.day { return $0.day > $1.day }
            return ($0.record.id, $1.ordinal) < ($1.record.id, $0.ordinal)
        }
    }
}
