import Catalogue
import Citations
import Markup
import Output
import Parallel
import Records
import Search
import Site

/// A site without errors, before its files are made. Each file can be made by itself, in any order; all of them together
/// are the site.
public struct AssembledSite: Sendable {
    /// The pages' paths and all that they share.
    public private(set) var builder: SiteBuilder
    private(set) var collection: LinkedCollection
    private(set) var bodies: [RecordID: RenderedBody]
    /// What the texts cite.
    let citations: CitationGraph
    let folder: ContentFolder
    let staticFiles: StaticFiles
    let jobs: Int
    /// Counts the sets of paths of one memo: as long as it stands, `builder.pages` is the same.
    public let generation: Int
    /// Counts the sets of templates and assets of one memo.
    public let templatesGeneration: Int
    /// Counts what search depends on: as long as it stands, so does the index.
    public let version: [Int]

    init(
        builder: SiteBuilder, collection: LinkedCollection, rendered: BodyRendering.Rendered, folder: ContentFolder,
        staticFiles: StaticFiles, jobs: Int, generation: Int, templatesGeneration: Int, version: [Int]
    ) {
        self.builder = builder
        self.collection = collection
        bodies = rendered.bodies
        citations = rendered.citations
        self.folder = folder
        self.staticFiles = staticFiles
        self.jobs = jobs
        self.generation = generation
        self.templatesGeneration = templatesGeneration
        self.version = version
    }

    /// One of `builder.pages`.
    public func file(_ page: SitePage) -> OutputFile { builder.file(page, bodies: bodies) }

    /// The page of the record that a file of the content folder holds.
    public func page(ofRecordAt path: String) -> SitePage? {
        guard let record = collection.catalogue.record(atPath: path) else { return nil }
        let place = collection.catalogue.folder(of: record) + "index.html"
        return builder.pages.first { $0.path == place }
    }

    func replacing(_ body: RenderedBody, of id: RecordID) -> AssembledSite {
        var site = self
        site.bodies[id] = body
        return site
    }

    /// The same with one record as it says now: `Catalogue.replacing`.
    func replacing(_ record: Record) -> AssembledSite {
        var site = self
        site.collection = collection.replacing(record)
        site.builder = builder.replacing(record, in: site.collection.catalogue)
        return site
    }

    /// Files of `attachments/` that the site has, by their paths in the site.
    public var attachments: [String: String] {
        let files = collection.attachments.published(linkedBy: bodies)
        return Dictionary(files.map { (AttachmentPath.path(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A file of `attachments/`, as it goes into the site.
    public func attachment(_ file: String) throws -> OutputFile {
        try collection.attachments.output(file, from: folder)
    }

    /// A file of `static/` by its path in the site; nil where there is none.
    public func staticFile(_ path: String) throws -> OutputFile? {
        staticFiles.files.contains(path) ? try staticFiles.output(path, from: folder) : nil
    }

    public func writePages(to sink: some OutputSink) async throws { try await writePages(to: sink, noting: nil) }

    func writePages(to sink: some OutputSink, noting recorder: PublicationRecorder?) async throws {
        let builder = builder.replacing(texts: TextFacts(bodies))
        let (pages, bodies) = (builder.pages, bodies)
        _ = try await ParallelMap.map(Chunks.of(pages.count, jobs: jobs), jobs: jobs) { range in
            for page in pages[range] {
                let made = builder.made(page, body: page.bodyID.flatMap { bodies[$0] })
                try sink.write(made.file)
                try recorder?.take(page, made)
            }
        }
    }

    public func writeAttachments(to sink: some OutputSink) throws {
        for file in collection.attachments.published(linkedBy: bodies) { try sink.write(try attachment(file)) }
        for file in staticFiles.files { try sink.write(try staticFiles.output(file, from: folder)) }
    }

    /// Writes the files of the search index, with as many jobs as the site has unless told otherwise.
    @discardableResult
    public func writeIndex(to sink: any OutputSink, jobs: Int? = nil) async throws -> SearchIndexReport {
        try await collection.writeIndex(
            of: indexed, synonyms: builder.synonyms, jobs: jobs ?? self.jobs, to: sink
        ).report
    }

    /// Gives what a patch of the index needs to know.
    func writeIndex(of documents: [SearchDocument], to sink: any OutputSink) async throws -> SearchIndexState {
        try await collection.writeIndex(of: documents, synonyms: builder.synonyms, jobs: jobs, to: sink)
    }

    /// What search is told, in the order of the records' numbers.
    var indexed: [SearchDocument] { collection.indexed(bodies: bodies, citations: citations) }
}

extension LinkedCollection {
    func indexed(bodies: [RecordID: RenderedBody], citations: CitationGraph) -> [SearchDocument] {
        SearchIndexBuilder.ordered(SearchDocuments(collection: self, bodies: bodies, citations: citations).all)
    }

    /// - Parameter synonyms: Those that come with the templates, beside the vocabulary's.
    func writeIndex(
        of documents: [SearchDocument], synonyms: [[String]], jobs: Int, to sink: any OutputSink
    ) async throws -> SearchIndexState {
        try await SearchIndexBuilder(jobs: jobs).state(
            documents: documents, codeBook: codeBook,
            synonyms: vocabulary.synonyms.map(\.terms) + synonyms, to: sink)
    }

    /// Reads the records' own numbers.
    var codeBook: CodeBook {
        CodeBook(vocabulary: vocabulary, numbers: catalogue.records.compactMap(\.number?.parsed))
    }
}
