import Citations
import Publishing
import Records
import Search
import Site

/// What edits make of a published site, before any of it is written: all that is other than it was published.
struct SiteChange {
    /// What search finds otherwise.
    struct Search {
        /// Nil where records are numbered otherwise.
        var changes: [SearchIndexPatch.Change]?
        /// All records as search knows them, their texts left out; nil where columns of the index stand.
        var columns: [SearchDocument]?
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
    /// What is kept of the collection now, once the pages are written; nil where what was kept holds.
    var collection: (() -> (CollectionSnapshot, Traces))?
}

extension SiteBuild {
    /// Publishes what was edited since the last publication. Where only texts were edited and they ask what they asked
    /// before, no other page can differ, and the collection need not be linked; else it is linked again from what was
    /// kept of it.
    ///
    /// Nil, with nothing published, where what was kept does not tell enough.
    func publishEdits(since previous: PreviousPublication) async throws -> BuildReport? {
        let context = try ReadingContext(of: contentFolder(), names: previous.cache.names)
        let scanner = try await leakScanner()
        let publisher = previous.publisher.inspected(by: scanner)
        async let beginning = publisher.begin()
        let texts = try editedTexts(since: previous, context)
        let records = texts == nil ? try await editedRecords(since: previous, context) : nil
        let release = try await beginning
        return try await release.orAbandon {
            guard let (manifest, _) = release.wholeLiveTree(), manifest == previous.cache.manifest else { return nil }
            if let texts, let report = try await publish(texts, since: previous, by: release, scanner) { return report }
            // What search counts of the whole moved with the texts: the records tell more.
            let again = texts == nil ? records : try await editedRecords(since: previous, context)
            guard let again else { return nil }
            return try await publish(again, since: previous, by: release, scanner)
        }
    }

    /// Nil, with nothing written, where what is published is not as it was made, or search finds more otherwise than
    /// the change tells.
    private func publish(
        _ change: SiteChange, since previous: PreviousPublication, by release: Release, _ scanner: LeakScanner?
    ) async throws -> BuildReport? {
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
        var tag = previous.cache.tag
        if let (collection, traces) = change.collection?() {
            tag = collection.tag
            collection.save(previous.publisher)
            traces.save(previous.publisher)
        }
        previous.leave(report, change, index: index.state, manifest: release.publishedManifest, tag: tag)
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
            let patch = try? SearchIndexPatch(of: state, read: release.published).result(
                of: changes, among: change.columns)
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
