import Catalogue
import Records

/// The chain in which a document stands: what it rests on, itself, what guides it, what carries it out, what reviews it. Each
/// step names the newest and counts the others.
struct FamilyStrip {
    let context: SiteContext
    let record: Record

    private static let mostOfAStep = 2

    private enum Step: CaseIterable {
        case grounds, itself, guidance, implementation, review

        var word: StringKey.Word {
            switch self {
            case .grounds: .stepGrounds
            case .itself: .timelineItself
            case .guidance: .stepGuidance
            case .implementation: .stepImplementation
            case .review: .stepReview
            }
        }
    }

    /// Nil for a document that stands alone.
    var fields: TemplateFields? {
        var members: [Step: [LinkedRelation]] = [:]
        for relation in context.relations(of: record.id) {
            if let step = Self.step(of: relation) { members[step, default: []].append(relation) }
        }
        guard !members.isEmpty else { return nil }
        // A review stands at the end of the chain of what it reviews.
        let order = record.kind == .finding ? Step.allCases.filter { $0 != .itself } + [.itself] : Step.allCases
        let steps = order.compactMap { step in
            step == .itself ? own : members[step].map { stepFields(of: step, $0) }
        }
        var fields: TemplateFields = [:]
        fields.set("steps", steps)
        return fields
    }

    private var own: TemplateFields {
        [
            "name": .text(context.strings[.timelineItself]), "isOwn": true,
            "documents": .list([
                .object([
                    "name": .text(
                        record.number?.printed ?? TitleWords.shortened(record.title, to: 40))
                ])
            ]), "hasDocuments": true,
        ]
    }

    private func stepFields(of step: Step, _ relations: [LinkedRelation]) -> TemplateFields {
        // What it guides or carries out tells more than what else it rests on.
        let newest = RelationOrder(context: context).newestFirst(relations)
        let order = newest.filter { $0.type != .basedOn } + newest.filter { $0.type == .basedOn }
        var ends: [RelationEnd] = []
        for relation in order where !ends.contains(relation.other) { ends.append(relation.other) }
        var fields: TemplateFields = ["name": .text(context.strings[step.word])]
        fields.set("documents", ends.prefix(Self.mostOfAStep).map(ShortDocument(context: context).fields))
        let rest = ends.count - Self.mostOfAStep
        if rest > 0 { fields["more"] = .text(context.strings.count(.word(.moreDocuments), rest)) }
        return fields
    }

    private static func step(of relation: LinkedRelation) -> Step? {
        switch (relation.type, relation.isInverse) {
        case (.basedOn, false), (.guides, false), (.details, false), (.implements, false), (.reviews, false),
            (.informs, false):
            .grounds
        case (.guides, true), (.details, true): .guidance
        case (.implements, true), (.basedOn, true): .implementation
        case (.reviews, true), (.informs, true): .review
        default: nil
        }
    }
}

extension PageShapes {
    static let family: TemplateShape = .object([
        "steps": .list([
            "name": .text, "isOwn": .flag, "documents": .list(shortDocument), "more": .text,
        ])
    ])
}
