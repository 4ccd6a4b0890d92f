/// Provisions as an editor writes them in a field: “Điều 5 khoản 2”, “khoản 2 Điều 5”, “Điều 5 và Điều 7”, “II.1”.
public enum WrittenProvision {
    /// The provisions named; empty when the text names none.
    public static func read(_ text: String) -> [ProvisionReference] {
        let found = references(text)
        // Party texts number “II.1”: a section that needs no word.
        return found.isEmpty ? references("Mục " + text) : found
    }

    private static func references(_ text: String) -> [ProvisionReference] {
        Array(text.utf8).withUnsafeBufferPointer { buffer in
            PlainText.with(buffer) { text, _ in ProvisionPhrase.references(in: text) } ?? []
        }
    }
}
