import Diagnostics
import Parallel

/// Reads a content folder: configuration, vocabulary, then every record, in parallel.
public struct ContentLoader: Sendable {
    private let folder: ContentFolder
    private let jobs: Int
    /// Whether made-up samples are read; nil leaves it to `site.yml`.
    private let examples: Bool?

    /// `jobs` bounds how many files are read at once; the result does not depend on it.
    public init(folder: ContentFolder, jobs: Int, examples: Bool? = nil) {
        self.folder = folder
        self.jobs = max(1, jobs)
        self.examples = examples
    }

    /// Throws only when the machine fails to read; whatever is wrong with the content is in `Content.diagnostics`.
    public func load() async throws -> Content {
        var memo = ContentMemo()
        return try await load(&memo)
    }

    /// Reads only what is not as the memo has it. The result is that of a load without one.
    ///
    /// - Parameter edited: Records that are read from here instead of the folder, by path, whether they stand there or not.
    public func load(_ memo: inout ContentMemo, edited: [String: [UInt8]] = [:]) async throws -> Content {
        let setupFiles = try readSetup()
        memo.keep(readWith: setupFiles)
        let (configuration, checks, setup) = Self.setup(setupFiles)
        let vocabulary = checks.vocabulary
        let listing = try folder.listing(under: "")
        let files = Self.listed(listing.files, with: edited)
        let withExamples = examples ?? configuration.examples
        let paths = files.filter { Self.isRecord($0) && (withExamples || !Record.isExample(path: $0)) }
        let parser = RecordParser(
            configuration: configuration, checks: checks, knowsAudiences: !setup.contains(where: Self.hidesAudiences))
        let parsed = try await readInParallel(paths, parser: parser, edited, &memo)
        let records = parsed.compactMap(\.record)
        let attachments = files.filter { $0.hasPrefix("attachments/") }
        let names = FileNames.diagnostics(of: files)
        let contents = try AttachmentContents(folder: folder).diagnostics(of: attachments)
        let foundInFolder =
            setup + (listing.refused + (try refusedSetup())).map(\.diagnostic) + names + contents
            + files.filter(Self.isAstray).map { Diagnostic(.ignoredFile, at: SourceSpan(file: $0)) }
        var content = Content(
            configuration: configuration, vocabulary: vocabulary, records: records,
            attachmentFiles: Set(attachments.map { String($0.dropFirst("attachments/".count)) }),
            circulationMarks: Dictionary(
                parsed.compactMap { file in file.circulationMark.map { ($0.file, $0) } },
                uniquingKeysWith: { first, _ in first }),
            diagnostics: foundInFolder + parsed.flatMap(\.diagnostics))
        content.foundInFolder = foundInFolder
        content.staticFiles = files.filter { $0.hasPrefix("static/") }.map { String($0.dropFirst("static/".count)) }
        content.releases = try releases(among: files)
        return content
    }

    private static func listed(_ files: [String], with edited: [String: [UInt8]]) -> [String] {
        let new = Set(edited.keys).subtracting(files)
        guard !new.isEmpty else { return files }
        return (files + new).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Where what earlier releases printed is noted.
    public static let releasesFolder = "findings/published/"

    /// What earlier releases printed of surveys, of all files of the folder.
    public func releases() throws -> [SourceFile] { try releases(among: try folder.files(under: "")) }

    private func releases(among files: [String]) throws -> [SourceFile] {
        try files.filter { $0.hasPrefix(Self.releasesFolder) && $0.hasSuffix(".json") }.compactMap { path in
            try folder.read(path).map { SourceFile(path: path, bytes: $0) }
        }
    }

    /// One record's file as it stands now, read as the memo's load would read it; nil when configuration or vocabulary are
    /// others by now, when there is no record in it, and for findings, which have files of their own.
    ///
    /// - Parameter bytes: The file's, where they are not those that stand in the folder.
    public func reread(
        _ path: String, bytes edited: [UInt8]? = nil, _ memo: ContentMemo
    ) throws -> (record: Record, diagnostics: [Diagnostic])? {
        let setupFiles = try readSetup()
        guard memo.isRead(with: setupFiles), Self.isRecord(path), let bytes = try edited ?? folder.read(path) else {
            return nil
        }
        let parsed = Self.recordReader(setupFiles).read(path, bytes)
        guard let record = parsed.record, record.kind != .finding else { return nil }
        return (record, parsed.diagnostics)
    }

    /// What `site.yml` says now, as far as it can be read.
    public func configuration() throws -> SiteConfiguration { Self.setup(try readSetup()).0 }

    /// Reads records with configuration and vocabulary as they are now.
    public func recordReader() throws -> RecordFileReader { Self.recordReader(try readSetup()) }

    private static func recordReader(_ setupFiles: [String: [UInt8]]) -> RecordFileReader {
        let (configuration, checks, setup) = setup(setupFiles)
        let parser = RecordParser(
            configuration: configuration, checks: checks, knowsAudiences: !setup.contains(where: hidesAudiences))
        return RecordFileReader(configuration: configuration, vocabulary: checks.vocabulary) { path, bytes in
            let parsed = read(path, bytes, parser)
            return .init(
                record: parsed.record, circulationMark: parsed.circulationMark, diagnostics: parsed.diagnostics)
        }
    }

    /// Reads single texts as the whole load would. `changed` takes the place of configuration and vocabulary on the disk.
    public func fileReader(with changed: [String: [UInt8]] = [:]) throws -> ContentFileReader {
        let (configuration, checks, setup) = Self.setup(try readSetup(with: changed))
        let parser = RecordParser(
            configuration: configuration, checks: checks, knowsAudiences: !setup.contains(where: Self.hidesAudiences))
        return ContentFileReader { path, bytes in
            let parsed = Self.read(path, bytes, parser)
            return .init(
                record: parsed.record, circulationMark: parsed.circulationMark, diagnostics: parsed.diagnostics)
        }
    }

    private static let setupPaths =
        ["site.yml"] + ["types", "issuers", "topics", "synonyms"].map { "vocabulary/\($0).yml" }

    /// The bytes of configuration and vocabulary, by path; files that are not there are missing.
    private func readSetup(with changed: [String: [UInt8]] = [:]) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in Self.setupPaths { files[path] = try changed[path] ?? folder.read(path) }
        return files
    }

    /// Configuration and vocabulary that stand there and are not read.
    private func refusedSetup() throws -> [RefusedEntry] {
        try Self.setupPaths.compactMap { path in
            guard case .refused(let entry) = try folder.reading(path) else { return nil }
            return entry
        }
    }

    private static func setup(
        _ contents: [String: [UInt8]]
    ) -> (SiteConfiguration, VocabularyChecks, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var refused: Set<String> = []
        var files: [String: SourceFile] = [:]
        for path in setupPaths {
            guard let bytes = contents[path] else { continue }
            switch TextIntake.take(path: path, bytes: bytes) {
            case .success(let intake) where ConflictMarkers.diagnostic(in: intake.file) != nil:
                diagnostics += [ConflictMarkers.diagnostic(in: intake.file)].compactMap { $0 }
                refused.insert(path)
            case .success(let intake):
                files[path] = intake.file
                diagnostics += intake.notes
            case .failure(let diagnostic):
                diagnostics.append(diagnostic)
                refused.insert(path)
            }
        }
        let (configuration, configurationProblems) = SiteConfigurationParser.read(files["site.yml"])
        let (checks, vocabularyProblems) = VocabularyParser.read(files, refused: refused)
        diagnostics += configurationProblems + vocabularyProblems
        return (configuration, checks, diagnostics)
    }

    /// Whether a finding about `site.yml` means that its audiences are not known: it cannot be read, or they cannot.
    private static func hidesAudiences(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.span.file == "site.yml", diagnostic.severity == .error else { return false }
        return diagnostic.kind.makesUnreadable || diagnostic.arguments.first == "site.yml"
            || diagnostic.arguments.first?.hasPrefix("audiences") == true || diagnostic.suggestion == "audiences"
    }

    public static func isRecord(_ path: String) -> Bool {
        path.hasSuffix(".md") && Kind.allCases.contains { path.hasPrefix($0.folder + "/") }
    }

    /// Whether nothing can be said against files by their names.
    public static func areNamesPlain(_ paths: [String]) -> Bool { FileNames.diagnostics(of: paths).isEmpty }

    /// Markdown that looks like a record and stands where none is read.
    private static func isAstray(_ path: String) -> Bool {
        path.lowercased().hasSuffix(".md") && !isRecord(path) && !path.hasPrefix("attachments/")
            && !path.hasPrefix("static/")
    }

    private typealias Parsed = ContentMemo.Parsed

    /// Records in the order of `paths`, whatever order they finish in.
    private func readInParallel(
        _ paths: [String], parser: RecordParser, _ edited: [String: [UInt8]], _ memo: inout ContentMemo
    ) async throws -> [Parsed] {
        let known = memo.files
        let read = try await ParallelMap.map(Chunks.of(paths.count, jobs: jobs), jobs: jobs) { [folder] range in
            try range.map { index -> (Parsed, FileVersion?) in
                let path = paths[index]
                if let bytes = edited[path] { return (Self.read(path, bytes, parser), nil) }
                if let file = known[path], let now = folder.version(of: path), file.version.isStill(now) {
                    return (file.parsed, nil)
                }
                return try Self.read(path, in: folder, parser)
            }
        }.flatMap { $0 }
        // What only somebody's screen shows is nothing to remember.
        if edited.isEmpty { memo.take(versions: read.map(\.1), parsed: read.map(\.0), of: paths) }
        return try read.map { try attachingFiles($0.0) }
    }

    /// A file as it stands there, with its version; without one when it is gone.
    private static func read(
        _ path: String, in folder: ContentFolder, _ parser: RecordParser
    ) throws -> (Parsed, FileVersion?) {
        switch try folder.readingListed(path) {
        case .file(let bytes, let version): return (read(path, bytes, parser), version)
        case .missing: return (Parsed(diagnostics: [Diagnostic(.unreadableFile, at: SourceSpan(file: path))]), nil)
        case .refused(let entry): return (Parsed(diagnostics: [entry.diagnostic]), nil)
        }
    }

    /// Files that a finding names are read at every load: they have no version of their own in the memo.
    private func attachingFiles(_ parsed: Parsed) throws -> Parsed {
        guard parsed.record?.kind == .finding, var record = parsed.record else { return parsed }
        var whole = parsed
        whole.diagnostics += try FindingFiles(folder: folder).attach(to: &record)
        whole.record = record
        return whole
    }

    /// A finding with the files that its tables name, as far as no gate refuses them.
    public func attachingFiles(to record: Record) throws -> Record {
        var record = record
        _ = try FindingFiles(folder: folder).attach(to: &record)
        return record
    }

    private static func read(_ path: String, _ bytes: [UInt8], _ parser: RecordParser) -> Parsed {
        let file: SourceFile
        let notes: [Diagnostic]
        switch TextIntake.take(path: path, bytes: bytes) {
        case .failure(let diagnostic): return Parsed(diagnostics: [diagnostic])
        case .success(let intake): (file, notes) = (intake.file, intake.notes)
        }
        let marks = HeaderMarks.marks(in: file)
        // A text that bears a secrecy mark goes no further, not even into a message.
        if let mark = marks.first(where: { $0.mark == .secrecy }) {
            return Parsed(diagnostics: [Diagnostic(.secrecyMark, at: mark.span)])
        }
        // Both versions of a passage stand in the file: what else is wrong with it follows from that.
        if let conflict = ConflictMarkers.diagnostic(in: file) { return Parsed(diagnostics: [conflict]) }
        let (record, problems) = parser.parse(file)
        var diagnostics = problems + notes
        if let record, record.kind == .finding {
            // Nor does one with personal data: other messages about the file could quote it.
            let personal = PersonalData.diagnostics(in: file)
            guard personal.isEmpty else { return Parsed(diagnostics: personal) }
            diagnostics += FindingGates.diagnostics(for: record, in: file)
        }
        diagnostics += TextHygiene.diagnostics(of: file)
        if let record { diagnostics += FileNames.diagnostics(of: record) }
        if let record { diagnostics += PastedStructure.diagnostics(of: record, path: path) }
        if let record { diagnostics += Placeholders.diagnostics(inBodyOf: record) }
        return Parsed(
            record: record, circulationMark: marks.first { $0.mark == .circulation }?.span, diagnostics: diagnostics)
    }
}
