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

    /// One diagnostic, on as many lines as it needs, ending with a line end.
    public func text(of diagnostic: Diagnostic) -> String {
        let span = diagnostic.span
        var text = "\(displayPath(span.file)):\(span.line):\(span.column): "
        text += paint(word(diagnostic.severity), diagnostic.severity)
        text += " \(diagnostic.kind.code): \(diagnostic.message(language))\n"
        if let source = line(span.file, span.line), !source.isEmpty {
            let number = String(span.line)
            let margin = String(repeating: " ", count: number.count)
            text += " \(number) | \(Self.printable(source))\n"
            text += " \(margin) | \(Self.underline(source, column: span.column, length: span.length))\n"
        }
        let hint = diagnostic.hint(language)
        if !hint.isEmpty { text += "   = \(hint)\n" }
        return text
    }

    private func word(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .vietnamese): "lỗi"
        case (.warning, .vietnamese): "cảnh báo"
        case (.note, .vietnamese): "ghi chú"
        case (_, .english): severity.rawValue
        }
    }

    private func paint(_ text: String, _ severity: Severity) -> String {
        guard usesColour else { return text }
        let colour =
            switch severity {
            case .error: "31"
            case .warning: "33"
            case .note: "36"
            }
        return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
    }

    /// Control characters of the source would upset a terminal.
    private static func printable(_ line: String) -> String {
        String(String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }

    /// Blanks as wide as what stands before the place, then a caret for every column of it.
    private static func underline(_ line: String, column: Int, length: Int) -> String {
        let scalars = Array(line.unicodeScalars)
        let before = scalars.prefix(max(0, column - 1)).reduce(0) { $0 + width($1) }
        let marked = scalars.dropFirst(max(0, column - 1)).prefix(max(1, length)).reduce(0) { $0 + width($1) }
        return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
    }

    /// Columns of a terminal: none for combining marks, two for wide East Asian characters (UAX #11, coarsely).
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
