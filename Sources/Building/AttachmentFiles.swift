import Catalogue
import Diagnostics
import Markup
import Output
import Records
import VietnameseText

/// The files of `attachments/` that this build may show: those that exist and that no record withholds from the edition.
struct AttachmentFiles: Sendable {
    /// Files below `attachments/` that pages may link to, relative to it.
    let available: Set<String>
    let problems: [Diagnostic]
    private let named: Set<String>
    /// The name on the disk of a file, whose letters may be composed otherwise than in the record.
    private let listed: [String: String]

    /// A file that a record of the collection names belongs to that record's readers. One that only bodies link to has
    /// the readers of those records.
    init(of catalogue: Catalogue, in content: Content) {
        let claimed = Set(content.records.flatMap { $0.attachments.map(\.file) })
        let named = Set(catalogue.records.flatMap { $0.attachments.map(\.file) })
        available = content.attachmentFiles.subtracting(claimed.subtracting(named))
        let files = content.attachmentFiles
        // Checked for the whole collection in every edition: a file that a withheld record names under a spelling of its
        // own would otherwise not be known to be withheld.
        problems = content.records.flatMap { record in
            record.attachments.filter { !files.contains($0.file) }.map {
                Diagnostic(
                    .missingAttachment, at: record.span("attachments"), $0.file,
                    suggestion: Self.suggestion(for: $0.file, among: files))
            }
        }
        self.named = named.intersection(files)
        listed = Dictionary(files.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// `attachments/a.pdf` and `.\a.pdf` as `a.pdf`: names are relative to the folder, with `/`.
    private static func suggestion(for file: String, among files: Set<String>) -> String? {
        var name = file.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
        for start in ["./", "../", "/", "content/", "attachments/"] where name.hasPrefix(start) {
            name = String(name.dropFirst(start.count))
        }
        if files.contains(name) { return name }
        if let other = files.sorted().first(where: { $0.lowercased() == name.lowercased() }) { return other }
        return Spelling.nearest(file, among: files.sorted())
    }

    /// Files that no record names and no body links to: forgotten, or renamed.
    func orphans(linkedBy bodies: [RecordID: RenderedBody]) -> [Diagnostic] {
        let used = named.union(linked(by: bodies))
        return available.subtracting(used).sorted().map {
            Diagnostic(.orphanAttachment, at: SourceSpan(file: "attachments/\($0)"), $0)
        }
    }

    private func linked(by bodies: [RecordID: RenderedBody]) -> Set<String> {
        var files: Set<String> = []
        for body in bodies.values {
            for link in body.links {
                if case .attachment(let file, _) = link.target { files.insert(file) }
            }
        }
        return files
    }

    /// The files that the site has: what records name and what bodies link to, in order, relative to `attachments/`.
    func published(linkedBy bodies: [RecordID: RenderedBody]) -> [String] { named.union(linked(by: bodies)).sorted() }

    /// One of the published files, as it goes into the site.
    func output(_ file: String, from folder: ContentFolder) throws -> OutputFile {
        guard let bytes = try folder.read("attachments/\(listed[file] ?? file)", limit: Limits.attachmentBytes) else {
            throw ContentReadError(path: "attachments/\(file)", reason: "removed while it was being read")
        }
        return OutputFile(path: AttachmentPath.path(of: file), bytes: bytes)
    }
}
