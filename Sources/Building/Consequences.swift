import Diagnostics

/// Takes out findings that only follow from others: whoever mends one mistake should not have to read of ten.
///
/// A record whose front matter is wrong may be missing from the catalogue, or stand in it under another id. That links and
/// relations to it lead nowhere says nothing new; they are judged when the record can be read.
enum Consequences {
    static func removed(from diagnostics: [Diagnostic]) -> [Diagnostic] {
        // Ids are made of the codes of types and bodies: with these wrong, what an id leads to is not known.
        let knowsIDs = !diagnostics.contains {
            $0.severity == .error && ["vocabulary/types.yml", "vocabulary/issuers.yml"].contains($0.span.file)
        }
        let names = Set(diagnostics.lazy.filter(spoilsRecord).map { name(ofPath: $0.span.file) })
        guard !names.isEmpty || !knowsIDs else { return diagnostics }
        return diagnostics.filter { diagnostic in
            guard let target = target(of: diagnostic) else { return true }
            let isID = diagnostic.kind == .unknownRecord || diagnostic.arguments.first?.hasPrefix("id:") == true
            return !names.contains(target) && (knowsIDs || !isID)
        }
    }

    /// Errors by which a record, or its id, is lost.
    private static func spoilsRecord(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.severity == .error, diagnostic.span.file.hasSuffix(".md") else { return false }
        if [.secrecyMark, .sameKey, .sameID, .sameAddress].contains(diagnostic.kind) { return true }
        return ["TC0", "TC1", "TC2", "TC7"].contains { diagnostic.kind.code.hasPrefix($0) }
    }

    /// The record that a finding misses, by its file's name, which is its id by custom.
    private static func target(of diagnostic: Diagnostic) -> String? {
        guard let written = diagnostic.arguments.first else { return nil }
        switch diagnostic.kind {
        case .unknownRecord: return written
        case .brokenLink:
            let path = written.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? ""
            return path.hasPrefix("id:") ? String(path.dropFirst(3)) : name(ofPath: path)
        default: return nil
        }
    }

    private static func name(ofPath path: String) -> String {
        let file = path.split(separator: "/").last ?? ""
        return String(file.hasSuffix(".md") ? file.dropLast(3) : file)
    }
}
