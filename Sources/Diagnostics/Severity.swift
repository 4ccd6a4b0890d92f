/// How much a finding about the content weighs.
public enum Severity: String, Sendable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Odd, but real sources contain it; the site is built.
    case warning
    /// The site cannot be built truthfully; nothing is published.
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
