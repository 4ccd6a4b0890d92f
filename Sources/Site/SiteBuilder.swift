import Catalogue
import Findings
import Markup
import Output
import Parallel
import Records

/// Turns the linked records of an edition and their rendered bodies into the files of the site.
///
/// `pages` names every file; `render` makes one of them from values alone, so pages can be rendered in any order and
/// in parallel with the same bytes. Bodies are copied into their pages and never pass through the template engine.
public struct SiteBuilder: Sendable {
    /// Every file of the site but attachments and the search index: each path once, in a fixed order.
    public let pages: [SitePage]
    private var facts: SiteFacts
    private let templates: TemplateSet

    /// - Parameters:
    ///   - surveys: The published tables of surveys, by record.
    ///   - citations: What the bodies cite, in step with what the renderer noted in them.
    ///   - desk: What the editors' page shows; without it there is none.
    public init(
        catalogue: Catalogue, templates: TemplateSet, surveys: [RecordID: [PublishedTable]] = [:],
        citations: CitationGraph = .none, desk: EditorsDesk? = nil
    ) {
        self.templates = templates
        facts = SiteFacts(
            catalogue: catalogue, strings: templates.strings, surveys: surveys, citations: citations, desk: desk)
        pages = Self.pages(facts, assetPaths: templates.assets.map(\.path))
    }

    /// Renders every file and hands it to the sink, at most `jobs` at once.
    ///
    /// - Parameter body: The rendered body of a record; a record without one gets a page without text.
    public func write(
        to sink: some OutputSink, jobs: Int = 1, body: @escaping @Sendable (RecordID) -> RenderedBody?
    ) async throws {
        _ = try await ParallelMap.map(Chunks.of(pages.count, jobs: jobs), jobs: jobs) { range in
            for page in pages[range] { try sink.write(render(page, body: page.recordID.flatMap(body))) }
        }
    }

    /// The same site where texts cite otherwise, editors have other things to do, or tables of surveys are asked for that were not:
    /// nothing else is made again. Whether there is a page for editors must not change.
    public func replacing(
        citations: CitationGraph, desk: EditorsDesk?, surveys: [RecordID: [PublishedTable]]? = nil
    ) -> SiteBuilder {
        var builder = self
        builder.facts.surveys = surveys ?? facts.surveys
        builder.facts.citations = citations
        builder.facts.desk = desk
        return builder
    }

    public func replacing(texts: TextFacts) -> SiteBuilder {
        var builder = self
        builder.facts.texts = texts
        return builder
    }

    /// The same site where one record says something else of itself: its page and its rows show it, the order of lists stands.
    public func replacing(_ record: Record, in catalogue: Catalogue) -> SiteBuilder {
        var builder = self
        builder.facts.take(record, in: catalogue)
        return builder
    }

    /// Renders one file as `write(bodies:to:jobs:)` would.
    public func file(_ page: SitePage, bodies: [RecordID: RenderedBody]) -> OutputFile {
        knowing(bodies).made(page, body: page.recordID.flatMap { bodies[$0] }).file
    }

    /// Renders every file and hands it to the sink, at most `jobs` at once.
    public func write(bodies: [RecordID: RenderedBody], to sink: some OutputSink, jobs: Int = 1) async throws {
        let builder = knowing(bodies)
        _ = try await ParallelMap.map(Chunks.of(pages.count, jobs: jobs), jobs: jobs) { range in
            for page in builder.pages[range] {
                try sink.write(builder.made(page, body: page.recordID.flatMap { bodies[$0] }).file)
            }
        }
    }

    private func knowing(_ bodies: [RecordID: RenderedBody]) -> SiteBuilder {
        var builder = self
        builder.facts.texts = TextFacts(bodies, digests: facts.texts.digests)
        return builder
    }

    /// A page with what it asked for while it was made.
    public struct Made: Sendable {
        public var file: OutputFile
        public var facts: Set<Fact>
        /// What the page of a record adds to its body.
        public var markup = BodyMarkup()
    }

    /// Renders one file from the body of its record, and notes what it asks for.
    public func made(_ page: SitePage, body: RenderedBody?) -> Made {
        let questions = Questions()
        let context = SiteContext(facts, questions)
        guard let id = page.recordID, let body else {
            return Made(file: render(page, body: nil, context), facts: questions.facts)
        }
        let markup = CitationLinks(context: context).markup(of: id, body)
        let file = render(page, body: markup.applied(to: body), context)
        return Made(file: file, facts: questions.facts, markup: markup)
    }

    /// What facts are known by now.
    public var digests: SiteDigests { SiteDigests(facts) }

    /// The same where the texts, or what was found in them, are others: records are as they were.
    public func digests(after digests: SiteDigests) -> SiteDigests { digests.replacing(facts) }

    /// Whether a record's page shows the same beside its text with one body as with the other.
    public static func showsSame(beside a: RenderedBody, _ b: RenderedBody) -> Bool {
        a.outline == b.outline && RecordPage.Frame(a) == RecordPage.Frame(b)
    }

    /// Renders one file; `body` is that of the page's record, where it has one.
    public func render(_ page: SitePage, body: RenderedBody? = nil) -> OutputFile {
        render(page, body: body, SiteContext(facts))
    }

    private func render(_ page: SitePage, body: RenderedBody?, _ context: SiteContext) -> OutputFile {
        switch page.content {
        case .asset(let index): return templates.assets[index]
        case .findingTable(let record, let table):
            return OutputFile(path: page.path, bytes: download(record, table, context))
        case .calendar: return OutputFile(path: page.path, bytes: ObligationCalendar(context: context).bytes)
        case .validityColumns:
            return InForcePages.output(
                page, name: InForcePages.columnsName, json: InForcePages(context: context).columns)
        case .validityRows(let shard):
            return InForcePages.output(
                page, name: InForcePages.rowsName(shard), json: InForcePages(context: context).rows(shard))
        default: break
        }
        let capacity = 16_384 + (body?.html.count ?? 0)
        let (template, fields) = fields(page, body: body, context)
        return OutputFile(path: page.path, bytes: templates.render(template, fields, reserving: capacity))
    }

    /// The values of a page and the template that shows them.
    func fields(_ page: SitePage, body: RenderedBody?) -> (PageTemplate, TemplateFields) {
        fields(page, body: body, SiteContext(facts))
    }

    private func fields(
        _ page: SitePage, body: RenderedBody?, _ context: SiteContext
    ) -> (PageTemplate, TemplateFields) {
        let strings = context.strings
        switch page.content {
        case .home: return (.home, HomePage(context: context).fields(page))
        case .search: return (.search, context.common(page, title: strings[.search]))
        case .notFound: return (.notFound, notFound(page, context))
        case .record(let index):
            guard let record = context.own(facts.catalogue.records[index].id) else { return (.record, [:]) }
            context.showsText(of: record.id)
            let recordPage = RecordPage(context: context, record: record, body: body ?? RenderedBody())
            return (recordPage.template, recordPage.fields(page))
        case .index(let kind): return (.index, ListingPages(context: context).index(kind, page))
        case .listing(let listing, let number):
            return (.listing, ListingPages(context: context).listing(listing, number, page))
        case .number(let index):
            return (.number, NumberPage(context: context, entry: context.number(at: index)).fields(page))
        case .redirect(let id): return (.redirect, redirect(page, to: id, context))
        case .feed: return (.feed, FeedPage(context: context).fields(page))
        case .sitemap: return (.sitemap, SitemapPage(context: context).fields(page, pages: pages))
        case .opensearch: return (.opensearch, OpenSearchPage(context: context).fields(page))
        case .obligations: return (.obligations, ObligationsPage(context: context).fields(page))
        case .editors: return (.editors, EditorsPage(context: context).fields(page))
        case .families(let number): return (.families, FamilyPages(context: context).fields(page, number: number))
        case .family(let place, let number):
            return (.families, FamilyPages(context: context).familyFields(page, place: place, number: number))
        case .inForce(let number): return (.inForce, InForcePages(context: context).fields(page, number: number))
        case .calendar, .validityColumns, .validityRows, .asset, .findingTable: return (.redirect, [:])
        }
    }

    private func download(_ record: Int, _ table: Int, _ context: SiteContext) -> [UInt8] {
        guard let record = context.own(facts.catalogue.records[record].id) else { return [] }
        let tables = context.tables(of: record.id)
        guard table < tables.count else { return [] }
        return TableDownload(
            words: FindingWords(strings: context.strings), table: tables[table], isExample: record.isExample
        ).bytes
    }

    /// Servers show `404.html` at any depth, so a script finds where its links lead; without scripts they are absolute, or
    /// left out where the site's address is not known.
    private func notFound(_ page: SitePage, _ context: SiteContext) -> TemplateFields {
        var fields = context.common(page, title: context.strings[.notFound])
        fields["canonical"] = nil
        fields.set("address", context.absolute(""))
        return fields
    }

    private func redirect(_ page: SitePage, to id: RecordID, _ context: SiteContext) -> TemplateFields {
        var fields = context.common(page, title: context.strings[.moved])
        guard let record = context.reference(id) else { return fields }
        fields["title"] = .text(record.title)
        fields["target"] = .text(context.path(of: record))
        fields.set("canonical", context.absolute(context.folder(of: record)))
        return fields
    }

    /// The registers of obligations and of validity.
    private static func registers(_ context: SiteContext) -> [SitePage] {
        let inForce = InForcePages(context: context)
        return [
            SitePage(path: ObligationsPage.path, .obligations), SitePage(path: ObligationCalendar.path, .calendar),
        ] + (1...inForce.pageCount).map { SitePage(path: InForcePages.path(page: $0), .inForce(page: $0)) }
            + inForce.dataPages
    }

    private static func pages(_ facts: SiteFacts, assetPaths: [String]) -> [SitePage] {
        let (catalogue, context) = (facts.catalogue, SiteContext(facts))
        var pages = [
            SitePage(path: "index.html", .home), SitePage(path: "tim-kiem/index.html", .search),
            SitePage(path: "404.html", .notFound), SitePage(path: FeedPage.path, .feed),
        ]
        if context.absolute("") != nil {
            pages.append(SitePage(path: SitemapPage.path, .sitemap))
            pages.append(SitePage(path: OpenSearchPage.path, .opensearch))
        }
        for (index, record) in catalogue.records.enumerated() {
            pages.append(SitePage(path: context.path(of: record), .record(index), recordID: record.id))
            for (number, table) in (facts.surveys[record.id] ?? []).enumerated() {
                pages.append(
                    SitePage(
                        path: TableDownload.path(record.id, table.id), .findingTable(record: index, table: number)))
            }
        }
        for kind in ListingKind.allCases {
            if kind != .findings { pages.append(SitePage(path: kind.indexPath, .index(kind))) }
            for listing in facts.listings[kind] {
                for number in 1...listing.pageCount {
                    pages.append(SitePage(path: listing.path(page: number), .listing(listing, page: number)))
                }
            }
        }
        for (index, entry) in catalogue.numbers.enumerated() {
            pages.append(SitePage(path: NumberPage.path(entry), .number(index)))
        }
        pages += registers(context)
        let families = FamilyPages(context: context)
        pages += (1...families.pageCount).map {
            SitePage(path: FamilyPages.path(page: $0), .families(page: $0))
        }
        for place in facts.families.folders.indices {
            for (index, path) in families.familyPaths(place).enumerated() {
                pages.append(SitePage(path: path, .family(place, page: index + 1)))
            }
        }
        if facts.desk != nil { pages.append(SitePage(path: EditorsPage.path, .editors)) }
        for (index, path) in assetPaths.enumerated() { pages.append(SitePage(path: path, .asset(index))) }
        // A former address never takes the place of a page that stands.
        var taken = Set(pages.map(\.path))
        for record in catalogue.records {
            for path in FormerPaths.paths(of: record) where taken.insert(path).inserted {
                pages.append(SitePage(path: path, .redirect(to: record.id)))
            }
        }
        return pages
    }
}
