/// One kind of finding about the content: its stable code, its usual weight and its words in both languages.
///
/// In `message` and `hint`, `{0}`, `{1}`, … stand for the arguments of the diagnostic. Codes are never reused:
/// TC0xx files and encoding, TC1xx front matter, TC2xx configuration and vocabulary, TC3xx identity and relations,
/// TC4xx Markdown, links and attachments, TC5xx templates and assets, TC6xx editions and gates, TC7xx aggregated findings,
/// TC8xx upkeep of the collection. Each also has an `Explanation`.
public struct DiagnosticKind: Sendable, Hashable {
    public var code: String
    public var severity: Severity
    /// What is wrong.
    public var message: BilingualText
    /// What to do about it.
    public var hint: BilingualText
    /// Whether a report may show the source line: not where the line itself is what must not be spread.
    public var quotesSource: Bool

    public init(
        _ code: String, _ severity: Severity, quotesSource: Bool = true, message: BilingualText, hint: BilingualText
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.hint = hint
        self.quotesSource = quotesSource
    }
}

/// A sentence in the two languages of the interface.
public struct BilingualText: Sendable, Hashable {
    public var vi: String
    public var en: String

    public init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    public subscript(_ language: Language) -> String {
        switch language {
        case .vietnamese: vi
        case .english: en
        }
    }
}

/// The languages that the tool speaks.
public enum Language: String, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
}
