import Catalogue
import Diagnostics
import Records

/// The content before and after edits of some records, as far as linking depends on it, with those records as they were
/// and as they are.
struct EditedContent {
    struct Edit {
        /// Its place among the inputs' files, and among the entries.
        var file: Int
        var entry: Int
        var cached: CachedText
        /// The bytes of the file now.
        var source: [UInt8]
        var old: Record
        var new: Record

        /// Whether relations and states come to the same.
        var linksAlike: Bool {
            old.relations == new.relations && old.status == new.status && old.expires == new.expires
        }
    }

    let before: Content
    private(set) var now: Content
    /// What is kept of every record, brought up to date but for what rendering tells of the edited ones.
    private(set) var entries: [KeptCollection.Entry]
    private(set) var edits: [Edit] = []
    /// Findings with their texts, without the files that they name.
    private(set) var findings: [RecordID: Record] = [:]
    /// How many entries were made anew from their texts.
    private(set) var refreshed = 0

    /// Nil where an edit brings or takes away what others ask for, or where what was kept cannot be understood.
    init?(_ left: PublicationLeft, _ kept: KeptCollection, _ means: EditedText.Means, _ folder: ContentFolder) throws {
        entries = kept.entries
        let entryOfPath = Dictionary(
            entries.enumerated().map { ($1.record.path, $0) }, uniquingKeysWith: { first, _ in first })
        for file in left.cache.files {
            guard let index = entryOfPath[file.input.path] else { continue }
            if entries[index].record.kind == .finding {
                guard let bytes = try folder.read(file.input.path),
                    let record = means.reader.read(file.input.path, bytes).record
                else { return nil }
                findings[record.id] = record
                entries[index].record = record.withoutText
            } else if file.text?.start != entries[index].text {
                guard let entry = KeptCollection.Entry(file, in: left, means) else { return nil }
                entries[index] = entry
                refreshed += 1
            }
        }
        before = Self.content(kept, entries, left, means)
        for file in left.changed {
            let path = left.inputs.files[file].path
            guard let index = entryOfPath[path], let (cached, source) = try left.file(file, in: folder) else {
                return nil
            }
            let reading = means.reader.read(path, source)
            guard let old = means.reader.read(path, cached.source).record, let new = reading.record,
                new.asksAndAnswers(as: old), reading.circulationMark == entries[index].circulationMark
            else { return nil }
            edits.append(Edit(file: file, entry: index, cached: cached, source: source, old: old, new: new))
            entries[index].record = new.withoutText
            entries[index].found = reading.diagnostics
        }
        now = Self.content(kept, entries, left, means)
    }

    private static func content(
        _ kept: KeptCollection, _ entries: [KeptCollection.Entry], _ left: PublicationLeft, _ means: EditedText.Means
    ) -> Content {
        let attachments = left.inputs.files.lazy.map(\.path).filter { $0.hasPrefix("attachments/") }
        return Content(
            configuration: means.reader.configuration, vocabulary: means.reader.vocabulary,
            records: entries.map(\.record),
            attachmentFiles: Set(attachments.map { String($0.dropFirst("attachments/".count)) }),
            circulationMarks: Dictionary(
                entries.compactMap { entry in entry.circulationMark.map { (entry.record.path, $0) } },
                uniquingKeysWith: { first, _ in first }),
            diagnostics: kept.found + entries.flatMap(\.found))
    }

    /// Takes what rendering an edited record told.
    mutating func take(_ rendered: BodyMemo.Entry, of edit: Edit) {
        entries[edit.entry].foundInText = rendered.diagnostics
        entries[edit.entry].places = rendered.places
        entries[edit.entry].anchors = rendered.body.citedAnchors
    }

    /// Takes where the texts of records stand in the pack now.
    mutating func take(_ cache: BuildCache) {
        let starts = Dictionary(
            cache.files.map { ($0.input.path, $0.text?.start) }, uniquingKeysWith: { first, _ in first })
        for index in entries.indices { entries[index].text = starts[entries[index].record.path] ?? nil }
    }
}

extension KeptCollection.Entry {
    /// A record that was edited since the collection was kept.
    fileprivate init?(_ file: BuildCache.File, in left: PublicationLeft, _ means: EditedText.Means) {
        guard let cached = file.text?.text(in: left.pack) else { return nil }
        let reading = means.reader.read(file.input.path, cached.source)
        guard let record = reading.record, let entry = cached.replayed(record, means) else { return nil }
        self.init(
            record: record.withoutText, circulationMark: reading.circulationMark, found: reading.diagnostics,
            foundInText: entry.diagnostics, places: entry.places, anchors: entry.body.citedAnchors,
            text: file.text?.start)
    }
}
