import Catalogue
import Diagnostics
import Records
import VietnameseText

/// Which record a link that leads nowhere probably meant: one with a name near by, or the same name in another folder.
struct LinkSuggestions: Sendable {
    private let paths: [String: String]
    private let names: [String]
    private let ids: [String]
    /// Files below `attachments/` by their name in small letters, without folders.
    private let files: [String: String]

    static let kinds: Set<DiagnosticKind> = [.brokenLink, .missingAttachment, .missingImage]

    /// Only records of the catalogue and files of the edition are suggested: its readers may see no others.
    init(_ catalogue: Catalogue, attachments: Set<String>) {
        files = Dictionary(
            attachments.sorted().map { (Self.fileName($0), $0) }, uniquingKeysWith: { first, _ in first })
        let records = catalogue.records
        paths = Dictionary(records.map { ($0.fileName, $0.path) }, uniquingKeysWith: { first, _ in first })
        names = records.map(\.fileName)
        ids = records.map(\.id)
    }

    /// The finding with a suggestion, written as the link would have to be.
    func completed(_ diagnostic: Diagnostic) -> Diagnostic {
        guard Self.kinds.contains(diagnostic.kind), diagnostic.suggestion == nil,
            let written = diagnostic.arguments.first
        else {
            return diagnostic
        }
        var completed = diagnostic
        if let file = files[Self.fileName(written)] {
            completed.suggestion = Self.relative("attachments/" + file, from: diagnostic.span.file)
        } else if diagnostic.kind == .brokenLink {
            completed.suggestion = suggestion(for: written, in: diagnostic.span.file)
        }
        return completed
    }

    private func suggestion(for written: String, in file: String) -> String? {
        let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let path = parts.first, !path.isEmpty else { return nil }
        let anchor = parts.count > 1 ? "#\(parts[1])" : ""
        if path.hasPrefix("id:") {
            return Spelling.nearest(String(path.dropFirst(3)), among: ids).map { "id:\($0)\(anchor)" }
        }
        let last = path.split(separator: "/").last ?? ""
        let name = String(last.hasSuffix(".md") ? last.dropLast(3) : last)
        guard let near = Spelling.nearest(name, among: names), let target = paths[near] else { return nil }
        return Self.relative(target, from: file) + anchor
    }

    private static func fileName(_ path: String) -> String { (path.split(separator: "/").last ?? "").lowercased() }

    /// The path of one file of the content folder as seen from another.
    private static func relative(_ target: String, from file: String) -> String {
        var to = target.split(separator: "/")[...]
        var from = file.split(separator: "/").dropLast()[...]
        while to.count > 1, let a = to.first, let b = from.first, a == b {
            to = to.dropFirst()
            from = from.dropFirst()
        }
        return String(repeating: "../", count: from.count) + to.joined(separator: "/")
    }
}
