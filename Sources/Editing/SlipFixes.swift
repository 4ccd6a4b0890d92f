import Diagnostics

/// Mends slips of typing that have one right answer: what keeps YAML from being read, links with blanks, addresses.
enum SlipFixes {
    /// Edits to a file's text as the reader sees it.
    static func edits(for diagnostics: [Diagnostic], in bytes: [UInt8]) -> [TextEdit] {
        let lines = LineTable(bytes)
        return diagnostics.compactMap { diagnostic in
            let span = diagnostic.span
            if diagnostic.kind == .blankBeforeFrontMatter {
                let end = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A } ?? 0
                return TextEdit(range: 0..<end, replacement: [])
            }
            guard let range = lines.range(line: span.line, column: span.column, length: span.length), !range.isEmpty
            else { return nil }
            return edit(for: diagnostic, range, Array(bytes[range]))
        }
    }

    private static func edit(for diagnostic: Diagnostic, _ range: Range<Int>, _ written: [UInt8]) -> TextEdit? {
        switch diagnostic.kind {
        case .yamlTab:
            return TextEdit(range: range, replacement: written.flatMap { $0 == 0x09 ? [0x20, 0x20] : [$0] })
        case .yamlMissingBlank:
            return TextEdit(range: range.upperBound..<range.upperBound, replacement: [0x20])
        case .yamlDashWithoutBlank: return TextEdit(range: range, replacement: Array("- ".utf8))
        case .yamlUnknownEscape: return TextEdit(range: range, replacement: Array("\\\\".utf8))
        case .yamlColonInValue: return TextEdit(range: range, replacement: quoted(written))
        case .yamlExcessBracket: return TextEdit(range: range, replacement: [])
        case .yamlReservedStart
        where isText(diagnostic.arguments.first ?? "", beginning: diagnostic.arguments.last ?? ""):
            return TextEdit(range: range, replacement: quoted(written))
        case .wrongAddress:
            guard let suggestion = diagnostic.suggestion, let address = diagnostic.arguments.last,
                let start = written.firstRange(of: Array(address.utf8))
            else { return nil }
            let place = (range.lowerBound + start.lowerBound)..<(range.lowerBound + start.upperBound)
            return TextEdit(range: place, replacement: Array(suggestion.utf8))
        case .headingWithoutBlank:
            return TextEdit(range: range.upperBound..<range.upperBound, replacement: [0x20])
        case .textJoinsTable:
            return TextEdit(range: range.lowerBound..<range.lowerBound, replacement: [0x0A])
        case .literalLink, .literalEmphasis:
            guard let suggestion = diagnostic.suggestion else { return nil }
            return TextEdit(range: range, replacement: Array(suggestion.utf8))
        case .networkAddress, .brokenLink, .missingAttachment, .missingImage, .unknownVocabularyID:
            guard let suggestion = diagnostic.suggestion, let address = diagnostic.arguments.first,
                diagnostic.kind != .unknownVocabularyID || suggestion.hasPrefix("["),
                written.elementsEqual(address.utf8)
            else { return nil }
            return TextEdit(range: range, replacement: Array(suggestion.utf8))
        default: return nil
        }
    }

    /// Whether a value that begins with a sign of YAML's own was meant as a text. In brackets, a field may as well have been
    /// meant as a list; an item of a list was not.
    private static func isText(_ key: String, beginning sign: String) -> Bool {
        switch sign {
        case "|", ">": false
        case "[", "{": texts.contains(key) || key == "-"
        default: true
        }
    }

    /// Keys whose values are one text.
    private static let texts: Set<String> = [
        "title", "summary", "note", "place", "number", "term", "question", "task", "change", "reason", "name",
        "position",
        "seen-in", "description",
    ]

    /// In double quotes, with what would end or escape them escaped.
    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        let inner = text.flatMap { "\"\\".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
        return Array("\"".utf8) + inner + Array("\"".utf8)
    }
}
