import Diagnostics
import VietnameseText

/// Reads `severities:` of `site.yml`: a weight for each code named.
enum SeverityParser {
    static func read(_ fields: inout FieldReader) -> SeverityRules? {
        var rules = SeverityRules()
        for code in fields.keys {
            let choice = fields.choice(code, SeverityChoice.self)
            guard let kind = DiagnosticKind.all.first(where: { $0.code == code }) else {
                let known = DiagnosticKind.all.map(\.code)
                fields.report(
                    Diagnostic(
                        .unknownCode, at: fields.span(ofKey: code), code,
                        suggestion: Spelling.nearest(code, among: known)))
                continue
            }
            if let choice, !rules.set(kind, choice) {
                fields.report(Diagnostic(.guardedSeverity, at: fields.span(ofKey: code), code, choice.rawValue))
            }
        }
        return rules
    }
}
