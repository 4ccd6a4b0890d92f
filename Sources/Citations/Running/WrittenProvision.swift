/// Provisions as an editor writes them in a field: “Điều 5 khoản 2”, “khoản 2 Điều 5”, “Điều 5 và Điều 7”, “II.1”.
public enum WrittenProvision {
    /// The provisions named; empty when the text names none.
    public static func read(_ text: String) -> [ProvisionReference] {
        let found = phrases(text)
        // Party texts number “II.1”: a section that needs no word.
        return found.isEmpty ? phrases("Mục " + text) : found
    }

    private static func phrases(_ text: String) -> [ProvisionReference] {
        let parts = Array(text.utf8).withUnsafeBufferPointer { buffer -> [ProvisionReference] in
            guard let bytes = TextBytes(buffer) else { return [] }
            var found: [ProvisionReference] = []
            var index = 0
            while index < bytes.count {
                if !bytes.isAfterLetter(index), let phrase = ProvisionPhrase.read(bytes, at: index) {
                    found += phrase.parts.compactMap(\.provision)
                    index = phrase.end
                } else {
                    index += 1
                }
            }
            return found
        }
        // From large to small, “Điều 5 khoản 2” is one provision.
        let steps = parts.flatMap(\.steps)
        let isDescending = zip(steps, steps.dropFirst()).allSatisfy { $0.unit < $1.unit }
        return parts.count > 1 && isDescending ? [ProvisionReference(steps)] : parts
    }
}
