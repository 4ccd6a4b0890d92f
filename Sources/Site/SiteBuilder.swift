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
    public var pages: [SitePage] { facts.pages }
    private var facts: SiteFacts
    private let templates: TemplateSet
    /// Words that mean the same, from the templates' folder.
    public var synonyms: [[String]] { templates.synonyms }

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
        facts.pages = PageInventory.pages(facts, assets: templates.assets.files)
    }

    /// Renders every file and hands it to the sink, at most `jobs` at once.
    ///
    /// - Parameter body: The rendered body of a record; a record without one gets a page without text.
    public func write(
        to sink: some OutputSink, jobs: Int = 1, body: @escaping @Sendable (RecordID) -> RenderedBody?
    ) async throws {
        _ = try await ParallelMap.map(Chunks.of(pages.count, jobs: jobs), jobs: jobs) { range in
            for page in pages[range] { try sink.write(render(page, body: page.bodyID.flatMap(body))) }
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
        knowing(bodies).made(page, body: page.bodyID.flatMap { bodies[$0] }).file
    }

    /// Renders every file and hands it to the sink, at most `jobs` at once.
    public func write(bodies: [RecordID: RenderedBody], to sink: some OutputSink, jobs: Int = 1) async throws {
        let builder = knowing(bodies)
        _ = try await ParallelMap.map(Chunks.of(pages.count, jobs: jobs), jobs: jobs) { range in
            for page in builder.pages[range] {
                try sink.write(builder.made(page, body: page.bodyID.flatMap { bodies[$0] }).file)
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
            return Made(file: render(page, body: body, context), facts: questions.facts)
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

    /// Renders one file; `body` is that of the record that `bodyID` names.
    public func render(_ page: SitePage, body: RenderedBody? = nil) -> OutputFile {
        render(page, body: body, SiteContext(facts))
    }

    private func render(_ page: SitePage, body: RenderedBody?, _ context: SiteContext) -> OutputFile {
        switch page.kind.content(of: page, body: body, context) {
        case .bytes(let bytes): return OutputFile(path: page.path, bytes: bytes)
        case .template(let template, let fields):
            let capacity = 16_384 + (body?.html.count ?? 0)
            return OutputFile(path: page.path, bytes: templates.render(template, fields, reserving: capacity))
        }
    }

    /// The values of a page and the template that shows them; nil for a file that is made without one.
    func fields(_ page: SitePage, body: RenderedBody?) -> (PageTemplate, TemplateFields)? {
        guard case .template(let template, let fields) = page.kind.content(of: page, body: body, SiteContext(facts))
        else { return nil }
        return (template, fields)
    }
}
