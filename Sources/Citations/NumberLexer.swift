import VietnameseText

/// What stands between two tokens.
enum NumberGap: Sendable {
    case none, space, hyphen, slash, dot, underscore, colon, other

    /// Joins the parts of a number on paper.
    var joins: Bool { self == .hyphen || self == .slash }
    /// Joins them somewhere: `_` in file names, `.` in careless typing.
    var joinsAnywhere: Bool { joins || self == .underscore || self == .dot }
}

/// A run of digits or of Latin letters.
struct NumberToken: Sendable {
    /// As typed, with look-alikes of Đ mapped.
    var text: String
    /// Folded letters, or the digits.
    var folded: String
    var isDigits: Bool
    /// What stands before it.
    var gap: NumberGap
    /// Whether spaces stand round that sign.
    var isSpaced: Bool
    /// A single letter, or letters that dots have joined so far.
    var isInitials: Bool

    /// The value of a run of digits; nil when it is longer than any real number.
    var number: Int? { isDigits && folded.utf8.count <= 9 ? Int(folded) : nil }
    var isYear: Bool { isDigits && folded.utf8.count == 4 && (1900...2100).contains(number ?? 0) }
    /// `b` in `35b/NQ-UBTVQH9`, `a` in `30a/2008/NQ-CP`.
    var isSequenceLetter: Bool { !isDigits && gap == .none && ["a", "b", "c", "d"].contains(folded) }
    var startsWithCapital: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
}

/// Cuts text into runs of digits and letters, and tells what joins them.
enum NumberLexer {
    /// Tokens of a text, and what follows the last one.
    static func lex(_ text: String, limit: Int = 2_000) -> (tokens: [NumberToken], trailing: NumberGap) {
        var tokens: [NumberToken] = []
        var gap = NumberGap.none
        var isSpaced = false
        var run = String.UnicodeScalarView()
        var runIsDigits = false

        func close() {
            guard !run.isEmpty else { return }
            let text = String(run)
            let folded = runIsDigits ? text : CodeBook.letters(text)
            if let last = tokens.last, !runIsDigits, gap == .dot, last.isInitials, text.unicodeScalars.count == 1 {
                // T.Ư and B.T.G: initials with dots are one group.
                tokens[tokens.count - 1].text = last.text + text
                tokens[tokens.count - 1].folded = CodeBook.letters(tokens[tokens.count - 1].text)
            } else {
                tokens.append(
                    NumberToken(
                        text: text, folded: folded, isDigits: runIsDigits, gap: gap, isSpaced: isSpaced,
                        isInitials: !runIsDigits && text.unicodeScalars.count == 1))
            }
            run = String.UnicodeScalarView()
            (gap, isSpaced) = (.none, false)
        }

        for scalar in Normalization.nfc(text).unicodeScalars.prefix(limit) {
            guard let scalar = unified(scalar) else { continue }
            switch kind(scalar) {
            case .digit:
                if !run.isEmpty, !runIsDigits { close() }
                runIsDigits = true
                run.append(scalar)
            case .letter:
                if !run.isEmpty, runIsDigits { close() }
                runIsDigits = false
                run.append(scalar)
            case .sign(let sign):
                // BNN&PTNT is one organ.
                if scalar == "&", !run.isEmpty, !runIsDigits {
                    run.append(scalar)
                    continue
                }
                close()
                if sign == .space { isSpaced = true }
                gap = merged(gap, sign, isSpaced)
            }
        }
        close()
        return (tokens, gap)
    }

    private enum Kind {
        case digit, letter
        case sign(NumberGap)
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar {
        case "0"..."9": return .digit
        case "a"..."z", "A"..."Z": return .letter
        case "-": return .sign(.hyphen)
        case "/": return .sign(.slash)
        case ".": return .sign(.dot)
        case "_": return .sign(.underscore)
        case ":": return .sign(.colon)
        case " ", "\t", "\n", "\r": return .sign(.space)
        default:
            guard scalar.value >= 0xC0, scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value),
                scalar.properties.isAlphabetic
            else { return .sign(.other) }
            return .letter
        }
    }

    /// A space beside a sign leaves the sign; a full stop before a space ends a sentence.
    private static func merged(_ gap: NumberGap, _ sign: NumberGap, _ isSpaced: Bool) -> NumberGap {
        if gap == .none { return sign }
        if gap == .dot || sign == .dot { return .other }
        if sign == .space || gap == sign { return gap }
        return gap == .space ? sign : .other
    }

    /// One sign for each of the many that look like it; nil for what is not seen at all.
    private static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xD0, 0x189: return "Đ"
        case 0xF0, 0x256: return "đ"
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return "-"
        case 0x2044, 0x2215, 0x5C: return "/"
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return " "
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return nil
        case 0xFF01...0xFF5E: return unified(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        default: return scalar
        }
    }
}
