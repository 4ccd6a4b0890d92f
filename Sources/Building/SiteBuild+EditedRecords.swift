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
    /// More pages are made as fast by a whole build.
    private static let mostPages = 2_000

    /// Records that were edited, came or went since the last publication: links the collection again from what was
    /// kept, renders the texts and makes the pages one of whose facts has another digest than when they were made.
    ///
    /// Nil where surveys or attachments come or go, or something is wrong: a whole build tells.
    func editedRecords(since previous: PreviousPublication, _ context: ReadingContext) async throws -> SiteChange? {
        let broken: [DiagnosticKind] = [.brokenLink, .brokenAnchor]
        guard !previous.found.contains(where: { broken.contains($0.kind) }) else { return nil }
        var report = BuildReport()
        let language = context.reader.configuration.language
        async let compiling = compiledTemplates(language)
        async let tracing = traces(of: previous)
        guard
            let kept = try await CollectionSnapshot.load(
                previous.publisher, tag: previous.cache.tag, jobs: options.jobs),
            var content = try EditedContent(previous, kept, context, contentFolder())
        else { return nil }
        report.severities = context.reader.configuration.severities
        report.add(content.content.diagnostics, ending: "records")

        let now = try linked(content.content)
        let (compiled, traced) = try await (compiling, tracing)
        report.add(now.problems + kept.foundInSurveys + compiled.problems, ending: "link")
        report.records = now.catalogue.records.count
        report.withheld = now.edition.withheld.count
        guard let templates = compiled.templates, var traces = traced, !report.diagnostics.hasErrors,
            content.edits.allSatisfy({ now.catalogue.record($0.new.id)?.path == $0.new.path })
        else { return nil }

        async let upkeep = now.edition.hasEditorsPage ? CollectionUpkeep(of: now.catalogue).diagnostics : []
        // Texts: the edited ones, and those whose questions would be answered otherwise.
        let hasDesk = now.edition.hasEditorsPage
        var builder = SiteBuilder(
            catalogue: now.catalogue, templates: templates, desk: hasDesk ? EditorsDesk(diagnostics: []) : nil)
        var book = FactBook(collection: now, site: builder.digests)
        var reasons = traces.changed(among: FactBook.isOfTexts, book.digest)
        var texts = UpdatedTexts(previous, context, now, jobs: options.jobs)
        let asked = traces.texts.filter { Traces.reason($1, among: reasons) != nil }.keys
        let reddened = Set(asked).union(content.edits.map(\.new.id)).filter { now.catalogue.record($0) != nil }
        guard reddened.count <= Self.mostPages, try await texts.render(reddened, of: content) else { return nil }
        guard Self.takes(&content, texts, of: reddened) else { return nil }
        report.add(content.foundInTexts, ending: "render")
        guard !report.diagnostics.hasErrors else { return nil }

        // Pages.
        let citations = CitationGraph(places: content.places(in: now.catalogue))
        async let documents = now.indexed(bodies: [:], citations: citations)
        let gaps = await hasDesk ? upkeep + kept.orphans : []
        let desk = EditorsDesk(
            of: now, found: content.content.diagnostics + content.foundInTexts, upkeep: gaps,
            severities: report.severities)
        builder = builder.replacing(citations: citations, desk: desk).replacing(texts: content.textFacts)
        book.site = builder.digests(after: book.site)
        reasons.formUnion(traces.changed(among: { !FactBook.isOfTexts($0) }, book.digest))
        let known = Dictionary(
            traces.pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        let (every, before, changed) = (builder.pages, traces, reasons)
        let found = ParallelMap.ask(every.count) { before.reason(every[$0], known[every[$0].path], among: changed) }
        let red = zip(every, found).compactMap { page, reason in reason.map { (page, $0) } }
        let pages = red.map(\.0)
        guard pages.count <= Self.mostPages, try await texts.render(Set(pages.compactMap(\.bodyID)), of: content) else {
            return nil
        }
        if pages.contains(where: { $0.recordID.map { now.catalogue.record($0)?.kind == .finding } ?? false }) {
            builder = builder.replacing(citations: citations, desk: desk, surveys: try surveyTables(of: now).tables)
        }
        report.lap("compare")
        report.explain(red.map { ($0.path, $1) })

        // The tables of surveys are as they were.
        let standing = Set(builder.pages.map(\.path))
        let gone = Set(traces.pages.filter { $0.identity != "table" && !standing.contains($0.path) }.map(\.path))
        let (site, rendered, entries) = (builder, texts.texts, content.entries)
        let made = try await ParallelMap.map(pages, jobs: options.jobs) { page in
            site.made(page, body: page.bodyID.flatMap { rendered[$0]?.entry.body })
        }
        report.lap("pages")
        report.hold(rendered, builder, kept, content)
        let markups = Dictionary(
            zip(pages, made).compactMap { page, made in page.recordID.map { ($0, made.markup) } },
            uniquingKeysWith: { first, _ in first })
        let columns = await documents
        let numbers = now.catalogue.numbers(inOrder: columns.map(\.id))
        let publisher = previous.publisher
        return SiteChange(
            report: report,
            writePages: { release in
                for page in made { try release.write(page.file) }
                return true
            }, gone: gone,
            search: SiteChange.Search(
                changes: texts.searchChanges(content, now, citations, context, numbers),
                collection: .init(
                    documents: columns, codeBook: { now.codeBook },
                    abbreviations: { publisher.kept(SearchIndexState.abbreviationsName) }),
                build: { [texts] in
                    var all = texts
                    guard try await all.render(now.catalogue.records.map(\.id), of: content) else { return nil }
                    let found = try now.knowing(self.surveyTables(of: now))
                    return (found, found.indexed(bodies: all.texts.mapValues(\.entry.body), citations: citations))
                }, synonyms: templates.synonyms),
            numbers: numbers,
            names: now.citations.names, texts: texts.cached(markups, now),
            collection: { [traces, content, book] in
                var traces = traces
                traces.tag = BuildCache.newTag()
                for (page, made) in zip(pages, made) { traces.take(page, made.facts, at: known[page.path]) }
                for id in reddened { traces.take(textOf: id, rendered[id]?.entry.facts ?? []) }
                traces.remove(gone, texts: content.gone)
                traces.settle(book.digest)
                let collection = CollectionSnapshot(
                    tag: traces.tag, found: kept.found, foundInSurveys: kept.foundInSurveys, orphans: kept.orphans,
                    entries: entries)
                return SiteChange.Kept(tag: traces.tag, records: collection.encoded, traces: traces.encoded)
            })
    }

    /// Takes what rendering told; false where a link leads nowhere, or to another file of `attachments/`.
    private static func takes(_ content: inout EditedContent, _ texts: UpdatedTexts, of red: Set<RecordID>) -> Bool {
        var moved: Set<RecordID> = []
        for id in red {
            guard let text = texts[id], let before = content.entry(id) else { return false }
            content.take(text.entry, of: id)
            if content.entry(id)?.digests.anchors != before.digests.anchors { moved.insert(id) }
            let isWhole = AnchorCheck.check(bodies: [id: text.entry.body]).isEmpty
            guard isWhole, text.entry.diagnostics.allSatisfy({ $0.kind != .brokenLink }),
                text.kept.map({ ($0.cached?.links ?? []).attachments == text.entry.links.attachments }) ?? true
            else { return false }
        }
        return content.leadsToAnchors(from: red, to: moved)
    }

    private func traces(of previous: PreviousPublication) async -> Traces? {
        Traces.load(previous.publisher, tag: previous.cache.tag)
    }

    /// What is published of the surveys, from files that are as they were.
    private func surveyTables(of collection: LinkedCollection) throws -> SurveyTables {
        let loader = ContentLoader(folder: try contentFolder(), jobs: 1)
        let findings = try collection.edition.records.filter { $0.kind == .finding }.map(loader.attachingFiles)
        return LinkedCollection.surveyTables(
            of: findings, collection.edition.configuration, try loader.releases())
    }

    private func compiledTemplates(_ language: Language) async throws -> CompiledTemplates {
        CompiledTemplates(.init(files: try templateFiles(), language: language))
    }

    private func linked(_ content: Content) throws -> LinkedCollection {
        try LinkedCollection(
            .init(content: content, edition: options.edition, asOf: options.asOf, hasSurveys: false))
    }
}

extension [BodyMemo.LinkAnswer] {
    /// The files of `attachments/` that a text links to.
    var attachments: Set<String> {
        Set(compactMap { if case .attachment(let file, _) = $0.target { file } else { nil } })
    }
}

extension UpdatedTexts {
    /// What search finds otherwise. Of findings it is what it was. Nil where what was kept does not tell it.
    ///
    /// - Parameter numbers: Of all records in the index, by path.
    func searchChanges(
        _ content: EditedContent, _ now: LinkedCollection, _ citations: CitationGraph, _ context: ReadingContext,
        _ numbers: [String: Int]
    ) -> [SearchIndexPatch.Change]? {
        let documents = SearchDocuments(
            collection: now, bodies: texts.mapValues(\.entry.body), citations: citations)
        let olds = Dictionary(
            content.edits.map { ($0.new.id, $0.old?.record) }, uniquingKeysWith: { first, _ in first })
        var changes: [SearchIndexPatch.Change] = []
        for (record, cached) in content.removed {
            guard let body = cached.replayed(record, context)?.body, let number = numberBefore(record.path) else {
                return nil
            }
            changes.append(.init(old: cached.place(number, body), new: nil))
        }
        for (id, text) in texts {
            guard let kept = text.kept else { continue }
            guard let number = numbers[text.record.path] else { return nil }
            let new = SearchIndexPatch.Place(number: number, document: documents.document(text.record))
            guard let cached = kept.cached else {
                changes.append(.init(old: nil, new: new))
                continue
            }
            guard let before = numberBefore(text.record.path) else { return nil }
            var body = text.entry.body
            if let old = olds[id] {
                guard let entry = old.flatMap({ cached.replayed($0, context) }) else { return nil }
                body = entry.body
            }
            let old = cached.place(before, body)
            if !old.document.saysSame(as: new.document) { changes.append(.init(old: old, new: new)) }
        }
        return changes
    }

    /// The number of a record in the index that is published.
    private func numberBefore(_ path: String) -> Int? { previous.cache.file(path)?.number }

    /// What is kept of the records' texts otherwise than before, by path.
    func cached(_ markups: [RecordID: BodyMarkup], _ now: LinkedCollection) -> [String: CachedText] {
        let documents = SearchDocuments(collection: now, bodies: [:], citations: .none)
        var cached: [String: CachedText] = [:]
        for (id, text) in texts {
            guard let kept = text.kept else { continue }
            let now = CachedText(
                source: kept.source, links: text.entry.links, outcomes: text.entry.citations.map(\.outcome),
                markup: markups[id] ?? kept.cached?.markup ?? BodyMarkup(),
                page: PagePath.folder(of: text.record) + "index.html", document: documents.document(text.record))
            if now.encoded != kept.cached?.encoded { cached[text.record.path] = now }
        }
        return cached
    }
}

extension CachedText {
    /// What search knows of the record, with its text.
    fileprivate func place(_ number: Int, _ body: RenderedBody) -> SearchIndexPatch.Place {
        var document = document
        document.append(body)
        return SearchIndexPatch.Place(number: number, document: document)
    }
}
