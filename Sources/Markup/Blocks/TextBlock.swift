/// A body's text as blocks, from which files in other formats than HTML are made: Word, Markdown, Akoma Ntoso.
public struct BlockText: Sendable, Hashable {
    public var blocks: [TextBlock] = []
    /// The footnotes, the first being number 1.
    public var notes: [[TextBlock]] = []

    public init() {}
}

public indirect enum TextBlock: Sendable, Hashable {
    case heading(TextHeading)
    case paragraph(TextParagraph)
    case list(TextList)
    case quotation([TextBlock])
    case code(String, language: String?)
    case table(TextTable)
    case rule
}

/// A heading of the text's outline.
public struct TextHeading: Sendable, Hashable {
    /// 1 for the highest.
    public var level: Int
    public var anchor: String
    public var inlines: [TextInline]
}

/// A paragraph, or a line of one that begins with a provision's label.
public struct TextParagraph: Sendable, Hashable {
    /// The anchor of the provision that begins here.
    public var anchor: String?
    /// Whether it goes on, on a line of its own, the paragraph before it.
    public var isContinued = false
    public var inlines: [TextInline] = []

    public init(anchor: String? = nil, isContinued: Bool = false, inlines: [TextInline] = []) {
        self.anchor = anchor
        self.isContinued = isContinued
        self.inlines = inlines
    }
}

public struct TextList: Sendable, Hashable {
    public var isNumbered: Bool
    /// What stands after the number: `.` or `)`.
    public var delimiter = "."
    /// Whether numbers below ten are printed `01`.
    public var hasLeadingZero = false
    /// Whether its items are paragraphs apart from each other.
    public var isLoose = false
    public var items: [TextListItem] = []
}

public struct TextListItem: Sendable, Hashable {
    /// In a numbered list, the number printed before it.
    public var number: Int?
    /// The anchor of the provision that the item is.
    public var anchor: String?
    /// Of an item with a box to tick, whether it is ticked.
    public var isDone: Bool?
    public var blocks: [TextBlock] = []
}

public struct TextTable: Sendable, Hashable {
    public enum Alignment: Sendable, Hashable { case unsaid, left, center, right }

    public var alignments: [Alignment] = []
    /// The first row is the header.
    public var rows: [[[TextInline]]] = []
}

public indirect enum TextInline: Sendable, Hashable {
    case text(String)
    case emphasis([TextInline])
    case strong([TextInline])
    case code(String)
    /// The address as the page has it, relative to the page.
    case link(String, [TextInline])
    case image(source: String, alternative: String)
    case lineBreak
    /// The call of a footnote, by its number from 1.
    case noteCall(Int)

    /// The words without markup; an image stands for the words that replace it.
    public var plain: String {
        switch self {
        case .text(let text), .code(let text): text
        case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.plain
        case .image(_, let alternative): alternative
        case .lineBreak: "\n"
        case .noteCall: ""
        }
    }
}

extension [TextInline] {
    public var plain: String { map(\.plain).joined() }
}
