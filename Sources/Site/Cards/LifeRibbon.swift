import Catalogue
import Records

/// The life of a document as a ribbon of its card: every stretch with its state and its days, so that a reader can see the
/// document as of any day.
struct LifeRibbon {
    let context: SiteContext
    let record: Record

    /// Nil for a record without a state. A finding has none, but names documents that have: there is a day to choose for them.
    var fields: TemplateFields? {
        guard record.kind != .finding else { return ["today": today, "isSingle": true] }
        guard let validity = context.validity(of: record.id), !validity.intervals.isEmpty else { return nil }
        let words = StatusWords(strings: context.strings)
        let stretches = validity.intervals.enumerated().map { index, interval in
            let said = words.words(context.shown(interval, of: record), reason: interval.reason)
            var fields: TemplateFields = [
                "code": .text(said.code), "word": .text(said.word), "reason": .text(said.reason),
            ]
            fields.set("from", interval.from.flatMap { CalendarDay(number: $0)?.partialDate.iso })
            fields.set("period", context.dates.period(ofStretchAt: index, in: validity))
            return fields
        }
        var fields: TemplateFields = [
            "today": today, "isSingle": .flag(stretches.count == 1),
        ]
        fields.set("stretches", stretches)
        return fields
    }

    private var today: TemplateValue { .text(context.asOf.partialDate.iso) }
}

extension PageShapes {
    static let ribbon: TemplateShape = .object([
        "today": .text,
        // The state never changed: there are no stretches to choose from, only days.
        "isSingle": .flag,
        // The first may have begun at a time that nobody knows.
        "stretches": .list(["code": .text, "word": .text, "reason": .text, "from": .text, "period": .text]),
    ])
}
