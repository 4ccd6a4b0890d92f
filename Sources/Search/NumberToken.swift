import FoundationEssentials
import VietnameseText

/// A run of figures or of Latin letters in something typed, with what stands in front of it.
struct NumberToken: Sendable {
    /// What stands between two tokens.
    enum Gap: Sendable {
        case nothing, blank
        /// A hyphen, slash, underscore, dot or `&`, with blanks or without.
        case join
        case colon
        /// Anything else: a number ends here.
        case end

        var isInside: Bool { self == .nothing || self == .blank || self == .join }
    }

    var gap: Gap
    var word: String
    /// Lower case, look-alikes of đ as đ.
    var exact: String
    /// Folded, runs of d as one: NDD and BGDDDT are what typing leaves of NĐ and BGDĐT.
    var plain: String
    var isFigures: Bool

    var isYear: Bool { Self.isYear(word) }

    /// Whether it begins like an abbreviation: a capital, and more.
    var looksPrinted: Bool {
        guard let first = word.unicodeScalars.first else { return false }
        return first.properties.isUppercase && word.unicodeScalars.count > 1
    }

    /// 1900 to 2100.
    static func isYear(_ word: String) -> Bool {
        word.utf8.count == 4 && Int(word).map { (1900...2100).contains($0) } ?? false
    }

    static func loose(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in Folding.fold(text).utf8 where byte != 0x64 || result.last != 0x64 { result.append(byte) }
        return String(decoding: result, as: UTF8.self)
    }

    /// Characters read of what was typed, in UTF-16 as browsers count.
    private static let longest = 2_000

    static func all(in typed: String) -> [NumberToken] {
        let short = String(decoding: Array(typed.utf16.prefix(longest)), as: UTF16.self)
        let scalars = readingTW(
            short.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !isIgnored($0.value) })
        var tokens: [NumberToken] = []
        var end = 0
        var index = 0
        while index < scalars.count {
            guard let kind = Kind(scalars[index].value) else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, Kind(scalars[index].value) == kind { index += 1 }
            let word = String(String.UnicodeScalarView(scalars[start..<index]))
            tokens.append(
                NumberToken(
                    gap: self.gap(scalars[end..<start]), word: word,
                    exact: word.lowercased().replacing("ð", with: "đ").replacing("ɖ", with: "đ"), plain: loose(word),
                    isFigures: kind == .figure))
            end = index
        }
        return tokens
    }

    private enum Kind {
        case figure, letter

        init?(_ value: UInt32) {
            switch value {
            case 0x30...0x39: self = .figure
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .letter
            default: return nil
            }
        }
    }

    private static func isIgnored(_ value: UInt32) -> Bool {
        value == 0xAD || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
    }

    /// TƯ and T.Ư are how many papers write TW; thông tư is none.
    private static func readingTW(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < scalars.count {
            let isDotted = index + 1 < scalars.count && scalars[index + 1] == "."
            let other = index + (isDotted ? 2 : 1)
            if scalars[index] == "t" || scalars[index] == "T", other < scalars.count,
                scalars[other] == "ư" || scalars[other] == "Ư", !endsInThong(scalars[..<index])
            {
                result += ["T", "W"]
                index = other + 1
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return result
    }

    private static func endsInThong(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let word = scalars.reversed().drop(while: isBlank)
        guard word.count < scalars.count else { return false }
        let letters = String(String.UnicodeScalarView(word.prefix(5).reversed())).lowercased()
        return letters == "thông" || letters == "thong"
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace && scalar.value != 0x85
    }

    private static func gap(_ signs: ArraySlice<Unicode.Scalar>) -> Gap {
        if signs.isEmpty { return .nothing }
        let kept = signs.drop(while: isBlank).reversed().drop(while: isBlank)
        guard let first = kept.first else { return .blank }
        if signs.count == 1, first == "." { return .join }
        if kept.count == 1, first == ":" { return .colon }
        let isJoin =
            first.properties.generalCategory == .dashPunctuation
            || [0x2212, 0x2044, 0x2215, 0x2F, 0x5C, 0x5F, 0x26].contains(first.value)
        return isJoin && kept.allSatisfy { $0 == first } ? .join : .end
    }
}
