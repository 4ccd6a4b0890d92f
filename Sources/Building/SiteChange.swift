import Citations
import Publishing
import Records
import Search
import Site

/// What edits make of a published site, before any of it is written: all that is other than it was published.
struct SiteChange {
    /// What search finds otherwise.
    struct Search {
        /// Nil where what was kept does not tell them.
        var changes: [SearchIndexPatch.Change]?
        /// Nil where only texts differ.
        var collection: SearchIndexPatch.WholeCollection?
        /// All records with their texts, for an index that is built anew; nil where what was kept does not tell enough.
        var build: (() async throws -> (LinkedCollection, [SearchDocument])?)?
        /// Those that come with the templates, for an index that is built anew.
        var synonyms: [[String]] = []
    }

    var report: BuildReport
    /// Writes the pages that differ; false where one is not as it was published.
    var writePages: (Release) async throws -> Bool
    /// Paths of pages that the site no longer has.
    var gone: Set<String> = []
    var search: Search
    /// Numbers of the records in the search index, by path; nil where they stand.
    var numbers: [String: Int]?
    /// What texts call laws; nil where it stands.
    var names: LawNames?
    /// What is kept of the records' texts otherwise than before, by path.
    var texts: [String: CachedText]
    /// What is known of records since the collection was kept, by path.
    var entries: [String: CollectionSnapshot.Entry] = [:]
    /// What is kept of the collection now; nil where what was kept holds.
    var collection: (@Sendable () -> Kept)?

    /// Files to be kept, by the tag that `cache` names.
    struct Kept: Sendable {
        var tag: String
        var records: [UInt8]
        var traces: [UInt8]
    }
}

extension SiteBuild {
    /// What was edited since a publication.
    struct Edits {
        let context: ReadingContext
        /// Where only texts were edited and they ask what they asked before: no other page can differ, and the collection
        /// need not be linked.
        let texts: SiteChange?
        /// Else the collection was linked again from what was kept of it.
        let records: SiteChange?
    }

    /// Nil where what was kept does not tell enough.
    func edits(since previous: PreviousPublication?) async throws -> Edits? {
        guard let previous else { return nil }
        let context = try ReadingContext(of: contentFolder(), names: previous.cache.names)
        let texts = try editedTexts(since: previous, context)
        let records = texts == nil ? try await editedRecords(since: previous, context) : nil
        return texts == nil && records == nil ? nil : Edits(context: context, texts: texts, records: records)
    }

    /// Publishes edits. Nil, with nothing published, where what was kept does not tell enough.
    func publish(
        _ edits: Edits, since previous: PreviousPublication, by release: Release, _ scanner: LeakScanner?
    ) async throws -> BuildReport? {
        guard let (manifest, _) = release.wholeLiveTree(), manifest == previous.cache.manifest else { return nil }
        if let texts = edits.texts, let report = try await publish(texts, since: previous, by: release, scanner) {
            return report
        }
        // What search counts of the whole moved with the texts: the records tell more.
        let again = edits.texts == nil ? edits.records : try await editedRecords(since: previous, edits.context)
        guard let again else { return nil }
        return try await publish(again, since: previous, by: release, scanner)
    }

    /// Nil, with nothing written, where what is published is not as it was made, or search finds more otherwise than
    /// the change tells.
    private func publish(
        _ change: SiteChange, since previous: PreviousPublication, by release: Release, _ scanner: LeakScanner?
    ) async throws -> BuildReport? {
        let collection = change.collection
        async let keeping = collection?()
        guard let index = try await updated(previous.cache.index, change.search, release),
            try await change.writePages(release)
        else { return nil }
        var report = change.report
        try index.patch?.write(to: release)
        report.index = index.state.report
        report.lap("index and pages")
        try release.takeOthers(but: index.removed + change.gone)
        try scanner?.refuseLeaks()
        report.publication = try release.finish()
        report.lap("publish")
        let kept = await keeping
        if let kept {
            previous.publisher.keep(kept.records, as: CollectionSnapshot.name)
            previous.publisher.keep(kept.traces, as: Traces.name)
        }
        index.state.keepAbbreviations(previous.publisher)
        previous.leave(
            report, change, index: index.state, manifest: release.publishedManifest,
            tag: kept?.tag ?? previous.cache.tag)
        report.lap("keep")
        return report.finished()
    }

    /// The search index as it is now.
    private struct UpdatedIndex {
        var state: SearchIndexState
        /// Paths of files that the site has no more, or other ones by now.
        var removed: [String]
        /// Not written yet; nil for an index that was built.
        var patch: SearchIndexPatch.Result?
    }

    /// Patches the index, or builds it where the changes reach further than a patch does.
    private func updated(
        _ state: SearchIndexState, _ change: SiteChange.Search, _ release: Release
    ) async throws -> UpdatedIndex? {
        if let changes = change.changes,
            let patch = try? SearchIndexPatch(of: state, read: { try release.published($0) }).result(
                of: changes, among: change.collection)
        {
            return UpdatedIndex(state: patch.state, removed: patch.removed, patch: patch)
        }
        guard let (collection, documents) = try await change.build?() else { return nil }
        let old = release.published(below: "search/")
        let state = try await collection.writeIndex(
            of: documents, synonyms: change.synonyms, jobs: options.jobs, to: release)
        return UpdatedIndex(state: state, removed: old)
    }
}

extension SearchIndexState {
    /// The file with the counts of abbreviations: its checksum stands in the state.
    static let abbreviationsName = "abbreviations"

    /// Leaves the counts of abbreviations for later patches, where they differ from those that were kept.
    func keepAbbreviations(_ publisher: Publisher) {
        if let abbreviations { publisher.keep(abbreviations, as: Self.abbreviationsName) }
    }
}
