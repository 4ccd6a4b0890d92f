import Diagnostics

/// Writes one body while the walk goes through it. Blocks, inline elements, links and footnotes have files of
/// their own.
struct BodyWriter {
    let source: UnsafeBufferPointer<UInt8>
    let labels: RendererLabels
    let resolve: (_ destination: String, _ isImage: Bool) -> LinkTarget
    let note: TextNoter?

    var html: [UInt8] = []
    var text = TextCollector()
    var anchors: Anchors
    var outline: [OutlineEntry] = []
    var provisions: [Provision] = []
    var links: [BodyLink] = []
    var noted: [NotedText] = []
    /// Running text that is not written yet, and the line of the body that it began in.
    var run: [UInt8] = []
    var runTags: [RunTag] = []
    var runLine = 0
    var diagnostics: [Diagnostic] = []
    var lines: SourceLines

    var levels = HeadingLevels()
    var paths: ProvisionPaths
    var listLabels = ListLabels()
    /// For each open list whether it is numbered.
    var lists: [Bool] = []
    var quoteDepth = 0
    /// What was open when the outermost block quote began.
    var quotationBeforeQuote = QuotationTracker()
    var isInHeading = false
    var inlineDepth = 0
    /// Where the block being written began, in the HTML and in the text.
    var blockHTML = 0
    var blockText = 0
    /// The lines of the source that it came from.
    var blockLines = 0..<0
    /// The last number among the lines of a paragraph or list, to tell “2.” from an amount.
    var lastNumber = 0

    var alignments: [UInt8] = []
    var column = 0
    var isHeaderRow = false
    var isHeaderCell = false
    var isBodyOpen = false
    var tableCount = 0

    var openLinks: [OpenLink] = []
    /// Inside an image only its alternative text is gathered.
    var imageDepth = 0
    var alternative: [UInt8] = []
    var linkSearch = LinkSearch()

    var footnotes = FootnoteState()

    /// Elements nested deeper than this are written without their tags; no browser shows them apart.
    static let nestingLimit = 40
    static let diagnosticLimit = 500

    init(
        source: UnsafeBufferPointer<UInt8>, lines: SourceLines, labels: RendererLabels,
        reservedAnchors: Set<String>, note: TextNoter?,
        resolve: @escaping (_ destination: String, _ isImage: Bool) -> LinkTarget
    ) {
        self.source = source
        self.labels = labels
        self.resolve = resolve
        self.note = note
        self.lines = lines
        anchors = Anchors(reserved: reservedAnchors)
        paths = ProvisionPaths(numberedAnnexes: NumberedAnnexes.find(in: source, lines.starts))
        html.reserveCapacity(source.count + source.count / 2)
    }

    mutating func write(_ walker: inout MarkdownWalker) -> RenderedBody {
        while walker.advance() {
            if !walker.kind.isRunningText, !Self.isWrittenLineBreak(walker) { finishRun() }
            if walker.isEntering { enter(walker) } else { leave(walker) }
        }
        finishFootnotes()
        text.finishSection()
        return RenderedBody(
            html: html, outline: outline, provisions: provisions, sections: text.sections,
            anchors: anchors.taken.union(footnotes.anchors), links: links, noted: noted)
    }

    private mutating func enter(_ node: borrowing MarkdownWalker) {
        switch node.kind {
        case .text: writeText(node)
        case .softBreak: writeSoftBreak(node)
        case .lineBreak: writeLineBreak()
        case .code: writeCode(node)
        case .htmlInline: dropInlineHTML(node)
        case .emphasis: openInline("<em>")
        case .strong: openInline("<strong>")
        case .link: openLink(node)
        case .image: openImage(node)
        case .footnoteReference: writeFootnoteReference(node)
        case .paragraph: openParagraph(node)
        case .heading:
            isInHeading = true
            openHeading(node)
        case .list: openList(node)
        case .item: openItem(node)
        case .blockQuote: openQuote()
        case .codeBlock: writeCodeBlock(node)
        case .htmlBlock: dropHTMLBlock(node)
        case .thematicBreak: html.write("<hr>\n")
        case .table: openTable(node)
        case .tableRow: openRow(node)
        case .tableCell: openCell(node)
        case .footnoteDefinition: openFootnote()
        case .document, .other: break
        }
    }

    private mutating func leave(_ node: borrowing MarkdownWalker) {
        switch node.kind {
        case .emphasis: closeInline("</em>")
        case .strong: closeInline("</strong>")
        case .link: closeLink(node)
        case .image: closeImage(node)
        case .paragraph: closeParagraph(node)
        case .heading:
            closeHeading(node)
            isInHeading = false
        case .list: closeList()
        case .item: if lists.count <= Self.nestingLimit { html.write("</li>\n") }
        case .blockQuote: closeQuote()
        case .table: closeTable()
        case .tableRow: closeRow()
        case .tableCell: closeCell()
        case .footnoteDefinition: closeFootnote()
        default: break
        }
    }

    mutating func report(_ kind: DiagnosticKind, _ span: SourceSpan, _ arguments: String..., suggestion: String? = nil)
    {
        guard diagnostics.count < Self.diagnosticLimit else { return }
        var diagnostic = Diagnostic(kind, at: span, suggestion: suggestion)
        diagnostic.arguments = arguments
        diagnostics.append(diagnostic)
    }
}
