/// Text of others (names of files, words of content) as a terminal may be given it: what would move the cursor, change
/// colours, or turn the line round is written as `\u{1B}`.
public enum VisibleText {
    /// Line ends stay only where they are asked for; tabs stay.
    public static func of(_ text: String, keepingLines: Bool = false) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
        guard text.unicodeScalars.contains(where: { isHarmful($0, keepingLines) }) else { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            if isHarmful(scalar, keepingLines) {
                visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    private static func isHarmful(_ scalar: Unicode.Scalar, _ keepingLines: Bool) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0x0A: !keepingLines
        // C0, DEL and C1 controls.
        case 0x00..<0x20, 0x7F...0x9F: true
        // Line and paragraph separators; marks, embeddings, overrides and isolates of direction.
        case 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
