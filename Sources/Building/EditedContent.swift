import Catalogue
import Diagnostics
import Markup
import Records
import Site

/// The content after edits of some records, as far as linking and texts depend on it; the others are as they were kept.
struct EditedContent {
    struct Edit {
        /// Its index among the inputs' files, and among the entries.
        var file: Int
        var entry: Int
        var cached: CachedText
        /// The bytes of the file now.
        var source: [UInt8]
        var old: Record
        var new: Record

        /// Whether the search index numbers it as before and finds it by the same numbers.
        var isFoundAlike: Bool {
            old.number == new.number && old.type == new.type && old.issued == new.issued && old.aliases == new.aliases
        }
    }

    private(set) var content: Content
    /// What is kept of every record, brought up to date.
    private(set) var entries: [CollectionSnapshot.Entry]
    private(set) var edits: [Edit] = []
    /// Findings with their texts, without the files that they name.
    private(set) var findings: [RecordID: Record] = [:]
    private let entryOfID: [RecordID: Int]

    /// Nil where records come or go, or where what was kept cannot be understood.
    init?(
        _ previous: PreviousPublication, _ kept: CollectionSnapshot, _ context: ReadingContext, _ folder: ContentFolder
    ) throws {
        entries = kept.entries
        let entryOfPath = Dictionary(
            entries.enumerated().map { ($1.record.path, $0) }, uniquingKeysWith: { first, _ in first })
        for (path, entry) in previous.cache.entries {
            guard let index = entryOfPath[path] else { return nil }
            entries[index] = entry
        }
        for index in entries.indices where entries[index].record.kind == .finding {
            let path = entries[index].record.path
            guard let bytes = try folder.read(path), let record = context.reader.read(path, bytes).record else {
                return nil
            }
            findings[record.id] = record
            entries[index].record = record.withoutText
        }
        for file in previous.changed {
            let path = previous.inputs.files[file].path
            guard let index = entryOfPath[path], let (cached, source) = try previous.file(file, in: folder) else {
                return nil
            }
            let reading = context.reader.read(path, source)
            guard let old = context.reader.read(path, cached.source).record, let new = reading.record,
                old.id == new.id, old.kind == new.kind, old.kind != .finding,
                old.attachments.map(\.file) == new.attachments.map(\.file)
            else { return nil }
            edits.append(Edit(file: file, entry: index, cached: cached, source: source, old: old, new: new))
            entries[index].record = new.withoutText
            entries[index].circulationMark = reading.circulationMark
            entries[index].found = reading.diagnostics
        }
        entryOfID = Dictionary(
            entries.enumerated().map { ($1.record.id, $0) }, uniquingKeysWith: { first, _ in first })
        let attachments = previous.inputs.files.lazy.map(\.path).filter { $0.hasPrefix("attachments/") }
        content = Content(
            configuration: context.reader.configuration, vocabulary: context.reader.vocabulary,
            records: entries.map(\.record),
            attachmentFiles: Set(attachments.map { String($0.dropFirst("attachments/".count)) }),
            circulationMarks: Dictionary(
                entries.compactMap { entry in entry.circulationMark.map { (entry.record.path, $0) } },
                uniquingKeysWith: { first, _ in first }),
            diagnostics: kept.found + entries.flatMap(\.found))
    }

    func entry(_ id: RecordID) -> CollectionSnapshot.Entry? { entryOfID[id].map { entries[$0] } }

    /// Takes what rendering a record's text told.
    mutating func take(_ rendered: BodyMemo.Entry, of id: RecordID) {
        guard let index = entryOfID[id] else { return }
        entries[index].take(rendered)
    }

    /// Everything found by rendering.
    var foundInTexts: [Diagnostic] { entries.flatMap(\.foundInText) }

    /// What the texts of an edition's records cite.
    func places(in catalogue: Catalogue) -> [RecordID: [CitedPlace]] {
        var places: [RecordID: [CitedPlace]] = [:]
        for entry in entries where !entry.places.isEmpty && catalogue.record(entry.record.id) != nil {
            places[entry.record.id] = entry.places
        }
        return places
    }

    var textFacts: TextFacts {
        let anchors = Dictionary(
            entries.map { ($0.record.id, $0.anchors) }, uniquingKeysWith: { first, _ in first })
        let digests = Dictionary(
            entries.map { ($0.record.id, $0.digests) }, uniquingKeysWith: { first, _ in first })
        return TextFacts(digests: digests) { anchors[$0]?.value }
    }

    /// Whether what is linked to in some texts, and from them, is there.
    func leadsToAnchors(from texts: Set<RecordID>, to changed: Set<RecordID>) -> Bool {
        entries.allSatisfy { entry in
            entry.citedAnchors.allSatisfy { cited in
                guard changed.contains(cited.id) || texts.contains(entry.record.id), cited.anchor != "top",
                    let target = self.entry(cited.id)
                else { return true }
                return target.anchors.value.all.contains(cited.anchor)
            }
        }
    }
}
