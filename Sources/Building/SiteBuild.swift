import Catalogue
import Citations
import Diagnostics
import Findings
import Markup
import Output
import Publishing
import Records
import Search
import Site

/// A build from top to bottom. Building and checking are one path; checking stops before anything is written, and looks
/// after the upkeep of the collection besides.
public struct SiteBuild: Sendable {
    let options: BuildOptions

    public init(_ options: BuildOptions) { self.options = options }

    /// Finds everything that is wrong, and writes nothing.
    public func check() async throws -> BuildReport { try await run(publishingTo: nil) }

    /// Builds the site and brings it into service, unless the content has errors.
    public func publish(to output: String) async throws -> BuildReport { try await run(publishingTo: output) }

    private func run(publishingTo output: String?) async throws -> BuildReport {
        var report = BuildReport()

        let folder = try contentFolder()
        let content = try await ContentLoader(
            folder: folder, jobs: options.jobs, examples: options.examples ? true : nil
        ).load()
        report.severities = content.configuration.severities
        report.add(content.diagnostics, ending: "read")

        let edition = try EditionChoice(options.edition, in: content)
        report.add(edition.problems, ending: "choose the edition")

        let linker = CatalogueLinker(
            configuration: edition.configuration, vocabulary: content.vocabulary, asOf: options.asOf)
        let (catalogue, linkProblems) = linker.link(edition.records, withheld: edition.withheld)
        // What is ambiguous in the collection is not made certain by withholding half of it.
        let hiddenProblems = edition.withheld.isEmpty ? [] : linker.link(content.records).diagnostics
        report.add(linkProblems + hiddenProblems, ending: "link")

        let surveys = surveyTables(of: edition.records, edition.configuration)
        let allSurveys = edition.withheld.isEmpty ? surveys : surveyTables(of: content.records, content.configuration)
        report.add(allSurveys.diagnostics, ending: "findings")

        let attachments = AttachmentFiles(of: catalogue, in: content)
        let rendered = try await BodyRendering(catalogue: catalogue, attachments: attachments)
            .render(jobs: options.jobs)
        let bodies = rendered.bodies
        report.add(attachments.problems + rendered.diagnostics, ending: "render")

        let (templates, templateProblems) = TemplateSet.compile(
            try templateFiles(), language: edition.configuration.language)
        report.add(templateProblems, ending: "templates")

        report.records = catalogue.records.count
        guard let output else {
            report.add(upkeep(of: catalogue, attachments, bodies), ending: "upkeep")
            // Where records are missing for their errors, queries miss them for the same reason.
            if options.edition == nil, !report.diagnostics.hasErrors,
                let tests = try SearchTests(in: folder, records: catalogue.records)
            {
                let found = try await tests.run { sink in
                    _ = try await writeIndex(of: catalogue, bodies: bodies, vocabulary: content.vocabulary, to: sink)
                }
                report.add(found, ending: "search tests")
            }
            return report.finished()
        }
        guard let templates, !report.diagnostics.hasErrors else { return report.finished() }
        let desk =
            edition.hasEditorsPage
            ? EditorsDesk(
                of: catalogue, found: content.diagnostics + linkProblems + attachments.problems + rendered.diagnostics,
                upkeep: upkeep(of: catalogue, attachments, bodies), severities: report.severities) : nil
        let release = try Publisher(output: output).begin()
        do {
            report.index = try await writeIndex(
                of: catalogue, bodies: bodies, vocabulary: content.vocabulary, to: release)
            report.lap("index")
            try await SiteBuilder(
                catalogue: catalogue, templates: templates, surveys: surveys.tables, citations: rendered.citations,
                desk: desk
            ).write(bodies: bodies, to: release, jobs: options.jobs)
            report.lap("pages")
            try attachments.copy(linkedBy: bodies, from: folder, to: release)
            report.publication = try release.finish()
            report.lap("publish")
        } catch {
            release.abandon()
            throw error
        }
        return report.finished()
    }

    private func upkeep(
        of catalogue: Catalogue, _ attachments: AttachmentFiles, _ bodies: [RecordID: RenderedBody]
    ) -> [Diagnostic] {
        CollectionUpkeep(of: catalogue).diagnostics
            + (options.edition == nil ? attachments.orphans(linkedBy: bodies) : [])
    }

    private func writeIndex(
        of catalogue: Catalogue, bodies: [RecordID: RenderedBody], vocabulary: Vocabulary, to sink: any OutputSink
    ) async throws -> SearchIndexReport {
        try await SearchIndexBuilder(jobs: options.jobs).build(
            documents: catalogue.records.map {
                SearchDocument($0, in: catalogue, body: bodies[$0.id] ?? RenderedBody())
            },
            codeBook: CodeBook(vocabulary: vocabulary, numbers: catalogue.records.compactMap(\.number?.parsed)),
            synonyms: vocabulary.synonyms.map(\.terms), to: sink)
    }

    private func surveyTables(of records: [Record], _ configuration: SiteConfiguration) -> SurveyTables {
        SurveyTables(
            records, rules: SuppressionRules(configuration.thresholds), audiences: configuration.audiences.map(\.id))
    }

    func contentFolder() throws -> ContentFolder {
        let folder = ContentFolder(options.content)
        guard folder.exists else { throw BuildError.noContent(options.content) }
        return folder
    }

    private func templateFiles() throws -> TemplateFiles {
        guard ContentFolder(options.templates).exists else { throw BuildError.noTemplates(options.templates) }
        return try TemplateFiles.read(directory: options.templates)
    }
}
