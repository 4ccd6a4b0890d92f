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

    /// A file that a record of the collection names belongs to that record's readers. One that only bodies link to has
    /// the readers of those records.
    init(of catalogue: Catalogue, in content: Content) {
        let claimed = Set(content.records.flatMap { $0.attachments.map(\.file) })
        let named = Set(catalogue.records.flatMap { $0.attachments.map(\.file) })
        available = content.attachmentFiles.subtracting(claimed.subtracting(named))
        let files = content.attachmentFiles
        problems = catalogue.records.flatMap { record in
            record.attachments.filter { !files.contains($0.file) }.map {
                Diagnostic(
                    .missingAttachment, at: record.span("attachments"), $0.file,
                    suggestion: Spelling.nearest($0.file, among: files.sorted()))
            }
        }
        self.named = named.intersection(files)
    }

    /// Copies what records name and what bodies link to, each file once.
    func copy(linkedBy bodies: [RecordID: RenderedBody], from folder: ContentFolder, to sink: some OutputSink) throws {
        var wanted = named
        for body in bodies.values {
            for link in body.links {
                if case .attachment(let file, _) = link.target { wanted.insert(file) }
            }
        }
        for file in wanted.sorted() {
            guard let bytes = try folder.read("attachments/\(file)") else {
                throw ContentReadError(path: "attachments/\(file)", reason: "removed while it was being read")
            }
            try sink.write(OutputFile(path: AttachmentPath.path(of: file), bytes: bytes))
        }
    }
}
