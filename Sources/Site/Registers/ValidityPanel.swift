import Catalogue
import Records

/// How a document's state went over time, and what it rests on, or what rests on it, that has ended.
struct ValidityPanel {
    let context: SiteContext
    let record: Record

    /// One row for each stretch; empty when there is only one, which the status says already.
    var intervals: [TemplateFields] {
        guard let validity = context.validity(of: record.id), validity.intervals.count > 1 else { return [] }
        let words = StatusWords(strings: context.strings)
        return validity.intervals.enumerated().map { index, interval in
            let said = words.words(context.shown(interval, of: record), reason: interval.reason)
            var fields: TemplateFields = [
                "code": .text(said.code), "word": .text(said.word), "reason": .text(said.reason),
            ]
            fields.set("period", context.dates.period(ofStretchAt: index, in: validity))
            if let by = interval.by, let card = context.card(by) { fields["by"] = .object(card) }
            return fields
        }
    }

    var grounds: [TemplateFields] { cards(context.endedGrounds(of: record.id)) }

    var resting: [TemplateFields] { cards(context.restingOnEnded(record.id)) }

    private func cards(_ relations: [LinkedRelation]) -> [TemplateFields] {
        var seen: Set<RecordID> = []
        return relations.compactMap { relation in
            guard case .record(let id) = relation.other, seen.insert(id).inserted else { return nil }
            return context.card(id)
        }
    }
}
