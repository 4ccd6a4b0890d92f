import Diagnostics
import Markup
import Parallel
import Records
import VietnameseText

/// Works out what `tracuu check --fix` changes: only what has one right answer, and only in files that the builder reads as
/// text. Files that bear a secrecy mark or are not UTF-8 are left alone.
public struct ContentFixer: Sendable {
    private let folder: ContentFolder
    private let jobs: Int

    public init(folder: ContentFolder, jobs: Int) {
        self.folder = folder
        self.jobs = jobs
    }

    /// The files to change, in byte order of their paths.
    public func fixes() async throws -> [FileFix] {
        let loader = ContentLoader(folder: folder, jobs: jobs)
        let paths = try Self.texts(in: folder)
        // Configuration and vocabulary first: what a record says is read by what they will say.
        let setup = try loader.fileReader()
        let setupFixes = try paths.filter { $0.hasSuffix(".yml") }.compactMap { try fix($0, setup) }
        let records = try loader.fileReader(
            with: Dictionary(setupFixes.map { ($0.path, $0.after) }, uniquingKeysWith: { first, _ in first }))
        let recordPaths = paths.filter { $0.hasSuffix(".md") }
        let recordFixes = try await ParallelMap.map(Chunks.of(recordPaths.count, jobs: jobs), jobs: jobs) { range in
            try range.compactMap { try fix(recordPaths[$0], records) }
        }.flatMap { $0 }
        return (setupFixes + recordFixes).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private func fix(_ path: String, _ reader: ContentFileReader) throws -> FileFix? {
        guard let before = try folder.read(path),
            let after = Self.fixed(before, path: path, diagnose: { Self.diagnostics(of: $0, path: path, reader) })
        else { return nil }
        return FileFix(path: path, before: before, after: after)
    }

    /// What is wrong with a file by itself, its text included; what links lead to is for the whole collection to say.
    private static func diagnostics(of bytes: [UInt8], path: String, _ reader: ContentFileReader) -> [Diagnostic] {
        let found = reader.diagnostics(of: bytes, path: path)
        guard let body = reader.body(of: bytes, path: path) else { return found }
        let rendered = MarkdownRenderer().render(body.bytes, file: path, firstLine: body.firstLine) { address, _ in
            AddressSlips.mended(address, in: path) == nil || address.hasPrefix("//") ? .outside : .broken
        }
        return found + rendered.diagnostics
    }

    /// Rounds until nothing is left to mend: a key must be right before its date can be, and what keeps fields from being
    /// read shows one slip at a time.
    private static let mostRounds = 40

    /// The fixed bytes of one file; nil when there is nothing to fix, or the file must be left alone.
    static func fixed(_ raw: [UInt8], path: String, diagnose: ([UInt8]) -> [Diagnostic]) -> [UInt8]? {
        let first = diagnose(raw)
        guard !first.contains(where: { $0.kind == .invalidUTF8 || !$0.kind.quotesSource }) else { return nil }
        var bytes = raw
        var problems = first
        var isSettled = false
        for _ in 0..<mostRounds {
            let next = round(bytes, path: path, problems)
            isSettled = next == bytes
            if isSettled { break }
            bytes = next
            problems = diagnose(bytes)
        }
        guard bytes != raw, isSettled else { return nil }
        // A fix that leaves more errors than there were is none; but where fields could not be read at all, what is wrong
        // with them only shows now.
        let isReadableNow =
            first.contains { $0.kind.makesUnreadable } && !problems.contains { $0.kind.makesUnreadable }
        let isUnreadableNow =
            !first.contains { $0.kind.makesUnreadable } && problems.contains { $0.kind.makesUnreadable }
        guard !isUnreadableNow else { return nil }
        let errors = { (found: [Diagnostic]) in found.count { $0.severity == .error } }
        return isReadableNow || errors(problems) <= errors(first) ? bytes : nil
    }

    private static func round(_ raw: [UInt8], path: String, _ diagnostics: [Diagnostic]) -> [UInt8] {
        let isYAML = path.hasSuffix(".yml")
        // Spans count the text as the reader has it, so what diagnostics tell comes first.
        var bytes = Normalization.nfc(SourceText.withoutInvisibleSigns(FileText(raw).bytes, path: path))
        let found = diagnostics.filter { $0.span.file == path }
        let told = FieldFixes.edits(for: found, in: bytes) + SlipFixes.edits(for: found, in: bytes)
        bytes = TextEdit.apply(told, to: bytes)
        bytes = TextEdit.apply(LetterFixes.edits(in: bytes, yaml: yaml(of: bytes, isYAML)), to: bytes)
        if !isYAML { bytes = PastedFixes.apply(to: bytes, path: path, yaml: yaml(of: bytes, isYAML)) }
        return TextEdit.apply(BlankFixes.edits(in: bytes, yaml: yaml(of: bytes, isYAML)), to: bytes)
    }

    /// Where the YAML of a file stands: all of it, or its front matter with the fences.
    private static func yaml(of bytes: [UInt8], _ isYAML: Bool) -> Range<Int> {
        if isYAML { return 0..<(bytes.count + 1) }
        let lines = LineTable(bytes)
        func isFence(_ number: Int) -> Bool {
            let line = bytes[lines.range(number)]
            return line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
        }
        guard isFence(0), let end = (1..<max(1, lines.count)).first(where: isFence) else { return 0..<0 }
        return 0..<(lines.range(end).upperBound + 1)
    }

    /// Records, vocabulary and configuration.
    private static func texts(in folder: ContentFolder) throws -> [String] {
        try folder.files(under: "").filter { path in
            path == "site.yml" || path.hasPrefix("vocabulary/") && path.hasSuffix(".yml")
                || path.hasSuffix(".md") && Kind.allCases.contains { path.hasPrefix($0.folder + "/") }
        }
    }
}
