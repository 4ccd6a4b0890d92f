import Catalogue
import Records

/// The relations of a record under one verb each: first what changed it, then what guides it, then what it rests on and
/// what came of it. Lists and pictures have the same order.
struct RelationVerbs {
    struct Verb: Hashable {
        var type: RelationType
        var isInverse: Bool

        var key: StringKey { .relation(type, isInverse: isInverse) }
        /// The id of its heading on the record's page.
        var anchor: String { "_" + key.name }

        fileprivate var rank: Int {
            switch (type, isInverse) {
            case (.replaces, true), (.repeals, true), (.suspends, true): 0
            case (.amends, true), (.corrects, true), (.consolidates, true): 1
            case (.guides, true), (.details, true): 2
            case (_, false): 3
            default: 4
            }
        }
    }

    private(set) var groups: [(verb: Verb, relations: [LinkedRelation])] = []

    init(_ relations: [LinkedRelation]) {
        for relation in relations {
            let verb = Verb(type: relation.type, isInverse: relation.isInverse)
            if groups.last?.verb != verb { groups.append((verb, [])) }
            groups[groups.count - 1].relations.append(relation)
        }
        let ordered = groups.enumerated().sorted {
            ($0.element.verb.rank, $0.offset) < ($1.element.verb.rank, $1.offset)
        }
        groups = ordered.map(\.element)
    }
}
