/// Diagnostics as workflow commands, which GitHub's runner shows beside the lines of a change.
public enum GitHubReport {
    /// One line for every diagnostic: `::error file=…,line=…,col=…,endColumn=…,title=…::message`.
    public static func text(
        of diagnostics: [Diagnostic], language: Language, displayPath: (String) -> String
    ) -> String {
        diagnostics.map { diagnostic in
            let span = diagnostic.span
            var properties = [
                "file=" + escaped(displayPath(span.file), inProperty: true), "line=\(span.line)", "col=\(span.column)",
            ]
            if span.length > 0 { properties.append("endColumn=\(span.column + span.length)") }
            properties.append("title=\(diagnostic.kind.code)")
            let words = [diagnostic.message(language) + ".", diagnostic.hint(language)]
                .filter { !$0.isEmpty }.joined(separator: " ")
            let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
            return "::\(command) \(properties.joined(separator: ","))::\(escaped(words, inProperty: false))\n"
        }.joined()
    }

    /// The runner's own escapes: of what ends a command everywhere, of what parts properties within them.
    private static func escaped(_ text: String, inProperty: Bool) -> String {
        var escaped = ""
        // Logs are read in terminals, too. Line ends have an escape of their own.
        for scalar in VisibleText.of(text, keepingLines: true).unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where inProperty: escaped += "%3A"
            case "," where inProperty: escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
