import Catalogue
import Diagnostics
import Markup
import Records
import Site

/// The content after some records were edited, came or went, as far as linking and texts depend on it; the others are
/// as they were kept.
struct EditedContent {
    /// A record as its file has it now.
    struct Edit {
        var source: [UInt8]
        var new: Record
        /// The record as it was; nil for one that came.
        var old: (record: Record, cached: CachedText)?
    }

    private(set) var content: Content
    /// What is kept of every record, brought up to date.
    private(set) var entries: [CollectionSnapshot.Entry]
    private(set) var edits: [Edit] = []
    /// Records whose files are gone, as they were.
    private(set) var removed: [(record: Record, cached: CachedText)] = []
    /// Ids that no record bears any more.
    private(set) var gone: Set<RecordID> = []
    /// Findings with their texts, without the files that they name.
    private(set) var findings: [RecordID: Record] = [:]
    private let entryOfID: [RecordID: Int]

    /// Nil where what was kept cannot be understood, and where a survey or attachments come or go.
    init?(
        _ previous: PreviousPublication, _ kept: CollectionSnapshot, _ context: ReadingContext, _ folder: ContentFolder
    ) throws {
        entries = kept.entries
        var entryOfPath = Dictionary(
            entries.enumerated().map { ($1.record.path, $0) }, uniquingKeysWith: { first, _ in first })
        for (path, entry) in previous.cache.entries {
            guard let index = entryOfPath[path] else { return nil }
            entries[index] = entry
        }
        var before: Set<RecordID> = []
        for path in previous.removed {
            guard let index = entryOfPath[path], let cached = previous.kept(path), cached.links.attachments.isEmpty,
                entries[index].record.kind != .finding, entries[index].record.attachments.isEmpty,
                let record = context.reader.read(path, cached.source).record
            else { return nil }
            removed.append((record, cached))
            before.insert(entries[index].record.id)
        }
        if !previous.removed.isEmpty || !previous.added.isEmpty {
            // What is wrong with the names of files is found by a whole build.
            guard ContentLoader.areNamesPlain(previous.inputs.files.map(\.path)) else { return nil }
            let removed = Set(previous.removed)
            entries.removeAll { removed.contains($0.record.path) }
            for path in previous.added { entries.append(.init(of: path)) }
            entries.sort { $0.record.path.utf8.lexicographicallyPrecedes($1.record.path.utf8) }
            entryOfPath = Dictionary(
                entries.enumerated().map { ($1.record.path, $0) }, uniquingKeysWith: { first, _ in first })
        }
        for index in entries.indices where entries[index].record.kind == .finding {
            let path = entries[index].record.path
            guard let bytes = try folder.read(path), let record = context.reader.read(path, bytes).record else {
                return nil
            }
            findings[record.id] = record
            entries[index].record = record.withoutText
        }
        for path in previous.changed + previous.added {
            guard let index = entryOfPath[path], let source = try previous.source(path, in: folder) else { return nil }
            let reading = context.reader.read(path, source)
            guard let new = reading.record, new.kind != .finding else { return nil }
            var edit = Edit(source: source, new: new)
            if let cached = previous.kept(path), let old = context.reader.read(path, cached.source).record {
                edit.old = (old, cached)
                before.insert(old.id)
            }
            guard (edit.old == nil) == entries[index].isEmpty,
                (edit.old?.record.attachments ?? []).map(\.file) == new.attachments.map(\.file)
            else { return nil }
            edits.append(edit)
            entries[index].record = new.withoutText
            entries[index].circulationMark = reading.circulationMark
            entries[index].found = reading.diagnostics
        }
        gone = before.subtracting(edits.map(\.new.id))
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
