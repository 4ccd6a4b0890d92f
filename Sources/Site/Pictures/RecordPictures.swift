import Catalogue
import Drawing
import Pictures
import Records

/// The picture on the page of a record: its timeline. How documents bear on each other is drawn in /so-do/.
struct RecordPictures {
    let context: SiteContext
    let record: Record
    let root: String

    /// Nil when there is nothing to draw.
    var fields: TemplateFields? {
        let groups = RelationVerbs(context.relations(of: record.id)).groups
        var fields: TemplateFields = [:]
        if let timeline = TimelineFigure(context: context, record: record, groups: groups, root: root).fields {
            fields["timeline"] = .object(timeline)
        }
        return fields.isEmpty ? nil : fields
    }

    /// A picture at both widths with the words under it.
    static func figure(caption: String, _ svg: (FigureWidth) -> [UInt8]) -> TemplateFields {
        ["wide": .markup(svg(.wide)), "narrow": .markup(svg(.narrow)), "caption": .text(caption)]
    }
}
