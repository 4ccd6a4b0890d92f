import Catalogue
import Drawing
import Pictures
import Records

/// The pictures on the page of a record: its timeline and the map of its relations.
struct RecordPictures {
    let context: SiteContext
    let record: Record
    let root: String

    /// Fewer neighbours than this are said well enough by the list of relations.
    private static let fewest = 2

    /// Nil when there is nothing to draw.
    var fields: TemplateFields? {
        let groups = RelationVerbs(context.relations(of: record.id)).groups
        var fields: TemplateFields = [:]
        if let timeline = TimelineFigure(context: context, record: record, groups: groups, root: root).fields {
            fields["timeline"] = .object(timeline)
        }
        if Set(groups.flatMap(\.relations).map(\.other)).count >= Self.fewest {
            fields["map"] = .object(MapFigure(context: context, record: record, groups: groups, root: root).fields)
        }
        return fields.isEmpty ? nil : fields
    }

    /// A picture at both widths with the words under it.
    static func figure(caption: String, _ svg: (FigureWidth) -> [UInt8]) -> TemplateFields {
        ["wide": .markup(svg(.wide)), "narrow": .markup(svg(.narrow)), "caption": .text(caption)]
    }
}

/// The map of a record's relations. What running text cites is not in it; that has a list of its own.
struct MapFigure {
    let context: SiteContext
    let record: Record
    let groups: [(verb: RelationVerbs.Verb, relations: [LinkedRelation])]
    let root: String

    var fields: TemplateFields {
        let words = PictureWords(context: context, root: root)
        var map = RelationMap(center: words.document(record), outgoing: [], incoming: [])
        for (verb, relations) in groups {
            var seen: Set<RelationEnd> = []
            let ends = relations.map(\.other).filter { seen.insert($0).inserted }
            // By time; what has no year stands last.
            let neighbours = ends.map(words.document).enumerated().sorted {
                ($0.element.date?.sortKey ?? .max, $0.offset) < ($1.element.date?.sortKey ?? .max, $1.offset)
            }
            let group = RelationMap.Group(
                verb: context.strings[verb.key], address: "#" + verb.anchor,
                documents: neighbours.map(\.element.document),
                count: context.strings.count(.word(.countDocuments), ends.count))
            if verb.isInverse { map.incoming.append(group) } else { map.outgoing.append(group) }
        }
        let list = (map.outgoing + map.incoming).map { "\($0.verb): \($0.count)" }.joined(separator: "; ")
        return RecordPictures.figure(caption: list + ".") {
            map.svg($0, labelledBy: "_map-heading", describedBy: "_map-caption")
        }
    }
}
