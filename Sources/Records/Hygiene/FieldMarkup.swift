/// Finds Markdown and HTML in a field, where both are shown as they are typed.
enum FieldMarkup {
    /// The first piece of markup, nil when there is none.
    static func find(in text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { "*]<&`".utf8.contains($0) }) else { return nil }
        for pattern in [
            /\*\*[^*\s][^*]*\*\*/, /\]\([^()\s]+\)/, /<\/?(?:b|i|u|em|strong|br|p|sup|sub|span|a|font)\b[^<>]*>/,
        ] {
            if let match = text.firstMatch(of: pattern) { return String(match.output) }
        }
        if let match = text.firstMatch(of: /&(?:nbsp|amp|lt|gt|quot|#[0-9]+|#x[0-9a-fA-F]+);/) {
            return String(match.output)
        }
        return nil
    }
}
