import Catalogue
import Records

/// What bears on a document and what it bears on, under one verb each.
struct RelationPanel {
    let context: SiteContext
    let record: Record

    var groups: [TemplateFields] {
        let all = context.relations(of: record.id)
        let (foldedFrom, shownOfLong) = all.count > Self.many ? (5, 3) : (12, 8)
        return RelationVerbs(all).groups.map { verb, relations in
            var group: TemplateFields = [
                "verb": .text(context.strings[verb.key]), "anchor": .text(verb.anchor),
                "count": .text(context.strings.grouped(relations.count)),
            ]
            let items = RelationOrder(context: context).newestFirst(relations).map(item)
            let isLong = items.count > foldedFrom
            group.set("items", Array(isLong ? items.prefix(shownOfLong) : items[...]))
            if isLong {
                let rest = items.dropFirst(shownOfLong)
                group.set("rest", Array(rest))
                group["restCount"] = .text(context.strings.grouped(rest.count))
            }
            return group
        }
    }

    /// Of a group with more documents than so many, only some stand there and the others open when asked for; the fewer, the more
    /// there are around the document, so that the list does not outrun the text beside it.
    private static let many = 40

    private func item(_ relation: LinkedRelation) -> TemplateFields {
        var fields: TemplateFields
        switch relation.other {
        case .record(let id): fields = context.card(id) ?? ["number": .text(id), "isWanted": true]
        case .wanted(let number, let type, let issued):
            fields = ["number": .text(number), "isWanted": true]
            fields.set("type", type.map { context.vocabulary.type($0)?.name ?? $0 })
            fields.set("date", issued.flatMap(context.dates.short))
            fields.set("datetime", issued?.machineReadable)
        }
        fields.set("provisions", relation.provisions.joined(separator: "; "))
        fields.set("note", relation.note)
        return fields
    }
}
