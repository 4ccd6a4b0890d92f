import Diagnostics

/// The interface strings in one language.
struct InterfaceStrings: Sendable {
    let language: Language
    private let texts: [String: String]
    private let singular: [String: String]

    init(_ strings: [InterfaceString], language: Language) {
        self.language = language
        texts = Dictionary(strings.map { ($0.key, $0.text[language]) }, uniquingKeysWith: { first, _ in first })
        singular =
            language == .english
            ? Dictionary(
                strings.compactMap { string in string.englishOne.map { (string.key, $0) } },
                uniquingKeysWith: { first, _ in first })
            : [:]
    }

    var keys: [String] { texts.keys.sorted() }

    /// The string of a key that a template names.
    func text(_ key: String) -> String? { texts[key] }

    /// The string of a key that is known to be there: the set was refused otherwise.
    subscript(key: StringKey) -> String { texts[key.name] ?? key.name }

    /// The string with `{name}` filled in.
    func filled(_ key: StringKey, _ values: [String: String]) -> String { Self.filled(self[key], values) }

    private static func filled(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            result += rest[..<open]
            let name = rest.index(after: open)
            guard let close = rest[name...].utf8.firstIndex(of: UInt8(ascii: "}")),
                let value = values[String(rest[name..<close])]
            else {
                result += "{"
                rest = rest[name...]
                continue
            }
            result += value
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// “1 document”, “2 documents”: the string with `{n}` filled in, in the right number.
    func count(_ key: StringKey, _ number: Int) -> String {
        let text = number == 1 ? singular[key.name] ?? self[key] : self[key]
        return Self.filled(text, ["n": grouped(number)])
    }

    /// 1.234 in Vietnamese, 1,234 in English.
    func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        let mark: Character = language == .vietnamese ? "." : ","
        var text: [Character] = []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(mark) }
            text.append(digit)
        }
        return (number < 0 ? "−" : "") + String(text)
    }

    /// The strings for the browser, in key order: those of its own, without the prefix, and the words for statuses.
    var forClient: [(key: String, text: String, one: String?)] {
        keys.compactMap { key in
            if key.hasPrefix(ClientStrings.prefix) {
                (String(key.dropFirst(ClientStrings.prefix.count)), texts[key] ?? "", singular[key])
            } else if ClientStrings.shared.contains(key) {
                (key, texts[key] ?? "", nil)
            } else {
                nil
            }
        }
    }
}

extension InterfaceStrings {
    /// 1,3 in Vietnamese, 1.3 in English.
    func decimal(_ number: Double) -> String {
        let text = String(number)
        return language == .vietnamese
            ? text.split(separator: ".", omittingEmptySubsequences: false).joined(separator: ",") : text
    }
}
