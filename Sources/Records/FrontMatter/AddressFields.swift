import Diagnostics
import Encodings

extension FieldReader {
    /// A field that holds the address of a page. What no page can link to would vanish from the record's page, so it is
    /// an error.
    mutating func webAddress(_ key: String) -> String? {
        guard let placed = placedString(key) else { return nil }
        if placed.text.hasPrefix("//") {
            report(Diagnostic(.networkAddress, at: placed.span, placed.text, suggestion: "https:" + placed.text))
        } else if !WebAddressSpelling.isWhole(placed.text) {
            reportAddress(placed, key)
        }
        return placed.text
    }

    /// A field that says what shows something: an address, or the title of what was seen. Nil where it says that there is
    /// nothing.
    mutating func evidence(_ key: String) -> String? {
        guard let placed = placedString(key) else { return nil }
        if EmptyWords.isOne(placed.text) {
            report(Diagnostic(.saysNoSource, at: placed.span, prefix + key, placed.text))
            return nil
        }
        // A title may begin like an address: “Docx.com.vn: bản hợp nhất”.
        if !placed.text.contains(" "), WebAddressSpelling.mended(placed.text) != nil { reportAddress(placed, key) }
        return placed.text
    }

    private mutating func reportAddress(_ placed: PlacedText, _ key: String) {
        report(
            Diagnostic(
                .wrongAddress, at: placed.span, prefix + key, placed.text,
                suggestion: WebAddressSpelling.mended(placed.text)))
    }
}
