import Catalogue
import Diagnostics
import Markup
import Parallel
import Records
import Site

/// Renders texts of a collection in which some records were edited: those that may be other than they were, and
/// whichever are asked for.
struct UpdatedTexts {
    /// A record's text as it is now.
    struct Text: Sendable {
        var record: Record
        var entry: BodyMemo.Entry
        /// Nil for a finding.
        var kept: Kept?

        struct Kept: Sendable {
            /// As it was; nil for a record that came.
            var cached: CachedText?
            /// The bytes of the file now.
            var source: [UInt8]
        }
    }

    let previous: PreviousPublication
    private let context: ReadingContext
    private let rendering: BodyRendering
    private let jobs: Int
    private(set) var texts: [RecordID: Text] = [:]

    init(_ previous: PreviousPublication, _ context: ReadingContext, _ collection: LinkedCollection, jobs: Int) {
        self.previous = previous
        self.context = context
        self.jobs = jobs
        rendering = BodyRendering(collection: collection, generation: 0, texts: [:])
    }

    subscript(id: RecordID) -> Text? { texts[id] }

    /// Renders the texts of records that are not rendered yet; false where one was not kept.
    mutating func render(_ ids: some Sequence<RecordID>, of content: EditedContent) async throws -> Bool {
        let edits = Dictionary(content.edits.map { ($0.new.id, $0) }, uniquingKeysWith: { first, _ in first })
        let catalogue = rendering.collection.catalogue
        let wanted = ids.filter { texts[$0] == nil }
        let (reader, rendering, cache, pack) = (context.reader, rendering, previous.cache, previous.pack)
        let findings = content.findings
        let rendered = try await ParallelMap.map(wanted, jobs: jobs) { id -> Text? in
            guard let path = catalogue.record(id)?.path else { return nil }
            if let edit = edits[id] {
                let entry = rendering.entry(of: edit.new, text: edit.new.body.bytes)
                return Text(
                    record: edit.new, entry: entry,
                    kept: .init(cached: edit.old?.cached, source: edit.source))
            }
            if let finding = findings[id] {
                return Text(
                    record: finding.withoutText, entry: rendering.entry(of: finding, text: finding.body.bytes),
                    kept: nil)
            }
            guard let cached = cache.file(path)?.text?.text(in: pack),
                let record = reader.read(path, cached.source).record
            else { return nil }
            return Text(
                record: record, entry: rendering.entry(of: record, text: record.body.bytes),
                kept: .init(cached: cached, source: cached.source))
        }
        for (id, text) in zip(wanted, rendered) {
            guard let text else { return false }
            texts[id] = text
        }
        return true
    }
}
