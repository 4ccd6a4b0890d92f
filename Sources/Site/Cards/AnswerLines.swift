import Catalogue
import Records

/// What guides a document and what changes it, in both directions, as one line of a card each: a verb, the documents with
/// their states, and how many more the page lists.
struct AnswerLines {
    let context: SiteContext
    let record: Record

    /// Documents named on one line; the list of relations has all.
    private static let mostDocuments = 3
    private static let mostOfOneVerb = 2

    var guides: TemplateFields { line([.guides, .details]) }

    var changes: TemplateFields {
        line([.replaces, .repeals, .suspends, .amends, .corrects, .consolidates, .promulgates])
    }

    /// What a finding is about.
    var subjects: TemplateFields { line([.reviews, .informs]) }

    /// A line without `verbs` is for what has none in the collection.
    private func line(_ types: Set<RelationType>) -> TemplateFields {
        let relations = context.relations(of: record.id).filter { types.contains($0.type) }
        var fields: TemplateFields = [:]
        var verbs: [TemplateFields] = []
        var left = Self.mostDocuments
        var shown: Set<RelationEnd> = []
        for (verb, group) in RelationVerbs(relations).groups where left > 0 {
            let ends = RelationOrder(context: context).newestFirst(group).map(\.other).reduce(into: [RelationEnd]()) {
                if !$0.contains($1) { $0.append($1) }
            }.prefix(min(left, Self.mostOfOneVerb))
            left -= ends.count
            shown.formUnion(ends)
            var fields: TemplateFields = ["verb": .text(context.strings[verb.key])]
            fields.set("documents", ends.map(ShortDocument(context: context).fields))
            verbs.append(fields)
        }
        fields.set("verbs", verbs)
        let rest = Set(relations.map(\.other)).subtracting(shown).count
        if rest > 0 { fields["more"] = .text(context.strings.count(.word(.moreDocuments), rest)) }
        return fields
    }
}

/// Relations in the order in which pages list them.
struct RelationOrder {
    let context: SiteContext

    /// By date, what has none last; else as they stand.
    func newestFirst(_ relations: [LinkedRelation]) -> [LinkedRelation] {
        let dates = relations.map { relation in
            switch relation.other {
            case .record(let id): context.reference(id)?.issued.sortKey ?? 0
            case .wanted(_, _, let issued): issued?.sortKey ?? 0
            }
        }
        return relations.indices.sorted { (dates[$1], $0) < (dates[$0], $1) }.map { relations[$0] }
    }
}

/// A document named in a few words: its number, or the beginning of its title.
struct ShortDocument {
    let context: SiteContext

    /// Scalars of the title of a document without a number.
    private static let longest = 60

    func fields(_ end: RelationEnd) -> TemplateFields {
        switch end {
        case .record(let id):
            guard let record = context.reference(id), let card = context.card(id) else {
                return ["name": .text(id)]
            }
            var fields = card.filter { ["path", "date", "datetime", "status"].contains($0.key) }
            fields["name"] = .text(record.number?.printed ?? TitleWords.shortened(record.title, to: Self.longest))
            if record.number != nil { fields["type"] = card["type"] }
            fields.set("year", record.appeared.year.map(String.init))
            return fields
        case .wanted(let number, let type, let issued):
            var fields: TemplateFields = ["name": .text(number)]
            fields.set("type", type.map { context.vocabulary.type($0)?.name ?? $0 })
            fields.set("date", issued.flatMap(context.dates.short))
            fields.set("datetime", issued?.machineReadable)
            fields.set("year", issued?.year.map(String.init))
            return fields
        }
    }
}
