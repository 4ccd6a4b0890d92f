import Catalogue
import Records

/// What a record's text cites and whose text cites it, with the provisions in question.
struct CitationPanel {
    let context: SiteContext
    let record: Record

    /// Provisions named of one document; more are counted.
    private static let shownProvisions = 8

    var cites: [TemplateFields] { items(context.citations(of: record.id).outgoing) }

    var citedBy: [TemplateFields] { items(context.citations(of: record.id).incoming) }

    private func items(_ entries: [CitedDocumentEntry]) -> [TemplateFields] {
        entries.compactMap { entry in
            guard var fields = context.card(entry.id) else { return nil }
            var provisions = entry.provisions.prefix(Self.shownProvisions).joined(separator: "; ")
            if entry.provisions.count > Self.shownProvisions { provisions += "; …" }
            fields.set("provisions", provisions)
            return fields
        }
    }
}
