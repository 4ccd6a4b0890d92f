import Catalogue
import Diagnostics
import Findings
import Markup
import Output
import Parallel
import Publishing
import Records
import Search
import Site

extension SiteBuild {
    /// When more were edited since the whole was read, what is kept of them is written anew.
    private static let mostRefreshed = 32

    /// Publishes records that were edited since the last publication, where nothing else changed: links the collection as it was
    /// and as it is, makes the pages again that can differ, and patches the search index.
    ///
    /// Nil, with nothing written, where only a whole build tells what comes of it.
    func publishEditedRecords(_ left: PublicationLeft, _ means: EditedText.Means) async throws -> BuildReport? {
        let broken: [DiagnosticKind] = [.brokenLink, .brokenAnchor]
        guard !left.found.contains(where: { broken.contains($0.kind) }) else { return nil }
        var report = BuildReport()
        let language = means.reader.configuration.language
        async let compiling = compiledTemplates(language)
        guard let kept = try await KeptCollection.load(left.publisher, pack: left.cache.pack, jobs: options.jobs),
            let content = try EditedContent(left, kept, means, contentFolder())
        else { return nil }
        report.severities = means.reader.configuration.severities
        report.add(content.now.diagnostics, ending: "records")

        // Let go of, the release is given up.
        async let looking = left.publisher.begin()
        async let linkedBefore = content.edits.allSatisfy(\.linksAlike) ? nil : linked(content.before)
        let now = try linked(content.now)
        let (before, release, compiled) = try await (linkedBefore, looking, compiling)
        report.add(now.problems + kept.foundInSurveys + compiled.problems, ending: "link")
        report.records = now.catalogue.records.count
        guard let templates = compiled.templates, !report.diagnostics.hasErrors else { return nil }

        let hasDesk = now.edition.hasEditorsPage
        async let upkeep = hasDesk ? CollectionUpkeep(of: now.catalogue).diagnostics + kept.orphans : []
        async let building = SiteBuilder(
            catalogue: now.catalogue, templates: templates, desk: hasDesk ? EditorsDesk(diagnostics: []) : nil)
        let edited = try await EditedCollection(content, before: before, now: now, left, means, jobs: options.jobs)
        let (gaps, builder) = await (upkeep, building)
        guard let edited else { return nil }
        report.add(edited.foundInTexts, ending: "render")
        guard !report.diagnostics.hasErrors else { return nil }
        let desk = EditorsDesk(
            of: now, found: content.now.diagnostics + edited.foundInTexts, upkeep: gaps, severities: report.severities)
        let surveys = try edited.showsFindings ? surveyTables(of: now) : [:]
        return try await publish(
            edited, builder.replacing(citations: edited.citations, desk: desk, surveys: surveys), to: release, kept,
            left, &report)
    }

    /// What is published of the surveys, from files that are as they were.
    private func surveyTables(of collection: LinkedCollection) throws -> [RecordID: [PublishedTable]] {
        let loader = ContentLoader(folder: try contentFolder(), jobs: 1)
        let findings = try collection.edition.records.filter { $0.kind == .finding }.map(loader.attachingFiles)
        return LinkedCollection.surveyTables(
            of: findings, collection.edition.configuration, try loader.releases()
        ).tables
    }

    private func compiledTemplates(_ language: Language) async throws -> CompiledTemplates {
        CompiledTemplates(.init(files: try templateFiles(), language: language))
    }

    private func linked(_ content: Content) throws -> LinkedCollection {
        try LinkedCollection(
            .init(content: content, edition: options.edition, asOf: options.asOf, hasSurveys: false))
    }

    private func publish(
        _ edited: EditedCollection, _ builder: SiteBuilder, to release: Release, _ kept: KeptCollection,
        _ left: PublicationLeft, _ report: inout BuildReport
    ) async throws -> BuildReport? {
        let markups = Dictionary(
            uniqueKeysWithValues: edited.pages.map { id, page in
                let before = page.kept?.text.markup ?? BodyMarkup()
                return (id, builder.markup(of: id, page.entry.body, amid: edited.bodies, before: before))
            })
        let pages = builder.pages(affectedBy: edited.changes)
        do {
            guard let (manifest, _) = release.wholeLiveTree(), manifest == left.cache.manifest,
                let vanished = Self.vanished(builder, release),
                let index = try patched(
                    left.cache.index, edited.searchChanges, among: edited.searchDocuments, release)
            else {
                release.abandon()
                return nil
            }
            _ = try await ParallelMap.map(Chunks.of(pages.count, jobs: options.jobs), jobs: options.jobs) { range in
                for page in pages[range] {
                    let body = page.recordID.flatMap { id in
                        markups[id].map { $0.applied(to: edited.pages[id]?.entry.body ?? RenderedBody()) }
                    }
                    try release.write(builder.render(page, body: body))
                }
            }
            try index.write(to: release)
            report.index = index.state.report
            report.lap("index and pages")
            try release.takeOthers(but: index.removed + vanished)
            report.publication = try release.finish()
            report.lap("publish")
            leave(report, edited, markups, kept, index.state, left, manifest: release.publishedManifest)
            report.hold(edited, builder, kept, left, release)
            return report.finished()
        } catch {
            release.abandon()
            throw error
        }
    }

    /// Pages of families that are no more; nil where lists came or went, which other pages tell of.
    private static func vanished(_ builder: SiteBuilder, _ release: Release) -> [String]? {
        let paths = builder.pages.map(\.path)
        let listed = SiteBuilder.listingFolders.flatMap { release.published(below: $0) }
        let listing = paths.filter { path in SiteBuilder.listingFolders.contains(where: path.hasPrefix) }
        guard Set(listed) == Set(listing) else { return nil }
        let families = Set(paths.filter { $0.hasPrefix(SiteBuilder.familyFolder) })
        return release.published(below: SiteBuilder.familyFolder).filter { !families.contains($0) }
    }

    private func leave(
        _ report: BuildReport, _ edited: EditedCollection, _ markups: [RecordID: BodyMarkup], _ kept: KeptCollection,
        _ index: SearchIndexState, _ left: PublicationLeft, manifest: String?
    ) {
        let documents = SearchDocuments(collection: edited.now, bodies: [:], citations: .none)
        var texts: [Int: CachedText] = [:]
        for (id, page) in edited.pages {
            guard let known = page.kept else { continue }
            let text = CachedText(
                source: known.source, links: page.entry.links, outcomes: page.entry.citations.map(\.outcome),
                markup: markups[id] ?? BodyMarkup(), page: known.text.page, number: known.text.number,
                document: documents.document(page.record))
            if text.encoded != known.text.encoded { texts[known.file] = text }
        }
        guard let cache = left.leave(report, texts, index: index, manifest: manifest),
            edited.content.refreshed + texts.count > Self.mostRefreshed
        else { return }
        var content = edited.content
        content.take(cache)
        var next = kept
        next.entries = content.entries
        next.save(left.publisher)
    }
}
