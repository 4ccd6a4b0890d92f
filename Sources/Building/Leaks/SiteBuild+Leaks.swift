import Catalogue
import Diagnostics
import Publishing
import Records
import Site

extension SiteBuild {
    /// What looks for withheld records in the files of an edition; nil where it leaves nothing out.
    func leakScanner(of content: Content, in folder: ContentFolder) throws -> LeakScanner? {
        guard options.edition != nil else { return nil }
        let edition = try EditionChoice(options.edition, in: content)
        let withheld = content.records.filter { edition.withheld.contains($0.id) }
        let shown = Set(edition.records.flatMap { $0.attachments.map(\.file) })
        let hidden = Set(content.records.flatMap { $0.attachments.map(\.file) }).subtracting(shown)
            .intersection(content.attachmentFiles)
        guard !withheld.isEmpty || !hidden.isEmpty else { return nil }
        var attachments: [String: [UInt8]] = [:]
        for file in hidden {
            let path = "attachments/\(file)"
            attachments[path] = try folder.read(path, limit: Limits.attachmentBytes) ?? []
        }
        let setup = ["site.yml"] + VocabularyFields.lists.map { "vocabulary/\($0).yml" }
        var others = try setup.compactMap { try folder.read($0) }
        others += try templateFiles().files.values
        return LeakScanner(withheld: withheld, own: edition.records, others: others, attachments: attachments)
    }

    /// The same for a build that goes on from what the last one kept, and has not read the records.
    func leakScanner() async throws -> LeakScanner? {
        guard options.edition != nil else { return nil }
        let folder = try contentFolder()
        var memo = ContentMemo()
        let loader = ContentLoader(folder: folder, jobs: options.jobs, examples: options.examples ? true : nil)
        return try leakScanner(of: try await loader.load(&memo), in: folder)
    }
}

extension Publisher {
    /// The same, every file of whose releases a scanner sees.
    func inspected(by scanner: LeakScanner?) -> Publisher {
        var publisher = self
        if let scanner { publisher.inspect = { file in scanner.look(at: file) } }
        return publisher
    }
}
