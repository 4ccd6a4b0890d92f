import CCMarkGFM

// The only file that knows the C library. Its pointers do not leave this file but for the time of a closure call.

/// What a node of the Markdown tree is.
enum MarkdownNodeKind: UInt8 {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case footnoteDefinition, table, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, footnoteReference
    case other
}

/// A parsed body and a place in it that moves in reading order: into a node, through its children, out of it again.
///
/// The walk follows the links between nodes and keeps no stack, so depth costs nothing.
struct MarkdownWalker: ~Copyable {
    private typealias Node = UnsafeMutablePointer<cmark_node>

    private let root: Node
    private let types: ExtensionTypes
    private var node: Node
    private(set) var kind: MarkdownNodeKind
    /// True on the way into the node, false on the way out.
    private(set) var isEntering = false
    private var isBeforeStart = true

    /// Parses with tables, task lists and footnotes. Not with strikethrough and automatic links: both write to
    /// global tables at every parse, so that two threads spoil each other's output.
    init?(parsing body: UnsafeBufferPointer<UInt8>) {
        guard let types = ExtensionTypes.registered, let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else {
            return nil
        }
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, types.tableExtension)
        cmark_parser_attach_syntax_extension(parser, types.taskExtension)
        body.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        guard let root = cmark_parser_finish(parser) else { return nil }
        self.root = root
        self.types = types
        node = root
        kind = .document
    }

    deinit { cmark_node_free(root) }

    /// Goes one step on; false at the end.
    mutating func advance() -> Bool {
        if isBeforeStart {
            isBeforeStart = false
            isEntering = true
            return true
        }
        if isEntering {
            if let child = node.pointee.first_child { return enter(child) }
            isEntering = false
            return true
        }
        guard node != root else { return false }
        if let next = node.pointee.next { return enter(next) }
        guard let parent = node.pointee.parent else { return false }
        node = parent
        kind = types.kind(of: parent)
        return true
    }

    private mutating func enter(_ next: Node) -> Bool {
        node = next
        kind = types.kind(of: next)
        isEntering = true
        return true
    }

    // MARK: The node reached

    var hasChildren: Bool { node.pointee.first_child != nil }

    /// Lines and columns in bytes, from 1; 0 when the library does not know.
    var startLine: Int { Int(node.pointee.start_line) }
    var startColumn: Int { Int(node.pointee.start_column) }
    var endLine: Int { Int(node.pointee.end_line) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }

    /// Nil for a list of bullets; else the number the library starts it with.
    var orderedListStart: Int? {
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil
    }

    var isTight: Bool { cmark_node_get_list_tight(node) != 0 }

    /// Whether a paragraph stands in a list without blank lines, where it gets no element of its own.
    var isInTightList: Bool {
        guard let parent = node.pointee.parent, let list = parent.pointee.parent else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    /// Nil unless the list item is a task.
    var isTaskDone: Bool? {
        guard node.pointee.extension == types.taskExtension else { return nil }
        return cmark_gfm_extensions_get_tasklist_item_checked(node)
    }

    /// Of a table's columns: 0, `l`, `c` or `r`.
    var columnAlignments: [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard count > 0, let alignments = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return Array(UnsafeBufferPointer(start: alignments, count: count))
    }

    var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(node) != 0 }

    var destination: String { string(cmark_node_get_url(node)) }
    var title: String { string(cmark_node_get_title(node)) }
    var fenceInfo: String { string(cmark_node_get_fence_info(node)) }

    /// The text of a text, code, HTML or footnote node.
    func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Self.withLiteral(of: node, body)
    }

    /// The first text of a block, through emphasis; empty when something else comes first.
    func withLeadingText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Self.withFirstText(from: node.pointee.first_child, types, body)
    }

    /// The text right after the node, under the same parent.
    func withFollowingText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Self.withFirstText(from: node.pointee.next, types, body)
    }

    /// The first text of the paragraph right after the node; empty when something else follows.
    func withFollowingParagraph<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let next = node.pointee.next, types.kind(of: next) == .paragraph else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return Self.withFirstText(from: next.pointee.first_child, types, body)
    }

    private static func withFirstText<Result>(
        from start: Node?, _ types: ExtensionTypes, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        var next = start
        while let node = next {
            switch types.kind(of: node) {
            case .text: return withLiteral(of: node, body)
            case .emphasis, .strong: next = node.pointee.first_child
            default: next = nil
            }
        }
        return body(UnsafeBufferPointer(start: nil, count: 0))
    }

    private static func withLiteral<Result>(
        of node: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let isCodeBlock = UInt32(node.pointee.type) == CMARK_NODE_CODE_BLOCK.rawValue
        let chunk = isCodeBlock ? node.pointee.as.code.literal : node.pointee.as.literal
        return body(UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len)))
    }

    private func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}

/// The extensions in use and the node types the library gave them, found once for the whole process.
///
/// The pointers are to records that the library makes at registration and only reads afterwards.
private struct ExtensionTypes: @unchecked Sendable {
    let tableExtension: OpaquePointer
    let taskExtension: OpaquePointer
    /// By type: the blocks' numbers, then the inline ones'.
    private let kinds: [MarkdownNodeKind]

    /// A static constant, so that registering happens once whichever thread comes first.
    static let registered: ExtensionTypes? = {
        cmark_gfm_core_extensions_ensure_registered()
        guard let table = cmark_find_syntax_extension("table"), let tasks = cmark_find_syntax_extension("tasklist")
        else { return nil }
        return ExtensionTypes(table: table, tasks: tasks)
    }()

    /// Node types of extensions are numbered at run time, so they are read off a small table.
    private init?(table: OpaquePointer, tasks: OpaquePointer) {
        tableExtension = table
        taskExtension = tasks
        guard let parser = cmark_parser_new(0) else { return nil }
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, table)
        let sample = "|a|\n|-|\n"
        cmark_parser_feed(parser, sample, sample.utf8.count)
        guard let document = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(document) }
        guard let tableNode = cmark_node_first_child(document), let rowNode = cmark_node_first_child(tableNode),
            let cellNode = cmark_node_first_child(rowNode)
        else { return nil }
        var kinds = [MarkdownNodeKind](repeating: .other, count: 2 * Self.typesOfEach)
        for (type, kind) in Self.coreKinds { kinds[Self.index(type.rawValue)] = kind }
        kinds[Self.index(cmark_node_get_type(tableNode).rawValue)] = .table
        kinds[Self.index(cmark_node_get_type(rowNode).rawValue)] = .tableRow
        kinds[Self.index(cmark_node_get_type(cellNode).rawValue)] = .tableCell
        self.kinds = kinds
    }

    @inline(__always)
    func kind(of node: UnsafeMutablePointer<cmark_node>) -> MarkdownNodeKind {
        kinds[Self.index(UInt32(node.pointee.type))]
    }

    /// The library numbers blocks and inline nodes each from 1 and marks the latter with a bit.
    @inline(__always)
    private static func index(_ type: UInt32) -> Int {
        Int(type & UInt32(typesOfEach - 1)) + (type & 0x4000 == 0 ? 0 : typesOfEach)
    }

    private static let typesOfEach = 32

    private static let coreKinds: [(cmark_node_type, MarkdownNodeKind)] = [
        (CMARK_NODE_DOCUMENT, .document), (CMARK_NODE_BLOCK_QUOTE, .blockQuote), (CMARK_NODE_LIST, .list),
        (CMARK_NODE_ITEM, .item), (CMARK_NODE_CODE_BLOCK, .codeBlock), (CMARK_NODE_HTML_BLOCK, .htmlBlock),
        (CMARK_NODE_PARAGRAPH, .paragraph), (CMARK_NODE_HEADING, .heading),
        (CMARK_NODE_THEMATIC_BREAK, .thematicBreak), (CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition),
        (CMARK_NODE_TEXT, .text), (CMARK_NODE_SOFTBREAK, .softBreak), (CMARK_NODE_LINEBREAK, .lineBreak),
        (CMARK_NODE_CODE, .code), (CMARK_NODE_HTML_INLINE, .htmlInline), (CMARK_NODE_EMPH, .emphasis),
        (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link), (CMARK_NODE_IMAGE, .image),
        (CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference),
    ]
}
