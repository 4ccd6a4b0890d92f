/// A document to be written as a Word file (Office Open XML, ECMA-376), in the typography of official documents: A4, Times New
/// Roman, the margins of Nghị định 30/2020/NĐ-CP and of the Party's Hướng dẫn 36-HD/VPTW.
public struct WordDocument: Sendable {
    public enum Block: Sendable {
        case paragraph(WordParagraph)
        case table(WordTable)
    }

    /// For the properties of the file.
    public var title: String
    public var author: String
    /// Where the document is from; left out where that is not known.
    public var source: String?
    public var blocks: [Block] = []
    /// The footnotes, the first being number 1.
    public var notes: [[WordParagraph]] = []

    public init(title: String, author: String, source: String? = nil) {
        self.title = title
        self.author = author
        self.source = source
    }
}

public struct WordParagraph: Sendable {
    public enum Alignment: String, Sendable { case left, center, right, both }

    /// Ways of setting a paragraph that the file names, so that all of a kind can be changed at once in Word.
    public enum Style: String, Sendable {
        case normal = "Normal"
        /// In the head and at the end of a document: no indent and no blank around it.
        case head = "Head"
        case title = "Title"
        case heading1 = "Heading1"
        case heading2 = "Heading2"
        case heading3 = "Heading3"
        case heading4 = "Heading4"
        /// Larger units, centred, as both forms have them.
        case centered = "Centered"
        case quotation = "Quote"
        case code = "Code"
        case cell = "Cell"
        case note = "FootnoteText"
    }

    public var style: Style
    public var alignment: Alignment?
    /// In twentieths of a point, from the left margin.
    public var indent: Int
    /// A name that links can lead to.
    public var bookmark: String?
    /// Of a centred unit, how high it stands in the outline, from 0.
    public var outlineLevel: Int?
    public var runs: [WordRun]

    public init(
        _ style: Style = .normal, alignment: Alignment? = nil, indent: Int = 0, bookmark: String? = nil,
        outlineLevel: Int? = nil, runs: [WordRun]
    ) {
        self.style = style
        self.alignment = alignment
        self.indent = indent
        self.bookmark = bookmark
        self.outlineLevel = outlineLevel
        self.runs = runs
    }
}

/// A stretch of text set alike.
public struct WordRun: Sendable {
    public enum Content: Sendable {
        case text(String)
        case lineBreak
        /// The call of a footnote, by its number from 1.
        case noteCall(Int)
    }

    public var content: Content
    public var isBold = false
    public var isItalic = false
    public var isUnderlined = false
    public var isCode = false
    /// In points; nil for that of the paragraph.
    public var size: Int?
    /// An address outside the document.
    public var link: String?

    public init(_ content: Content) { self.content = content }

    public init(_ text: String, bold: Bool = false, italic: Bool = false, size: Int? = nil) {
        content = .text(text)
        isBold = bold
        isItalic = italic
        self.size = size
    }
}

public struct WordTable: Sendable {
    /// Widths of the columns in twentieths of a point.
    public var columns: [Int]
    public var hasBorders: Bool
    public var hasHeader: Bool
    /// Rows of cells of paragraphs.
    public var rows: [[[WordParagraph]]]

    /// The width of the text on the page.
    public static let textWidth = 9_354

    public init(columns: [Int], hasBorders: Bool, hasHeader: Bool = false, rows: [[[WordParagraph]]]) {
        self.columns = columns
        self.hasBorders = hasBorders
        self.hasHeader = hasHeader
        self.rows = rows
    }
}
