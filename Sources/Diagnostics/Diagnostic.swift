/// A finding about the content: what, where and how to mend it. An error only where it stands in for a value that could not be read.
public struct Diagnostic: Error, Sendable, Hashable {
    public var kind: DiagnosticKind
    /// Weight; that of the kind unless `site.yml` says otherwise.
    public var severity: Severity
    public var span: SourceSpan
    /// What fills `{0}`, `{1}`, … in the kind's message and hint.
    public var arguments: [String]
    /// The spelling that was probably meant, when one is near.
    public var suggestion: String?
    /// Ids of the editions that it is about; empty when it is about all of them.
    public var editions: [String] = []

    public init(_ kind: DiagnosticKind, at span: SourceSpan, _ arguments: String..., suggestion: String? = nil) {
        self.kind = kind
        self.severity = kind.severity
        self.span = span
        self.arguments = arguments
        self.suggestion = suggestion
    }

    public func message(_ language: Language) -> String {
        let message = fill(kind.message[language])
        guard !editions.isEmpty else { return message }
        let names = editions.joined(separator: ", ")
        return message + (language == .vietnamese ? " (trong ấn bản \(names))" : " (in edition \(names))")
    }

    public func hint(_ language: Language) -> String {
        let hint = fill(kind.hint[language])
        guard let suggestion else { return hint }
        let meant = language == .vietnamese ? "có phải là “\(suggestion)”?" : "did you mean “\(suggestion)”?"
        return hint.isEmpty ? meant : "\(meant) \(hint)"
    }

    private func fill(_ template: String) -> String {
        var filled = template
        for (index, argument) in arguments.enumerated() {
            filled = filled.split(separator: "{\(index)}", omittingEmptySubsequences: false).joined(separator: argument)
        }
        return filled
    }
}

extension Sequence where Element == Diagnostic {
    /// Source order, so that a report never depends on timing; repeated findings are given once.
    public func inSourceOrder() -> [Diagnostic] {
        var seen = Set<Diagnostic>()
        return filter { seen.insert($0).inserted }.sorted {
            if $0.span != $1.span { return $0.span < $1.span }
            if $0.kind.code != $1.kind.code { return $0.kind.code < $1.kind.code }
            return $0.arguments.lexicographicallyPrecedes($1.arguments)
        }
    }

    public var hasErrors: Bool { contains { $0.severity == .error } }
}
