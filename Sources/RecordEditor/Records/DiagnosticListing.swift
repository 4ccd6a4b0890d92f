import Diagnostics
import Encodings
import Records

/// Diagnostics for the screens: in words, with the field or the line of the text that each is about.
struct DiagnosticListing: Sendable {
    let language: Language
    /// The path of the file that is being edited.
    let path: String

    /// - Parameter record: The record that is being edited, as far as it could be read.
    func write(_ diagnostics: [Diagnostic], _ record: Record?, _ json: inout JSONText) {
        json.list(diagnostics) { json, diagnostic in
            json.object {
                $0.member("code", diagnostic.kind.code)
                $0.member("severity", diagnostic.severity.rawValue)
                $0.member("message", diagnostic.message(language))
                $0.member("hint", diagnostic.hint(language))
                $0.member("suggestion", diagnostic.suggestion)
                $0.member("value", diagnostic.arguments.first)
                guard diagnostic.span.file == path else {
                    $0.member("file", diagnostic.span.file)
                    return
                }
                $0.member("line", diagnostic.span.line)
                guard let record else { return }
                if let field = DiagnosticField.of(diagnostic, in: record) {
                    $0.member("field", field)
                } else if diagnostic.span.line >= record.body.firstLine {
                    $0.member("textLine", diagnostic.span.line - record.body.firstLine + 1)
                }
            }
        }
    }
}
