import Records
import VietnameseText

/// How texts and other single values are written as YAML.
enum ScalarWriting {
    /// A single value on one line. A text keeps the style that is asked for where that says the same, else it stands in double
    /// quotes.
    static func inline(_ value: FieldValue, style: YAMLStyle, inFlow: Bool) -> String {
        switch value {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .number(let number): number
        case .string(let text): string(text, style: style, inFlow: inFlow)
        case .list, .mapping: ""
        }
    }

    static func string(_ text: String, style: YAMLStyle, inFlow: Bool) -> String {
        switch style {
        case .plain where canBePlain(text, inFlow: inFlow): text
        case .singleQuoted where canBeSingleQuoted(text): singleQuoted(text)
        default: doubleQuoted(text)
        }
    }

    static func key(_ name: String, inFlow: Bool) -> String {
        canBePlain(name, inFlow: inFlow) && !name.unicodeScalars.contains(":") ? name : doubleQuoted(name)
    }

    // MARK: Plain

    /// Whether a text without quotes is read as itself, also by readers of YAML 1.1, for which `no` and `1_000` are no texts.
    /// Days are texts here, as everywhere in records.
    static func canBePlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        guard isPlainStart(first) || isDate(text), last != " ", last != ":", !isWord(text) else { return false }
        guard isDate(text) || !looksLikeNumber(text) else { return false }
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            guard isPrintable(scalar), scalar != "\t" else { return false }
            switch scalar {
            case "#" where before == " ", " " where before == ":": return false
            case ",", "[", "]", "{", "}", "?", ":": if inFlow { return false }
            default: break
            }
            before = scalar
        }
        return true
    }

    private static func isPlainStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "“‘(/§".unicodeScalars.contains(scalar)
    }

    /// A day or month as records have it; a year alone is a number.
    private static func isDate(_ text: String) -> Bool { text.contains("-") && PartialDate(iso: text) != nil }

    /// What some reader takes for nothing, true or false.
    private static func isWord(_ text: String) -> Bool {
        text.utf8.count <= 5
            && ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    }

    /// Anything that begins with a figure and holds only what numbers, days and times are written with in some version of YAML.
    private static func looksLikeNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
            default: "_.,:+-xXoOtTzZ ".utf8.contains(byte)
            }
        }
    }

    // MARK: Quoted

    private static func canBeSingleQuoted(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { isPrintable($0) && $0 != "\t" }
    }

    private static func singleQuoted(_ text: String) -> String {
        // By scalars: an apostrophe with a combining mark is one character.
        "'" + text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
    }

    static func doubleQuoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
            default: quoted += escaped(scalar)
            }
        }
        return quoted + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (sign, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x1_0000 ? ("u", 4) : ("U", 8)
        return "\\\(sign)" + String(repeating: "0", count: width - digits.count) + digits
    }

    /// Whether a sign may stand in YAML as itself and ends no line.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...0x10_FFFF:
            true
        default: false
        }
    }
}
