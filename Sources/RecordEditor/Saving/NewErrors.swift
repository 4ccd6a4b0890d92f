import Diagnostics

/// Errors that a change brings. Those that were there before block nobody.
enum NewErrors {
    static func of(_ new: [Diagnostic], since old: [Diagnostic]) -> [Diagnostic] {
        var known: [Fingerprint: Int] = [:]
        for diagnostic in old where diagnostic.severity == .error { known[Fingerprint(diagnostic), default: 0] += 1 }
        return new.filter { diagnostic in
            guard diagnostic.severity == .error else { return false }
            let print = Fingerprint(diagnostic)
            guard let count = known[print], count > 0 else { return true }
            known[print] = count - 1
            return false
        }
    }

    /// What is wrong, wherever it stands: lines move.
    private struct Fingerprint: Hashable {
        var file: String
        var code: String
        var arguments: [String]

        init(_ diagnostic: Diagnostic) {
            (file, code) = (diagnostic.span.file, diagnostic.kind.code)
            arguments = diagnostic.arguments
        }
    }
}
