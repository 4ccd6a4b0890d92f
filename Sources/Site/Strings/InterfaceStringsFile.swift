import Diagnostics

/// One interface string in both languages, and where it stands.
struct InterfaceString: Sendable {
    var key: String
    var text: BilingualText
    /// English for exactly one; Vietnamese nouns have no plural.
    var englishOne: String?
    var span: SourceSpan

    /// Strings of this prefix go to the browser, for the search page.
    var isForClient: Bool { key.hasPrefix(ClientStrings.prefix) }
}

/// Reads `strings.ini`: sections `[key]` with `vi = …`, `en = …` and, for counts, `en.one = …`; `#` begins a comment line.
enum InterfaceStringsFile {
    private struct Section {
        var key: String
        var span: SourceSpan
        var values: [String: String] = [:]
    }

    static func parse(file: String, bytes: [UInt8]) -> (strings: [InterfaceString], diagnostics: [Diagnostic]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return ([], [Diagnostic(.undecodableTemplate, at: SourceSpan(file: file))])
        }
        var sections: [Section] = []
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            let line = line.trimmingBlanks()
            let span = SourceSpan(file: file, line: index + 1, column: 1, length: line.unicodeScalars.count)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                let key = String(line.dropFirst().dropLast())
                if !seen.insert(key).inserted || key.isEmpty {
                    diagnostics.append(Diagnostic(.malformedStrings, at: span, String(line)))
                }
                sections.append(Section(key: key, span: span))
            } else if let sign = line.firstIndex(of: "="), !sections.isEmpty {
                let name = String(line[..<sign].trimmingBlanks())
                let value = String(line[line.index(after: sign)...].trimmingBlanks())
                let isNew = sections[sections.count - 1].values.updateValue(value, forKey: name) == nil
                if !["vi", "en", "en.one"].contains(name) || !isNew {
                    diagnostics.append(Diagnostic(.malformedStrings, at: span, String(line)))
                }
            } else {
                diagnostics.append(Diagnostic(.malformedStrings, at: span, String(line)))
            }
        }
        let strings = sections.map { section in
            for language in ["vi", "en"] where section.values[language, default: ""].isEmpty {
                diagnostics.append(Diagnostic(.untranslatedString, at: section.span, section.key, language))
            }
            return InterfaceString(
                key: section.key,
                text: BilingualText(vi: section.values["vi"] ?? "", en: section.values["en"] ?? ""),
                englishOne: section.values["en.one"], span: section.span)
        }
        return (strings, diagnostics)
    }
}

extension Substring {
    fileprivate func trimmingBlanks() -> Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
