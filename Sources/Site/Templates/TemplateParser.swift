import Diagnostics
import VietnameseText

/// Reads the subset of Mustache that templates may use: values, sections, partials, parents and blocks, comments.
///
/// Set delimiters, pragmas, lambdas, transforms and dynamic names are refused: each would hide from the compiler
/// which names a template uses. A tag alone on its line leaves no line behind, as the Mustache specification says;
/// unlike there, a partial is not indented, because that would change text inside `pre` and `textarea`.
struct TemplateParser {
    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var places: PlaceCounter
    private var diagnostics: [Diagnostic] = []
    private var open: [Open] = []
    private var nodes: [TemplateNode] = []

    private struct Open {
        var kind: UInt8
        var name: TemplateName
        var outer: [TemplateNode]
    }

    static func parse(file: String, bytes: [UInt8]) -> ParsedTemplate {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return ParsedTemplate(
                nodes: [], diagnostics: [Diagnostic(.undecodableTemplate, at: SourceSpan(file: file))])
        }
        var parser = TemplateParser(file: file, bytes: bytes)
        parser.run()
        return ParsedTemplate(nodes: parser.nodes, diagnostics: parser.diagnostics)
    }

    private init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        self.places = PlaceCounter(file: file, bytes: bytes)
    }

    private mutating func run() {
        while let start = find("{{", from: position) {
            guard let tag = readTag(at: start) else {
                diagnostics.append(Diagnostic(.unclosedTag, at: places.span(start, length: 2)))
                break
            }
            var textEnd = start
            var next = tag.end
            if tag.mayStandAlone, let line = standaloneLine(from: start, to: tag.end) {
                textEnd = line.lowerBound
                next = line.upperBound
            }
            addText(position..<textEnd)
            position = next
            take(tag)
        }
        addText(position..<bytes.count)
        for unclosed in open.reversed() {
            diagnostics.append(Diagnostic(.unclosedSection, at: unclosed.name.span, unclosed.name.text))
            close(unclosed)
        }
        open = []
    }

    // MARK: Tags

    private struct Tag {
        /// The sigil, or 0 for a plain value, or `{` for triple braces.
        var kind: UInt8
        var name: TemplateName
        var end: Int
        var mayStandAlone: Bool { "#^/!><$".utf8.contains(kind) }
    }

    private mutating func readTag(at start: Int) -> Tag? {
        var inner = start + 2
        var closing = "}}"
        var kind: UInt8 = 0
        if inner < bytes.count, "{#^/!><$&=%".utf8.contains(bytes[inner]) {
            kind = bytes[inner]
            inner += 1
            if kind == UInt8(ascii: "{") { closing = "}}}" }
        }
        guard let end = find(closing, from: inner) else { return nil }
        // A comment may run over lines; any other tag stands on one.
        if kind != UInt8(ascii: "!"), bytes[inner..<end].contains(UInt8(ascii: "\n")) { return nil }
        var name = inner..<end
        while let first = name.first, bytes[first] == UInt8(ascii: " ") { name.removeFirst() }
        while let last = name.last, bytes[last] == UInt8(ascii: " ") { name.removeLast() }
        let text = String(decoding: bytes[name], as: UTF8.self)
        let span = places.span(name.isEmpty ? start : name.lowerBound, length: text.unicodeScalars.count)
        return Tag(kind: kind, name: TemplateName(text: text, span: span), end: end + closing.utf8.count)
    }

    private mutating func take(_ tag: Tag) {
        let isFile = tag.kind == UInt8(ascii: ">") || tag.kind == UInt8(ascii: "<")
        guard tag.kind == UInt8(ascii: "!") || Self.isName(tag.name.text, isFile: isFile) else {
            return refuse(tag)
        }
        switch tag.kind {
        case 0: nodes.append(.value(tag.name, isMarkup: false))
        case UInt8(ascii: "{"): nodes.append(.value(tag.name, isMarkup: true))
        case UInt8(ascii: ">"): nodes.append(.partial(tag.name))
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"):
            open.append(Open(kind: tag.kind, name: tag.name, outer: nodes))
            nodes = []
        case UInt8(ascii: "/"):
            if let last = open.last, last.name.text == tag.name.text {
                open.removeLast()
                close(last)
            } else if let match = open.lastIndex(where: { $0.name.text == tag.name.text }) {
                // Something inside was left open: name it, and go on from the one that this tag closes.
                while open.count > match, let inner = open.popLast() {
                    if open.count > match {
                        diagnostics.append(Diagnostic(.unclosedSection, at: inner.name.span, inner.name.text))
                    }
                    close(inner)
                }
            } else {
                let names = open.reversed().map { "“\($0.name.text)”" }
                diagnostics.append(
                    Diagnostic(
                        .unexpectedClose, at: tag.name.span, tag.name.text,
                        names.isEmpty ? "–" : names.joined(separator: ", "),
                        suggestion: Spelling.nearest(tag.name.text, among: open.map(\.name.text).sorted())))
            }
        default: refuse(tag)
        }
    }

    private mutating func refuse(_ tag: Tag) {
        let sigil = tag.kind == 0 ? "" : String(UnicodeScalar(tag.kind))
        diagnostics.append(Diagnostic(.unsupportedTag, at: tag.name.span, sigil + tag.name.text))
    }

    private mutating func close(_ section: Open) {
        let inner = nodes
        nodes = section.outer
        switch section.kind {
        case UInt8(ascii: "#"): nodes.append(.section(section.name, isInverted: false, inner))
        case UInt8(ascii: "^"): nodes.append(.section(section.name, isInverted: true, inner))
        case UInt8(ascii: "<"): nodes.append(.parent(section.name, inner))
        default: nodes.append(.block(section.name, inner))
        }
    }

    // MARK: Text

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        nodes.append(.text(Array(bytes[range]), places.span(range.lowerBound, length: 0)))
    }

    /// The whole line of a tag that stands alone on it, its newline included.
    private func standaloneLine(from start: Int, to end: Int) -> Range<Int>? {
        var first = start
        while first > position, Self.isBlank(bytes[first - 1]) { first -= 1 }
        guard first == 0 || bytes[first - 1] == UInt8(ascii: "\n") else { return nil }
        var last = end
        while last < bytes.count, Self.isBlank(bytes[last]) || bytes[last] == UInt8(ascii: "\r") { last += 1 }
        if last == bytes.count { return first..<last }
        return bytes[last] == UInt8(ascii: "\n") ? first..<(last + 1) : nil
    }

    private func find(_ text: String, from start: Int) -> Int? {
        let sought = Array(text.utf8)
        guard start + sought.count <= bytes.count else { return nil }
        return (start...(bytes.count - sought.count)).first { bytes[$0..<($0 + sought.count)].elementsEqual(sought) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    /// Letters, digits and hyphens, joined by dots; slashes in the names of files.
    private static func isName(_ text: String, isFile: Bool) -> Bool {
        let parts = text.split(separator: isFile ? "/" : ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
                }
        }
    }
}
