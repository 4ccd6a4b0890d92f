import Citations
import Diagnostics

/// Everything that the content folder holds, read and typed, not yet linked.
public struct Content: Sendable, Equatable {
    public var configuration: SiteConfiguration
    public var vocabulary: Vocabulary
    /// In byte order of their paths. Records with errors in their front matter are here too, as far as they could be read.
    public var records: [Record]
    /// Files below `attachments/`, relative to it.
    public var attachmentFiles: Set<String>
    /// Files below `static/`, relative to it, in byte order.
    public var staticFiles: [String] = []
    /// Where files bear a mark of internal circulation or draft, by path.
    public var circulationMarks: [String: SourceSpan]
    public var diagnostics: [Diagnostic]
    /// Those of them that no record's file tells by itself.
    public var foundInFolder: [Diagnostic] = []
    /// What earlier releases printed of surveys: files of `findings/published/`.
    public var releases: [SourceFile] = []

    public init(
        configuration: SiteConfiguration, vocabulary: Vocabulary, records: [Record], attachmentFiles: Set<String>,
        circulationMarks: [String: SourceSpan], diagnostics: [Diagnostic]
    ) {
        self.configuration = configuration
        self.vocabulary = vocabulary
        self.records = records
        self.attachmentFiles = attachmentFiles
        self.circulationMarks = circulationMarks
        self.diagnostics = diagnostics
    }

    /// Reads numbers with the vocabulary's codes.
    public var grammar: NumberGrammar { NumberGrammar(codeBook: codeBook) }

    public var codeBook: CodeBook { CodeBook(vocabulary: vocabulary) }

    /// The records' texts, by the paths of their files.
    public var textsByPath: [String: RecordBody] {
        Dictionary(records.map { ($0.path, $0.body) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a record may say more than could be read of it.
    public var hasFaultyRecords: Bool {
        diagnostics.contains { $0.severity == .error && ContentLoader.isRecord($0.span.file) }
    }

    /// The same without what only rendering reads: what linking depends on.
    public var withoutTexts: Content {
        var content = self
        content.diagnostics = []
        content.foundInFolder = []
        for index in content.records.indices { content.records[index].body.bytes = [] }
        return content
    }
}
