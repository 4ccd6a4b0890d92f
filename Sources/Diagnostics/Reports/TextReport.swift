/// Sets diagnostics for people: place first, so that editors make it a link; then the line itself with the place
/// underlined, and what to do.
public struct TextReport: Sendable {
    private let language: Language
    private let usesColour: Bool
    /// The text of a line of a source file, when it can still be read.
    private let line: @Sendable (_ file: String, _ line: Int) -> String?
    /// How a file is called on the command line.
    private let displayPath: @Sendable (_ file: String) -> String

    public init(
        language: Language, usesColour: Bool = false,
        displayPath: @escaping @Sendable (String) -> String = { $0 },
        line: @escaping @Sendable (String, Int) -> String? = { _, _ in nil }
    ) {
        self.language = language
        self.usesColour = usesColour
        self.displayPath = displayPath
        self.line = line
    }

    /// One diagnostic, on as many lines as it needs, ending with a line end. `place` is where editors find it, when the
    /// file counts otherwise than the text as read.
    public func text(of diagnostic: Diagnostic, at place: SourceSpan? = nil) -> String {
        let span = diagnostic.span
        let severity = diagnostic.severity
        var text = paint(
            "\(VisibleText.of(displayPath(span.file))):\(span.line):\(place?.column ?? span.column): ", "1")
        text += paint(severity.word(language), Self.colour(severity))
        text += paint(" \(diagnostic.kind.code): \(VisibleText.of(diagnostic.message(language)))\n", "1")
        if diagnostic.kind.quotesSource, let source = line(span.file, span.line), !source.isEmpty {
            let excerpt = SourceExcerpt(source, column: span.column, length: span.length)
            let number = String(span.line)
            let margin = String(repeating: " ", count: number.count)
            text += paint(" \(number) | ", "34") + "\(excerpt.line)\n"
            text += paint(" \(margin) | ", "34") + paint(excerpt.underline, Self.colour(severity)) + "\n"
        }
        let hint = VisibleText.of(diagnostic.hint(language))
        if !hint.isEmpty { text += paint("   = ", "34") + "\(hint)\n" }
        return text
    }

    /// One line for findings that were not given each: `… 12 TC801`.
    public func text(ofOmitted count: Int, _ kind: DiagnosticKind, _ severity: Severity) -> String {
        let words =
            language == .vietnamese
            ? "… và \(count) \(severity.word(language)) \(kind.code) nữa; thêm --all để xem hết"
            : "… and \(count) more of \(severity.word(language)) \(kind.code); --all shows them"
        return paint(words, Self.colour(severity)) + "\n"
    }

    private static func colour(_ severity: Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        }
    }

    /// Select Graphic Rendition of ECMA-48.
    private func paint(_ text: String, _ rendition: String) -> String {
        usesColour ? "\u{1B}[\(rendition)m\(text)\u{1B}[0m" : text
    }
}
