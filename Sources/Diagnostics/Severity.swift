/// How much a finding about the content weighs.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Odd, but real sources contain it; the site is built.
    case warning
    /// The site cannot be built truthfully; nothing is published.
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    /// As reports for people call it.
    public func word(_ language: Language) -> String {
        switch (self, language) {
        case (.error, .vietnamese): "lỗi"
        case (.warning, .vietnamese): "cảnh báo"
        case (.note, .vietnamese): "ghi chú"
        case (_, .english): rawValue
        }
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
