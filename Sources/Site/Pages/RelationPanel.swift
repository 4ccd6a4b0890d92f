import Catalogue
import Records

/// What bears on a document and what it bears on, under one verb each, in the order of the catalogue.
struct RelationPanel {
    let context: SiteContext
    let record: Record

    var groups: [TemplateFields] {
        RelationVerbs(context.catalogue.relations(of: record.id)).groups.map { verb, relations in
            var group: TemplateFields = [
                "verb": .text(context.strings[verb.key]), "anchor": .text(verb.anchor),
                "count": .text(context.strings.grouped(relations.count)),
            ]
            group.set("items", relations.map(item))
            return group
        }
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
