/// What plain words of YAML mean by its core schema (YAML 1.2.2, section 10.3.2).
enum CoreSchema {
    static func value(ofPlain text: String) -> FieldValue {
        switch text {
        case "", "~", "null", "Null", "NULL": .null
        case "true", "True", "TRUE": .bool(true)
        case "false", "False", "FALSE": .bool(false)
        default: isNumber(text) ? .number(text) : .string(text)
        }
    }

    static func isNumber(_ text: String) -> Bool {
        var rest = Substring(text).utf8[...]
        if rest.starts(with: "0o".utf8) { return all(rest.dropFirst(2)) { (0x30...0x37).contains($0) } }
        if rest.starts(with: "0x".utf8) {
            return all(rest.dropFirst(2)) {
                (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
            }
        }
        if [".nan", ".NaN", ".NAN"].contains(text) { return true }
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
        if [".inf", ".Inf", ".INF"].contains(String(Substring(rest))) { return true }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = rest.prefix(while: isDigit).count
            rest = rest.dropFirst(fraction)
        }
        guard !whole.isEmpty || fraction > 0 else { return false }
        guard let e = rest.first else { return true }
        guard e == UInt8(ascii: "e") || e == UInt8(ascii: "E") else { return false }
        rest = rest.dropFirst()
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
        return all(rest, isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func all(_ text: Substring.UTF8View, _ matches: (UInt8) -> Bool) -> Bool {
        !text.isEmpty && text.allSatisfy(matches)
    }
}
