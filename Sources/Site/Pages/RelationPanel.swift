import Catalogue
import Records

/// What bears on a document and what it bears on, under one verb each, in the order of the catalogue.
struct RelationPanel {
    let context: SiteContext
    let record: Record

    private struct Verb: Hashable {
        var type: RelationType
        var isInverse: Bool
    }

    var groups: [TemplateFields] {
        var verbs: [Verb] = []
        var items: [Verb: [TemplateFields]] = [:]
        for relation in context.catalogue.relations(of: record.id) {
            let verb = Verb(type: relation.type, isInverse: relation.isInverse)
            if items[verb] == nil { verbs.append(verb) }
            items[verb, default: []].append(item(relation))
        }
        return verbs.map { verb in
            var group: TemplateFields = [
                "verb": .text(context.strings[.relation(verb.type, isInverse: verb.isInverse)])
            ]
            group["count"] = .text(context.strings.grouped(items[verb]?.count ?? 0))
            group.set("items", items[verb] ?? [])
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
