import Catalogue
import Markup
import Parallel
import Records

extension EditedCollection {
    /// Nil where a text is answered otherwise than before, or was not kept.
    static func pages(
        _ ids: Set<RecordID>, edited: [RecordID: BodyMemo.Entry], _ content: EditedContent, _ left: PublicationLeft,
        _ reader: RecordFileReader, _ rendering: BodyRendering, jobs: Int
    ) async throws -> [RecordID: Page]? {
        let entries = Dictionary(
            content.entries.map { ($0.record.id, $0) }, uniquingKeysWith: { first, _ in first })
        let edits = Dictionary(content.edits.map { ($0.new.id, $0) }, uniquingKeysWith: { first, _ in first })
        var files: [(file: Int, id: RecordID)] = []
        for (file, known) in left.cache.files.enumerated() where known.text != nil {
            guard let record = rendering.collection.catalogue.record(atPath: known.input.path), ids.contains(record.id)
            else { continue }
            files.append((file, record.id))
        }
        let findings = ids.compactMap { content.findings[$0] }
        guard files.count + findings.count == ids.count else { return nil }
        let pages = try await ParallelMap.map(files, jobs: jobs) { file, id -> Page? in
            if let edit = edits[id], let entry = edited[id] {
                let kept = Page.Kept(file: file, text: edit.cached, source: edit.source)
                return Page(record: edit.new, entry: entry, kept: kept)
            }
            let known = left.cache.files[file]
            guard let cached = known.text?.text(in: left.pack), let kept = entries[id],
                let record = reader.read(known.input.path, cached.source).record
            else { return nil }
            guard let entry = rendering.entry(of: record, as: kept) else { return nil }
            return Page(
                record: record, entry: entry, kept: .init(file: file, text: cached, source: cached.source))
        }
        var found: [RecordID: Page] = [:]
        for (file, page) in zip(files, pages) {
            guard let page else { return nil }
            found[file.id] = page
        }
        for record in findings {
            guard let kept = entries[record.id], let entry = rendering.entry(of: record, as: kept) else { return nil }
            found[record.id] = Page(record: record.withoutText, entry: entry, kept: nil)
        }
        return found
    }
}

extension BodyRendering {
    /// Nil where the text is answered otherwise than was kept.
    fileprivate func entry(of record: Record, as kept: KeptCollection.Entry) -> BodyMemo.Entry? {
        let entry = entry(of: record, text: record.body.bytes)
        return entry.places == kept.places && entry.diagnostics == kept.foundInText ? entry : nil
    }
}
