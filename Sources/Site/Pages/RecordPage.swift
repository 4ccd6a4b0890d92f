import Catalogue
import Encodings
import Markup
import Records

/// The page of a directive, guidance, finding or page: who says what since when, is it in force, what bears on it.
struct RecordPage {
    let context: SiteContext
    let record: Record
    let body: RenderedBody

    /// Bytes of HTML, some four printed pages, from which on a text gets its own search box.
    private static let longBody = 20_000

    /// All that a page shows of a body beside its HTML and its outline. A build of an edited text relies on that.
    struct Frame: Equatable {
        let hasBody: Bool
        let isLong: Bool

        /// `body` as the page shows it, citations linked.
        init(_ body: RenderedBody) {
            hasBody = !body.html.isEmpty
            isLong = body.html.count > RecordPage.longBody
        }
    }

    var template: PageTemplate {
        switch record.kind {
        case .directive, .guidance: .record
        case .finding: .finding
        case .page: .page
        }
    }

    func fields(_ page: SitePage) -> TemplateFields {
        let number = record.number?.printed
        let type = record.type.flatMap(context.vocabulary.type)?.name
        let name = [type, number].compactMap { $0 }.joined(separator: " ")
        let title = [name, record.title].filter { !$0.isEmpty }.joined(separator: " – ")
        var fields = context.common(page, title: title, description: record.summary ?? record.title)
        fields.set("summary", record.summary)
        let frame = Frame(body)
        if frame.hasBody { fields["body"] = .markup(body.html) }
        fields["isLong"] = .flag(frame.isLong)
        fields.set("outline", Self.outline(body.outline[...]))
        fields.set("sources", sources)
        fields.set("attachments", attachments)
        fields.set("history", history)
        fields.set("downloads", downloads)
        if LegislationFile.isThere(for: record) { fields["linkedData"] = .text(LegislationFile.name) }
        if LegislationFile.isThere(for: record), context.configuration.hasAkomaNtoso {
            fields["akomaNtoso"] = .text(AkomaNtosoFile.name)
        }
        let text = ShownText(record, body)
        fields["isOriginal"] = .flag(text.isOriginal)
        guard record.kind != .page else {
            fields["heading"] = .markup(KeptNumbers.html(record.title))
            return fields
        }

        fields["feed"] = .text(FeedPage.path)
        fields["card"] = .object(AnswerCard(context: context, record: record, text: text).fields)
        if let family = FamilyStrip(context: context, record: record).fields { fields["family"] = .object(family) }
        fields.set("crumbs", crumbs)
        let facts = facts
        fields["facts"] = .object(facts)
        if record.kind == .finding { fields["inFindings"] = true }
        let relations = RelationPanel(context: context, record: record)
        fields.set("relations", relations.groups)
        fields.set("obligations", obligations)
        // A review has a section of its own about its tasks, which the outline names already.
        fields["obligationsInOutline"] = .flag(
            !obligations.isEmpty && !body.outline.contains { $0.title.lowercased().hasPrefix("nhiệm vụ") })
        let validity = ValidityPanel(context: context, record: record)
        fields.set("validity", validity.intervals)
        fields.set("grounds", validity.grounds)
        fields.set("resting", validity.resting)
        if record.kind != .finding,
            let pictures = RecordPictures(context: context, record: record, root: page.root).fields
        {
            fields["pictures"] = .object(pictures)
        }
        let citations = CitationPanel(context: context, record: record)
        for (key, items) in [("cites", citations.cites), ("citedBy", citations.citedBy)] {
            fields.set(key, items)
            fields[key + "Count"] = .text(context.strings.grouped(items.count))
        }
        if let finding = record.finding {
            fields["finding"] = .object(FindingPanel(context: context, record: record, finding: finding).fields)
            // Tables and themes stand before the text.
            var entries = context.tables(of: record.id).map {
                FindingTableFields(context: context, record: record, table: $0).entry
            }
            if !finding.themes.isEmpty {
                entries.append(["anchor": "_themes-heading", "title": .text(context.strings[.themes])])
            }
            fields.set("outline", entries + Self.outline(body.outline[...]))
            fields["citation"] = .text(context.form.citation(record, finding))
        }
        if record.kind != .finding {
            if text.isOriginal { fields["letterhead"] = .object(letterhead) }
            fields.set("citation", context.form.citation(record))
        }
        return fields
    }

    private var crumbs: [TemplateFields] {
        let strings = context.strings
        if record.kind == .finding {
            return [["label": .text(strings[.findings]), "path": .text(ListingKind.findings.indexPath)]]
        }
        guard let type = record.type, let listing = context.listed(.types, type) else {
            return [["label": .text(strings[.years]), "path": .text(ListingKind.years.indexPath)]]
        }
        return [
            ["label": .text(strings[.types]), "path": .text(ListingKind.types.indexPath)],
            ["label": .text(listing.name), "path": .text(listing.path), "isContent": true],
        ]
    }

    // MARK: Head

    private var letterhead: TemplateFields {
        let form = context.form
        var fields: TemplateFields = [:]
        let organs = form.letterhead(record)
        fields.set("organs", organs.map { ["name": .text($0)] })
        fields.set("number", form.numberLine(record))
        // Letterhead organ and author are two things; the author is named when the header does not show it.
        let authors = form.authors(record)
        var line = authors == organs ? "" : authors.joined(separator: ", ")
        if let term = record.term { line += (line.isEmpty ? "Khóa " : " khóa ") + term }
        fields.set("authors", line)
        fields.set("placeAndDate", form.placeAndDate(record))
        fields["title"] = .markup(KeptNumbers.html(record.title))
        fields.set("type", record.type.flatMap(context.vocabulary.type)?.name)
        return fields
    }

    private var facts: TemplateFields {
        let vocabulary = context.vocabulary
        var facts: TemplateFields = [:]
        facts.set("number", record.number?.printed)
        // The card may cut a long title; a short one stands there whole.
        if record.title.unicodeScalars.count > AnswerCard.longTitle {
            facts["title"] = .markup(KeptNumbers.html(record.title))
        }
        if let type = record.type {
            let label = vocabulary.type(type).map { Listings.shown($0.name, $0.nameEN, context.strings) } ?? type
            facts["type"] = .object(context.link(.types, type, label: label))
        }
        let names = context.form.authors(record)
        facts.set("issuers", zip(record.issuers, names).map { context.link(.issuers, $0, label: $1) })
        facts["issuerUnknown"] = .flag(record.issuers.isEmpty && record.kind != .finding)
        facts.set("term", record.term)
        if record.kind != .finding {
            facts["issued"] = .text(context.dates.short(record.issued) ?? context.strings[.dateUnknown])
        }
        facts.set("effective", record.effective.flatMap(context.dates.short))
        facts.set("expires", record.expires.flatMap(context.dates.end))
        if let signer = record.signer {
            let words = [signer.capacity, signer.position, signer.name].compactMap { $0 }
            facts.set("signer", words.joined(separator: ", "))
        }
        facts.set("aliases", record.aliases.joined(separator: "; "))
        facts.set(
            "topics",
            record.topics.map { id in
                let label = vocabulary.topic(id).map { Listings.shown($0.name, $0.nameEN, context.strings) } ?? id
                return context.link(.topics, id, label: label)
            })
        return facts
    }

    // MARK: Lists

    private var obligations: [TemplateFields] {
        record.obligations.map { obligation in
            var fields: TemplateFields = [
                "task": .text(obligation.task), "state": .text(context.strings[.obligation(obligation.state)]),
                "stateCode": .text(obligation.state.rawValue),
            ]
            if let responsible = obligation.responsible {
                let name = context.vocabulary.issuer(responsible)?.name ?? responsible
                fields["responsible"] = .object(context.link(.issuers, responsible, label: name))
            }
            fields.set("due", obligation.due.flatMap(context.dates.short))
            fields.set("provision", obligation.provision.map(ProvisionWords.kept))
            return fields
        }
    }

    private var sources: [TemplateFields] {
        record.sources.map { source in
            var fields: TemplateFields = ["title": .markup(KeptNumbers.html(source.title))]
            fields.set("url", source.url.flatMap(WebAddress.linkable))
            fields.set("seen", source.seen.flatMap(context.dates.short))
            fields.set("note", source.note)
            return fields
        }
    }

    private var attachments: [TemplateFields] {
        record.attachments.map {
            ["label": .text($0.title), "path": .text("tep/" + PercentEncoding.path($0.file))]
        }
    }

    /// The document's other files.
    private var downloads: [TemplateFields] {
        guard LegislationFile.isThere(for: record) else { return [] }
        let configuration = context.configuration
        var files: [(label: String, name: String)] = []
        if configuration.hasWordFiles { files.append(("Word (.docx)", DownloadName.name(of: record, "docx"))) }
        if configuration.hasMarkdownFiles { files.append(("Markdown (.md)", DownloadName.name(of: record, "md"))) }
        if configuration.hasAkomaNtoso { files.append(("Akoma Ntoso (.xml)", AkomaNtosoFile.name)) }
        return files.map { ["label": .text($0.label), "path": .text($0.name)] }
    }

    private var history: [TemplateFields] {
        record.history.map { entry in
            var fields: TemplateFields = ["change": .text(entry.change)]
            fields.set("date", context.dates.short(entry.date))
            fields.set("datetime", entry.date.machineReadable)
            return fields
        }
    }

    /// The outline as a tree of three levels; deeper headings join the third.
    private static func outline(_ entries: ArraySlice<OutlineEntry>, depth: Int = 1) -> [TemplateFields] {
        guard let top = entries.map(\.level).min() else { return [] }
        var tree: [TemplateFields] = []
        var rest = entries
        while let first = rest.popFirst() {
            var fields: TemplateFields = ["anchor": .text(first.anchor), "title": .text(first.title)]
            if first.level == top || depth == 3 {
                let below = depth == 3 ? rest.prefix(0) : rest.prefix { $0.level > top }
                rest = rest.dropFirst(below.count)
                fields.set("children", outline(below, depth: depth + 1))
            }
            tree.append(fields)
        }
        return tree
    }
}
