import Documents

/// What became of one file.
public struct ImportOutcome: Sendable {
    public var source: String
    /// Paths relative to the content folder, the main record first.
    public var records: [String] = []
    /// Why nothing was written, in Vietnamese and English.
    public var refusal: (vi: String, en: String)?
    public var fields: [RecognisedField] = []
    public var remarks: [ImportRemark] = []
    /// Words of the source, and those of them that stand nowhere in the records.
    public var words = 0
    public var lostWords: [String] = []
    public var lostCount = 0
    /// Entries added to the vocabulary, as they stand there.
    public var additions: [String] = []
    /// Numbers of tables, notes and pictures.
    public var tables = 0
    public var notes = 0
    public var images = 0
    public var articles = 0
    /// What is to be written, also where nothing is: for whoever shows it first.
    public var files = ImportedFiles()

    public init(source: String) { self.source = source }
}

/// The files that an imported document becomes.
public struct ImportedFiles: Sendable {
    /// Records by their paths below the content folder, the main one first.
    public var records: [(path: String, text: String)] = []
    /// Pictures by their names below `attachments/`.
    public var images: [String: [UInt8]] = [:]
    /// Entries for the vocabulary; none unless proposals are taken.
    public var additions: [VocabularyAddition] = []

    public init(
        records: [(path: String, text: String)] = [], images: [String: [UInt8]] = [:],
        additions: [VocabularyAddition] = []
    ) {
        self.records = records
        self.images = images
        self.additions = additions
    }
}

/// A field with how sure it is.
public struct RecognisedField: Sendable, Equatable {
    public enum Certainty: String, Sendable { case stated, proposed, missing }

    public var key: String
    public var value: String
    public var certainty: Certainty
}

public struct ImportOptions: Sendable {
    public var kind: String?
    public var keepsOriginal = false
    public var isDryRun = false
    /// Takes proposals: entries for the vocabulary and the conversion of old encodings.
    public var takesProposals = false
    public var encoding: LegacyEncoding?
    /// One record a file, even where a decision carries a regulation.
    public var isWhole = false
    /// Asked, with the names of the texts that a file holds, whether they become one record all the same. Nil: they do not.
    public var asksWhetherWhole: (@Sendable (_ texts: [String]) -> Bool)?
    /// Asked, with a few words before and after, whether a text in an old encoding is to be converted. Nil: it is refused.
    public var asksToConvert: (@Sendable (_ encoding: LegacyEncoding, _ before: String, _ after: String) -> Bool)?

    public init() {}
}
