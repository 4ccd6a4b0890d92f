import Catalogue
import Records

/// What bears on a document and what it bears on, under one verb each.
struct RelationPanel {
    let context: SiteContext
    let record: Record

    var groups: [TemplateFields] {
        RelationVerbs(context.catalogue.relations(of: record.id)).groups.map { verb, relations in
            var group: TemplateFields = [
                "verb": .text(context.strings[verb.key]), "anchor": .text(verb.anchor),
                "count": .text(context.strings.grouped(relations.count)),
            ]
            let items = newestFirst(relations).map(item)
            let isLong = items.count > Self.foldedFrom
            group.set("items", Array(isLong ? items.prefix(Self.shownOfLong) : items[...]))
            if isLong {
                let rest = items.dropFirst(Self.shownOfLong)
                group.set("rest", Array(rest))
                group["restCount"] = .text(context.strings.grouped(rest.count))
            }
            return group
        }
    }

    /// Of a group with so many documents or more, so many stand there and the others open when asked for.
    private static let foldedFrom = 12
    private static let shownOfLong = 8

    /// By date, what has none last; else as they stand.
    private func newestFirst(_ relations: [LinkedRelation]) -> [LinkedRelation] {
        let dates = relations.map { relation in
            switch relation.other {
            case .record(let id): context.catalogue.record(id)?.issued.sortKey ?? 0
            case .wanted(_, _, let issued): issued?.sortKey ?? 0
            }
        }
        return relations.indices.sorted { (dates[$1], $0) < (dates[$0], $1) }.map { relations[$0] }
    }

    private func item(_ relation: LinkedRelation) -> TemplateFields {
        var fields: TemplateFields
        switch relation.other {
        case .record(let id): fields = context.card(id) ?? ["number": .text(id), "isWanted": true]
        case .wanted(let number, let type, let issued):
            fields = ["number": .text(number), "isWanted": true]
            fields.set("type", type.map { context.catalogue.vocabulary.type($0)?.name ?? $0 })
            fields.set("date", issued.flatMap(context.dates.short))
            fields.set("datetime", issued?.machineReadable)
        }
        fields.set("provisions", relation.provisions.joined(separator: "; "))
        fields.set("note", relation.note)
        return fields
    }
}
