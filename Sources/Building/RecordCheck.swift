import Catalogue
import Diagnostics
import Markup
import Records

/// What `check` says of one record's file while it is being edited.
public struct RecordCheck: Sendable {
    /// The record, as far as it can be read.
    public let record: Record?
    /// About its file: what `check` says.
    public let diagnostics: [Diagnostic]
    /// Errors in other files that come of how records relate and link to each other.
    public let othersErrors: [Diagnostic]
}

extension DraftedSite {
    /// The check of a record as it stands in this collection.
    public func check(of path: String) -> RecordCheck {
        RecordCheck(
            record: content.records.first { $0.path == path }, diagnostics: diagnostics.filter { $0.span.file == path },
            othersErrors: diagnostics.filter { $0.span.file != path && $0.severity == .error })
    }

    /// The check of a record of this collection with other bytes, without rendering any other text again. Nil where more than its
    /// own text and its relations may follow from the change: for findings, records that are new or get another id, and
    /// collections with editions, each of which would have to be looked at.
    ///
    /// A test holds it against the whole check.
    public func check(_ path: String, _ bytes: [UInt8]) throws -> RecordCheck? {
        let reader = try ContentLoader(folder: draft.folder, jobs: 1).recordReader()
        guard !content.configuration.namesEditions, reader.configuration == content.configuration,
            reader.vocabulary == content.vocabulary, let place = content.records.firstIndex(where: { $0.path == path })
        else { return nil }
        let reading = reader.read(path, bytes)
        let old = content.records[place]
        guard let record = reading.record, record.id == old.id, record.kind == old.kind, record.kind != .finding,
            record.withdrawn == nil, old.withdrawn == nil, catalogue.record(old.id)?.path == path,
            reading.circulationMark == content.circulationMarks[path]
        else { return nil }
        let collection = try collection(with: record, at: place)
        guard let known = collection.catalogue.record(atPath: path) else { return nil }

        let rendering = BodyRendering(collection: collection, generation: 0, texts: [path: record.body])
        let entry = rendering.entry(of: known, text: record.body.bytes)
        var bodies = draft.rendered.bodies
        bodies[record.id] = entry.body
        let anchors = AnchorCheck.check(bodies: bodies)
        let isBroken = entry.diagnostics.contains { LinkSuggestions.kinds.contains($0.kind) }
        let suggestions =
            isBroken ? LinkSuggestions(collection.catalogue, attachments: collection.attachments.available) : nil
        let rendered = BodyRendering.Rendered(
            bodies: bodies, citations: CitationGraph(places: [record.id: entry.places]), diagnostics: [])
        let provisions = ProvisionChecks(
            catalogue: collection.catalogue, rendered: rendered, texts: [path: record.body]
        ).diagnostics(of: known)

        var own = reading.diagnostics + content.foundInFolder.filter { $0.span.file == path }
        own += entry.diagnostics.map { suggestions?.completed($0) ?? $0 } + provisions
        let linking = collection.problems + anchors
        own += linking.filter { $0.span.file == path }
        let isSame = content.records[place].hasSameFrontMatter(as: record)
        let upkeep = isSame ? self.upkeep : CollectionUpkeep(of: collection.catalogue).diagnostics
        own += upkeep.filter { $0.span.file == path }
        let severities = content.configuration.severities
        // What only follows from errors elsewhere is said there.
        let elsewhere = diagnostics.filter { $0.span.file != path }
        let weighed = Consequences.removed(from: severities.apply(to: own) + elsewhere)
        return RecordCheck(
            record: record, diagnostics: weighed.filter { $0.span.file == path }.inSourceOrder(),
            othersErrors: severities.apply(to: linking).filter { $0.span.file != path && $0.severity == .error })
    }

    /// The collection with a record as it is now; the same where its front matter says what it said.
    private func collection(with record: Record, at place: Int) throws -> LinkedCollection {
        var texts = content.withoutTexts
        let now = record.withoutText
        guard texts.records[place] != now else { return draft.collection }
        texts.records[place] = now
        // Surveys are made of findings alone.
        var question = LinkedCollection.Question(content: texts, edition: nil, asOf: catalogue.asOf)
        question.hasSurveys = false
        return try LinkedCollection(question)
    }
}
