import Citations
import Diagnostics

/// What is left around a number when it is copied out of a document: “Số:”, a full stop, blanks about the hyphen.
public enum NumberHygiene {
    /// The number alone; nil when it is that already, or when it is no better read without what surrounds it.
    public static func cleaned(_ printed: String, _ grammar: NumberGrammar) -> String? {
        var text = printed[...]
        for word in ["Số hiệu", "số hiệu", "Số", "số", "SỐ"] where text.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            guard let next = rest.first, !next.isLetter else { continue }
            text = rest
            break
        }
        while let first = text.first, " :.,;\u{A0}".contains(first) { text = text.dropFirst() }
        while let last = text.last, " :.,;\u{A0}".contains(last) { text = text.dropLast() }
        var kept = ""
        for character in text where !" \u{A0}\t".contains(character) { kept.append(character) }
        guard kept != printed, !kept.isEmpty, grammar.parse(kept) != nil else { return nil }
        return kept
    }
}
