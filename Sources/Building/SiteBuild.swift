import Catalogue
import Diagnostics
import Markup
import Publishing
import Records
import Search
import Site

/// A build from top to bottom. Building, checking and previewing are one path; checking stops before anything is written,
/// and looks after the upkeep of the collection besides.
public struct SiteBuild: Sendable {
    let options: BuildOptions
    /// Questions that go unnoted: for the test that shows that the random edits catch a page that reads around its door.
    var unnoted: Set<Fact.Kind> = []

    public init(_ options: BuildOptions) { self.options = options }

    /// Finds everything that is wrong, in every edition unless one is named, and writes nothing.
    public func check() async throws -> BuildReport {
        var memo = BuildMemo()
        let report = try await check(&memo)
        guard options.edition == nil else { return report }
        return try await EditionComparison.report(report, of: options) { edition in
            var one = options
            one.edition = edition
            return try await SiteBuild(one).assembled(&memo).report
        }
    }

    private func check(_ memo: inout BuildMemo) async throws -> BuildReport {
        var report = BuildReport()
        let draft = try await draft(&memo, &report)
        check(draft, &memo, &report)
        // Where records are missing for their errors, queries miss them for the same reason.
        if options.edition == nil, !report.diagnostics.hasErrors,
            let tests = try SearchTests(in: draft.folder, records: draft.collection.catalogue.records)
        {
            let found = try await tests.run { sink in
                let documents = draft.collection.indexed(
                    bodies: draft.rendered.bodies, citations: draft.rendered.citations)
                _ = try await draft.collection.writeIndex(
                    of: documents, synonyms: draft.templates?.synonyms ?? [], jobs: options.jobs, to: sink)
            }
            report.add(found, ending: "search tests")
        }
        return report.finished()
    }

    /// What only `check` looks at, of all records.
    func check(_ draft: Draft, _ memo: inout BuildMemo, _ report: inout BuildReport) {
        report.add(problemsOfStaticFiles(of: draft), ending: "static files")
        report.add(upkeep(of: draft, &memo), ending: "upkeep")
        report.add(
            ProvisionChecks(
                catalogue: draft.collection.catalogue, rendered: draft.rendered, texts: draft.content.textsByPath
            ).diagnostics,
            ending: "provisions")
    }

    /// Builds the site and brings it into service, unless the content has errors.
    ///
    /// Where nothing has changed since the last publication there, the report is the same and nothing is made again.
    public func publish(to output: String) async throws -> BuildReport {
        try requireFolders()
        let configuration = try ContentLoader(
            folder: ContentFolder(options.content, followsLinks: options.followsLinks), jobs: 1
        ).configuration()
        if let edition = options.edition, !configuration.editions.contains(where: { $0.id == edition }) {
            throw BuildError.unknownEdition(edition, known: configuration.editions.map(\.id))
        }
        if !options.replacesEdition {
            try EditionFile.check(
                output, against: options.edition, canReplace: options.canReplaceEdition, in: configuration)
        }
        var publisher = Publisher(output: output)
        if options.edition != nil {
            publisher.keptFiles = KeptFilesFolder(content: ContentFolder(options.content).path)
        }
        let edition = PublishedEdition(options.edition, of: publisher)
        let report = try await publish(by: publisher)
        if report.publication != nil { edition.settle() }
        return report
    }

    private func publish(by publisher: Publisher) async throws -> BuildReport {
        let receipt = BuildReceipt.load(publisher)
        // What is published is looked at meanwhile. Where nothing is, nothing is made before the content is known to be right.
        // What an edition withholds is looked for in every file of its release, which begins when that is known.
        let isWhole = options.edition == nil
        async let beginning = receipt == nil || !isWhole ? nil : publisher.begin()
        // Taken before anything is read: what changes in the meantime is another version at the next build.
        let inputs = try BuildInputs.settled(options)
        let isSame = inputs.fingerprint.map { $0 == receipt?.inputs } ?? false
        let previous = isSame ? nil : PreviousPublication(publisher, inputs, receipt)
        let edits = try await edits(since: previous)
        let scanner = previous == nil ? nil : try await leakScanner()
        let begun =
            receipt == nil || isWhole ? try await beginning : try publisher.inspected(by: scanner).begin()
        if let receipt, let release = begun {
            let report = try await release.orAbandon { () -> BuildReport? in
                if isSame { return unchanged(release, receipt) }
                guard let previous, let edits else { return nil }
                return try await publish(edits, since: previous, by: release, scanner)
            }
            if let report { return report }
        }
        return try await build(publishingBy: publisher, inputs)
    }

    private func build(publishingBy publisher: Publisher, _ inputs: BuildInputs) async throws -> BuildReport {
        var report = BuildReport()
        KeptDecisions.remember(publisher)
        guard let (site, known, scanner) = try await begun(inputs, &report) else { return report.finished() }
        let found = report
        let release = try publisher.inspected(by: scanner).begin()
        let published = try await release.orAbandon { () -> BuildReport? in
            var report = found
            let documents = site.indexed
            let recorder = known.flatMap {
                PublicationRecorder(publisher, site, $0, order: documents.map(\.id), unnoted: unnoted)
            }
            // Where one of them is at work alone, the other one fills the processors.
            async let indexed = site.writeIndex(of: documents, to: release)
            if options.jobs == 1 { _ = try await indexed }
            try await site.writePages(to: release, noting: recorder)
            let index = try await indexed
            report.index = index.report
            report.lap("index and pages")
            try site.writeAttachments(to: release)
            try release.write(EditionFile.file(of: options.edition))
            try scanner?.refuseLeaks()
            report.publication = try release.finish()
            report.lap("publish")
            report = report.finished()
            if let fingerprint = inputs.fingerprint, let manifest = release.publishedManifest {
                BuildReceipt(inputs: fingerprint, manifest: manifest, of: report).leave(publisher)
                recorder?.finish(inputs, manifest: manifest, index: index)
                KeptDecisions.leave(publisher)
            }
            report.hold(site, documents, recorder)
            return report
        }
        return published ?? found.finished()
    }

    /// The site, and what edits of it go on from. Nothing is made from the texts as they were read any more.
    private func begun(
        _ inputs: BuildInputs, _ report: inout BuildReport
    ) async throws -> (AssembledSite, KnownRecords?, LeakScanner?)? {
        var memo = BuildMemo()
        let draft = try await draft(&memo, &report)
        guard let site = assembled(draft, &memo, &report) else { return nil }
        let scanner = try leakScanner(of: draft.content, in: draft.folder)
        guard inputs.isSettled else { return (site, nil, scanner) }
        let orphans = orphans(of: draft)
        return (
            site, KnownRecords(CollectionSnapshot(draft.content, site, draft.rendered, orphans), site, memo), scanner
        )
    }

    /// The report of the last publication, made from the same, when its tree is as it was left.
    private func unchanged(_ release: Release, _ receipt: BuildReceipt) -> BuildReport? {
        var report = BuildReport()
        guard let (manifest, publication) = release.wholeLiveTree(), manifest == receipt.manifest else { return nil }
        release.abandon()
        report.repeats(receipt, publication)
        report.lap("unchanged")
        return report
    }

    /// What the edition's records mention and the collection lacks; writes nothing.
    public func wanted() async throws -> WantedListing {
        var (memo, report) = (BuildMemo(), BuildReport())
        let draft = try await draft(&memo, &report)
        return WantedListing(draft.collection.catalogue, draft.rendered)
    }

    /// The site as it stands in the folders now, none while there are errors, and what was found. What the memo holds from
    /// before is not made again.
    public func assembled(_ memo: inout BuildMemo) async throws -> (site: AssembledSite?, report: BuildReport) {
        var report = BuildReport()
        let draft = try await draft(&memo, &report)
        let site = assembled(draft, &memo, &report)
        return (site, report.finished())
    }

    /// Everything read, linked and rendered, right or wrong.
    struct Draft {
        var folder: ContentFolder
        var content: Content
        var collection: LinkedCollection
        var rendered: BodyRendering.Rendered
        var templates: TemplateSet?
    }

    /// - Parameter edited: Records that are read from here instead of the folder, by path.
    func draft(
        _ memo: inout BuildMemo, _ report: inout BuildReport, edited: [String: [UInt8]] = [:]
    ) async throws -> Draft {
        let folder = try contentFolder()
        let content = try await ContentLoader(
            folder: folder, jobs: options.jobs, examples: options.examples ? true : nil
        ).load(&memo.content, edited: edited)
        report.severities = content.configuration.severities
        report.add(content.diagnostics, ending: "read")

        let question = LinkedCollection.Question(
            content: content.withoutTexts, edition: options.edition, asOf: options.asOf)
        let collection = try memo.collection.answer(to: question, LinkedCollection.init)
        report.add(collection.problems, ending: "link")

        let rendering = BodyRendering(
            collection: collection, generation: memo.collection.generation, texts: content.textsByPath)
        let rendered = try await rendering.render(jobs: options.jobs, &memo.bodies)
        report.add(rendered.diagnostics, ending: "render")

        let compiled = memo.templates.answer(
            to: .init(files: try templateFiles(), language: collection.edition.configuration.language),
            CompiledTemplates.init)
        report.add(compiled.problems, ending: "templates")
        report.records = collection.catalogue.records.count
        report.withheld = collection.edition.withheld.count
        return Draft(
            folder: folder, content: content, collection: collection, rendered: rendered, templates: compiled.templates)
    }

    func assembled(_ draft: Draft, _ memo: inout BuildMemo, _ report: inout BuildReport) -> AssembledSite? {
        guard let templates = draft.templates, !report.diagnostics.hasErrors else { return nil }
        let collection = draft.collection
        let desk = EditorsDesk(
            of: collection, found: draft.content.diagnostics + draft.rendered.diagnostics,
            upkeep: collection.edition.hasEditorsPage ? upkeep(of: draft, &memo) : [], severities: report.severities)
        let (citations, surveys) = (draft.rendered.citations, collection.surveys.tables)
        let builder = memo.builder.answer(to: [memo.collection.generation, memo.templates.generation]) { _ in
            SiteBuilder(
                catalogue: collection.catalogue, templates: templates, surveys: surveys, citations: citations,
                desk: desk)
        }
        let staticFiles = StaticFiles(of: draft.content)
        report.add(staticFiles.problems(among: builder.pages.lazy.map(\.path)), ending: "assemble")
        guard !report.diagnostics.hasErrors else { return nil }
        return AssembledSite(
            builder: builder.replacing(citations: citations, desk: desk), collection: collection,
            rendered: draft.rendered, folder: draft.folder, staticFiles: staticFiles, jobs: options.jobs,
            generation: memo.builder.generation, templatesGeneration: memo.templates.generation,
            version: [memo.collection.generation, memo.bodies.generation])
    }

    /// Files of `static/` that stand in the place of a page; looked for only where there are such files.
    private func problemsOfStaticFiles(of draft: Draft) -> [Diagnostic] {
        let files = StaticFiles(of: draft.content)
        guard !files.files.isEmpty, let templates = draft.templates else { return [] }
        let builder = SiteBuilder(catalogue: draft.collection.catalogue, templates: templates)
        return files.problems(among: builder.pages.lazy.map(\.path))
    }

    func upkeep(of draft: Draft, _ memo: inout BuildMemo) -> [Diagnostic] {
        let catalogue = draft.collection.catalogue
        let found = memo.upkeep.answer(to: memo.collection.generation) { _ in
            CollectionUpkeep(of: catalogue).diagnostics
        }
        return found + orphans(of: draft)
    }

    /// Attachments that nobody names. Nobody can tell in an edition, nor while a record cannot be read.
    private func orphans(of draft: Draft) -> [Diagnostic] {
        guard options.edition == nil, !draft.content.hasFaultyRecords else { return [] }
        return draft.collection.attachments.orphans(linkedBy: draft.rendered.bodies)
    }

    /// Throws `BuildError` when the folders that the options name are not there.
    public func requireFolders() throws {
        _ = try contentFolder()
        guard ContentFolder(options.templates).exists else { throw BuildError.noTemplates(options.templates) }
    }

    func contentFolder() throws -> ContentFolder {
        let folder = ContentFolder(options.content, followsLinks: options.followsLinks)
        guard folder.exists else { throw BuildError.noContent(options.content) }
        return folder
    }

    func templateFiles() throws -> TemplateFiles {
        guard ContentFolder(options.templates).exists else { throw BuildError.noTemplates(options.templates) }
        return try TemplateFiles.read(ContentFolder(options.templates, followsLinks: options.followsLinks))
    }
}
