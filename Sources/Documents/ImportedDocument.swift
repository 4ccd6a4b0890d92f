/// What every reader of a format makes: the blocks of a document from top to bottom, with nothing decided yet about what
/// they mean.
public struct ImportedDocument: Sendable {
    public var blocks: [Block] = []
    /// The texts of footnotes and endnotes, in the order of their references.
    public var notes: [[Block]] = []
    /// Texts outside the flow: headers, footers, WordArt. They are not imported, but a secrecy mark in them counts.
    public var marginTexts: [String] = []
    /// Pictures by the name that runs refer to.
    public var images: [String: [UInt8]] = [:]
    /// What the reader accepted or left out.
    public var remarks: Set<ImportRemark> = []

    public init() {}
}

/// Something about the source that its editor should know.
public enum ImportRemark: String, Sendable, CaseIterable {
    case trackedChanges, comments, hiddenText, headersAndFooters, imagesLeftOut, legacyEncoding, textBoxes
    case embeddedObjects
}

public enum Block: Sendable, Equatable {
    case paragraph(Paragraph)
    case table(Table)
}

public struct Paragraph: Sendable, Equatable {
    public enum Alignment: Sendable { case start, center, end, justified }

    public var runs: [Run] = []
    /// The label that the word processor computes and does not store as text, such as `Điều 5.`; for bullets `-`.
    public var label: String?
    public var alignment = Alignment.start
    public var style: String?

    public init(runs: [Run] = [], label: String? = nil, alignment: Alignment = .start, style: String? = nil) {
        self.runs = runs
        self.label = label
        self.alignment = alignment
        self.style = style
    }

    /// The runs' text, with line breaks and tabs as they are.
    public var text: String {
        runs.reduce(into: "") { text, run in
            switch run.content {
            case .text(let part): text += part
            case .lineBreak: text += "\n"
            case .tab: text += "\t"
            case .note, .image: break
            }
        }
    }
}

public struct Run: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        case text(String)
        case lineBreak
        case tab
        /// The note with this index in `ImportedDocument.notes`.
        case note(Int)
        case image(String)
    }

    public var content: Content
    public var font: String?
    public var isBold = false
    public var isCapitals = false

    public init(_ content: Content, font: String? = nil, isBold: Bool = false, isCapitals: Bool = false) {
        self.content = content
        self.font = font
        self.isBold = isBold
        self.isCapitals = isCapitals
    }
}

public struct Table: Sendable, Equatable {
    public var rows: [[Cell]] = []

    public init(rows: [[Cell]] = []) { self.rows = rows }

    public struct Cell: Sendable, Equatable {
        public var blocks: [Block] = []
        public var columns = 1
        /// Whether it only continues the cell above it.
        public var continuesAbove = false

        public init(blocks: [Block] = [], columns: Int = 1, continuesAbove: Bool = false) {
            self.blocks = blocks
            self.columns = columns
            self.continuesAbove = continuesAbove
        }
    }
}
