/// Provisions as editors write them: “Điều 5”, “Việc 1”.
enum ProvisionWords {
    /// A number stays on the line of the word before it, also in a narrow column.
    static func kept(_ provision: String) -> String {
        var kept = ""
        var isBlank = false
        for scalar in provision.unicodeScalars {
            if isBlank { kept.unicodeScalars.append(("0"..."9").contains(scalar) ? "\u{A0}" : " ") }
            isBlank = scalar == " "
            if !isBlank { kept.unicodeScalars.append(scalar) }
        }
        return kept
    }
}
