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
            let named = RelationOrder(context: context).newestFirst(group).reduce(into: [LinkedRelation]()) {
                (named, relation) in
                if !named.contains(where: { $0.other == relation.other }) { named.append(relation) }
            }.prefix(min(left, Self.mostOfOneVerb))
            left -= named.count
            shown.formUnion(named.map(\.other))
            var fields: TemplateFields = ["verb": .text(context.strings[verb.key])]
            fields.set("documents", named.map(document))
            verbs.append(fields)
        }
        fields.set("verbs", verbs)
        let rest = Set(relations.map(\.other)).subtracting(shown).count
        if rest > 0 { fields["more"] = .text(context.strings.count(.word(.moreDocuments), rest)) }
        return fields
    }

    /// The other document, with what limits the change: that it is of a part alone, or that it is yet to come.
    private func document(_ relation: LinkedRelation) -> TemplateFields {
        var fields = ShortDocument(context: context).fields(relation.other)
        let extent = ChangeExtent(relation)
        var words = extent.isPartial ? [context.strings[.inPart]] : []
        if let day = day(of: relation, extent) { words.append(context.strings.filled(.word(.from), ["from": day])) }
        if !words.isEmpty { fields["extent"] = .text(words.joined(separator: ", ")) }
        return fields
    }

    /// The day on which a change comes; nil for one that is there already.
    private func day(of relation: LinkedRelation, _ extent: ChangeExtent) -> String? {
        guard extent.isChange else { return nil }
        let acting: Record? =
            switch (relation.isInverse, relation.other) {
            case (false, _): record
            case (true, .record(let id)): context.reference(id)
            case (true, .wanted): nil
            }
        guard let date = acting.map({ $0.effective ?? $0.issued }), let first = date.span?.lowerBound,
            first > context.asOf.number
        else { return nil }
        return context.dates.short(date)
    }
}

/// How far one document changes another.
struct ChangeExtent {
    /// It ends, suspends or amends what it is about.
    let isChange: Bool
    /// It replaces, repeals or suspends some provisions alone.
    let isPartial: Bool

    init(_ relation: LinkedRelation) {
        let isEnd = [.replaces, .repeals, .suspends].contains(relation.type)
        isChange = isEnd || relation.type == .amends
        isPartial = isEnd && !relation.provisions.isEmpty
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
