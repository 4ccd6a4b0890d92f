/// What an editor can make of a kind of finding in `site.yml`.
public enum SeverityChoice: String, Sendable, CaseIterable {
    case error, warning, note, off

    /// Nil for `off`.
    public var severity: Severity? { Severity(rawValue: rawValue) }
}

/// The weights that `severities:` of `site.yml` gives, by code.
public struct SeverityRules: Sendable, Hashable {
    public private(set) var choices: [String: SeverityChoice] = [:]

    public init() {}

    /// Sets a code's weight; false when the code's error guards what must not give way.
    public mutating func set(_ kind: DiagnosticKind, _ choice: SeverityChoice) -> Bool {
        guard choice == .error || kind.mayBeLowered else { return false }
        choices[kind.code] = choice
        return true
    }

    /// The findings with their weights as chosen, without those that are switched off.
    public func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !choices.isEmpty else { return diagnostics }
        return diagnostics.compactMap { diagnostic in
            guard let choice = choices[diagnostic.kind.code] else { return diagnostic }
            guard let severity = choice.severity else { return nil }
            var weighed = diagnostic
            weighed.severity = severity
            return weighed
        }
    }
}

extension DiagnosticKind {
    /// Errors stand for truth and secrecy, and stay errors. Of them only what leaves a gap that readers see, a link or an
    /// image that leads nowhere, is the editor's to weigh.
    public var mayBeLowered: Bool {
        severity != .error || [.brokenLink, .brokenAnchor, .missingImage].contains(self)
    }
}
