import Diagnostics
import Records

/// Which field of a record a diagnostic is about, such as `relations[1].target`, so that it can stand beside it.
enum DiagnosticField {
    /// Nil where it is about the text, or about the whole record.
    static func of(_ diagnostic: Diagnostic, in record: Record) -> String? {
        let place = diagnostic.span
        guard place.file == record.path, place.line < record.body.firstLine else { return nil }
        // What is missing or unknown stands nowhere; its message names it.
        let named: Set<DiagnosticKind> = [.missingKey, .unknownKey, .emptyValue, .keyNotForKind]
        if named.contains(diagnostic.kind), let key = diagnostic.arguments.first { return key }
        if diagnostic.kind == .missingIssueDate { return "issued" }
        var best: (key: String, span: SourceSpan)?
        for (key, span) in record.spans where (span.line, span.column) <= (place.line, place.column) {
            guard let known = best else {
                best = (key, span)
                continue
            }
            let isNearer = (known.span.line, known.span.column) < (span.line, span.column)
            // A list and its first value begin at one place: the value is meant.
            let isInner =
                (known.span.line, known.span.column) == (span.line, span.column) && key.count > known.key.count
            if isNearer || isInner { best = (key, span) }
        }
        return best?.key
    }
}
