/// Lines that begin with the label of a clause, point or bullet.
public enum LabelledLine {
    public static func begins(_ text: String) -> Bool {
        guard let first = text.first else { return false }
        if "-–+•*".contains(first) { return true }
        let label = text.prefix { $0.isLetter || $0.isNumber || $0 == "." }
        guard !label.isEmpty, label.endIndex < text.endIndex else {
            return !label.isEmpty && label.hasSuffix(".") && first.isNumber
        }
        let next = text[label.endIndex]
        if first.isASCII, first.isNumber {
            guard label.count <= 10 else { return false }
            return label.hasSuffix(".") || label.contains(".") && next == " " || ")-–/".contains(next)
        }
        guard first.isLowercase, label.count <= 4 else { return false }
        return next == ")" || (label.count == 2 && label.hasSuffix(".") && next == " ")
            || (next == "/" && label.count == 1)
    }

    /// “- a) …” is point a, as converters of Word files write it; “1 . …” is clause 1.
    public static func normalised(_ markdown: String) -> String {
        if markdown.hasPrefix("- ") {
            let rest = markdown.dropFirst(2)
            let label = rest.prefix { $0.isLetter }
            if (1...2).contains(label.count), label.allSatisfy(\.isLowercase),
                rest.dropFirst(label.count).hasPrefix(") ")
            {
                return String(rest)
            }
        }
        let digits = markdown.prefix { $0.isASCII && $0.isNumber }
        if (1...3).contains(digits.count), markdown.dropFirst(digits.count).hasPrefix(" . ") {
            return digits + ". " + markdown.dropFirst(digits.count + 3)
        }
        return markdown
    }
}
