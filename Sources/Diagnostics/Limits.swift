/// How large and how deep content may be. Whatever goes beyond is refused by a diagnostic at its place, so that no file takes
/// more than a few seconds and some hundred megabytes. The editors' guide has the same figures (`huong-dan-bien-tap.md`).
public enum Limits {
    // MARK: Files

    /// Bytes of a record, of `site.yml`, of a file of the vocabulary, of the search tests.
    public static let textFileBytes = 96 << 20
    /// Bytes of a table of counts.
    public static let tableFileBytes = 1 << 20
    /// Bytes of an attachment.
    public static let attachmentBytes = 256 << 20
    /// Symbolic links to folders on one path.
    public static let linksOnPath = 4

    // MARK: Text

    /// Combining marks on one letter: those of the Stream-Safe Text Format (UAX #15, section 13). Vietnamese has two.
    public static let marksOnLetter = 30
    /// Bytes of YAML in one file: front matter, configuration or vocabulary.
    public static let yamlBytes = 4 << 20
    /// Keys of one mapping.
    public static let yamlKeys = 1_000
    /// Levels of YAML.
    public static let yamlLevels = 32

    // MARK: Markdown

    /// Bytes of the text of a record.
    public static let bodyBytes = 16 << 20
    /// Levels of quotations and lists on one line.
    public static let nestedBlocks = 100
    /// Columns of a table.
    public static let tableColumns = 500
    /// Cells that rows lack and that are made up for them, in all tables of a record.
    public static let missingCells = 200_000
    /// Lines of a record.
    public static let bodyLines = 400_000
    /// Signs in one paragraph that begin or end something (`[`, `]`, `!`, `*`, `_`, `` ` ``, `<`, `&`), squared and added up over
    /// all paragraphs: the parser compares such signs of a paragraph with each other.
    public static let comparedSigns = 400_000_000
}
