import Catalogue
import Citations
import Diagnostics
import Markup
import Parallel
import Records
import Search
import Site

/// A collection before and after edits of some records: what of the site may differ, rendered.
struct EditedCollection {
    /// A record whose page may differ.
    struct Page: Sendable {
        var record: Record
        var entry: BodyMemo.Entry
        /// Nil for a finding.
        var kept: Kept?

        struct Kept: Sendable {
            /// Its place among the inputs' files.
            var file: Int
            var text: CachedText
            /// The bytes of the file now.
            var source: [UInt8]
        }
    }

    /// Nil where linking comes to the same.
    let before: LinkedCollection?
    let now: LinkedCollection
    /// Brought up to date with what rendering told.
    private(set) var content: EditedContent
    let citations: CitationGraph
    let changes: RecordChanges
    /// Of `changes.pages`, by record.
    private(set) var pages: [RecordID: Page] = [:]
    /// Of those, and of all whose anchors they may lead to otherwise than before.
    private(set) var bodies: [RecordID: RenderedBody] = [:]
    /// The edited records' texts as they were.
    private(set) var oldEntries: [RecordID: BodyMemo.Entry] = [:]

    /// More pages are made as fast by a whole build.
    private static let mostPages = 2_000

    /// Nil where something else of the site may differ, too, or something is wrong.
    init?(
        _ content: EditedContent, before: LinkedCollection?, now: LinkedCollection, _ left: PublicationLeft,
        _ means: EditedText.Means, jobs: Int
    ) async throws {
        self.before = before
        self.now = now
        self.content = content
        guard now.citations.names == left.cache.names, Self.namesOfLawsStand(before ?? now, now) else { return nil }

        let rendering = BodyRendering(collection: now, generation: 0, texts: [:])
        var edited: [RecordID: BodyMemo.Entry] = [:]
        for edit in content.edits {
            guard now.catalogue.record(edit.new.id)?.path == edit.new.path,
                let old = edit.cached.replayed(edit.old, means)
            else { return nil }
            let entry = rendering.entry(of: edit.new, text: edit.new.body.bytes)
            guard old.body.attachments == entry.body.attachments else { return nil }
            oldEntries[edit.new.id] = old
            edited[edit.new.id] = entry
            self.content.take(entry, of: edit)
        }
        guard Self.leadsToAnchors(self.content.entries, of: edited, before: oldEntries) else { return nil }

        citations = CitationGraph(places: Self.places(self.content.entries, in: now.catalogue))
        // Texts that cite otherwise, or whose provisions others may lead to by other anchors.
        let rewritten = edited.keys.filter { [oldEntries] id in
            guard let old = oldEntries[id], let new = edited[id] else { return true }
            return old.places.map(\.withoutLine) != new.places.map(\.withoutLine)
                || old.body.anchors != new.body.anchors
        }
        changes = Self.changes(content.edits, before, now, citations, oldEntries, rewritten: rewritten)
        guard changes.pages.count <= Self.mostPages else { return nil }
        let led = Self.led(edited, before: oldEntries, rewritten: rewritten, changes.pages, self.content)
        guard
            let pages = try await Self.pages(
                changes.pages.union(led.filter { now.catalogue.record($0) != nil }), edited: edited, self.content, left,
                means.reader, rendering, jobs: jobs)
        else { return nil }
        bodies = pages.mapValues(\.entry.body)
        self.pages = pages.filter { changes.pages.contains($0.key) }
        guard AnchorCheck.check(bodies: bodies).isEmpty else { return nil }
    }

    var showsFindings: Bool { pages.values.contains { $0.record.kind == .finding } }

    /// Everything found by rendering.
    var foundInTexts: [Diagnostic] { content.entries.flatMap(\.foundInText) }

    // MARK: What may differ

    private static func places(
        _ entries: [KeptCollection.Entry], in catalogue: Catalogue
    ) -> [RecordID: [CitedPlace]] {
        var places: [RecordID: [CitedPlace]] = [:]
        for entry in entries where !entry.places.isEmpty && catalogue.record(entry.record.id) != nil {
            places[entry.record.id] = entry.places
        }
        return places
    }

    private static func changes(
        _ edits: [EditedContent.Edit], _ before: LinkedCollection?, _ now: LinkedCollection, _ citations: CitationGraph,
        _ oldEntries: [RecordID: BodyMemo.Entry], rewritten: [RecordID]
    ) -> RecordChanges {
        var changes = RecordChanges()
        changes.edited = edits.map { ($0.old, $0.new) }
        changes.cards = Set(edits.filter { !$0.old.looksAlike($0.new) }.map(\.new.id))
        if let before { compare(before.catalogue, now.catalogue, &changes) }
        changes.pages.formUnion(edits.map(\.new.id))
        // Who stands beside one of them shows it, or is shown by it.
        for id in changes.cards.union(rewritten) {
            let relations = (before ?? now).catalogue.relations(of: id) + now.catalogue.relations(of: id)
            changes.pages.formUnion(relations.compactMap(\.record))
            changes.pages.formUnion(citations.outgoing[id, default: []].map(\.id))
            changes.pages.formUnion(citations.incoming[id, default: []].map(\.id))
            changes.pages.formUnion(oldEntries[id].map(ledTo) ?? [])
        }
        changes.pages.formUnion(changes.cards)
        changes.pages = changes.pages.filter { now.catalogue.record($0) != nil }
        return changes
    }

    /// Finds the documents in another state, and the records among other relations.
    private static func compare(_ before: Catalogue, _ now: Catalogue, _ changes: inout RecordChanges) {
        for id in now.records.map(\.id) {
            if before.status(of: id) != now.status(of: id) || before.validity(of: id) != now.validity(of: id) {
                changes.cards.insert(id)
                changes.hasOtherStates = true
            }
            if before.relations(of: id) != now.relations(of: id) {
                changes.pages.insert(id)
                changes.hasOtherRelations = true
            }
        }
    }

    /// The records that a text cites or links to.
    private static func ledTo(_ entry: BodyMemo.Entry) -> [RecordID] { ledTo(entry.places, entry.body.citedAnchors) }

    private static func ledTo(_ places: [CitedPlace], _ anchors: [KeptCollection.CitedAnchor]) -> [RecordID] {
        places.compactMap { if case .record(let id) = $0.target { id } else { nil } } + anchors.map(\.id)
    }

    /// Records whose anchors pages lead to otherwise than before, or where it is not kept how.
    private static func led(
        _ edited: [RecordID: BodyMemo.Entry], before: [RecordID: BodyMemo.Entry], rewritten: [RecordID],
        _ pages: Set<RecordID>, _ content: EditedContent
    ) -> Set<RecordID> {
        var led: Set<RecordID> = []
        for (id, entry) in edited {
            let anchors = Set(entry.body.citedAnchors).subtracting(before[id]?.body.citedAnchors ?? [])
            led.formUnion(rewritten.contains(id) ? ledTo(entry) : anchors.map(\.id))
        }
        for entry in content.entries where entry.record.kind == .finding && pages.contains(entry.record.id) {
            led.formUnion(ledTo(entry.places, entry.anchors))
        }
        return led
    }

    /// Which law a name means depends on what ended the laws that bear it: whether none of these has other relations or
    /// another end than before.
    private static func namesOfLawsStand(_ before: LinkedCollection, _ now: LinkedCollection) -> Bool {
        now.citations.names.hashes.names.values.joined().allSatisfy { place in
            let (old, new) = (before.catalogue.records[place], now.catalogue.records[place])
            return old.expires == new.expires
                && before.catalogue.relations(of: old.id) == now.catalogue.relations(of: new.id)
        }
    }

    /// Whether the places in edited texts to which others link are still there.
    private static func leadsToAnchors(
        _ entries: [KeptCollection.Entry], of edited: [RecordID: BodyMemo.Entry], before: [RecordID: BodyMemo.Entry]
    ) -> Bool {
        let changed = edited.filter { $1.body.anchors != before[$0]?.body.anchors }
        guard !changed.isEmpty else { return true }
        return entries.allSatisfy { entry in
            entry.anchors.allSatisfy { cited in
                changed[cited.id].map { cited.anchor == "top" || $0.body.anchors.contains(cited.anchor) } ?? true
            }
        }
    }
}

extension LinkedRelation {
    fileprivate var record: RecordID? {
        if case .record(let id) = other { id } else { nil }
    }
}
