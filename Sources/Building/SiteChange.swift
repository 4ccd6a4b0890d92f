import Publishing
import Records
import Search
import Site

/// What edits make of a published site, before any of it is written: all that is other than it was published.
struct SiteChange {
    var report: BuildReport
    /// Writes the pages that differ; false where one is not as it was published.
    var writePages: (Release) async throws -> Bool
    /// Paths of pages that the site no longer has.
    var gone: Set<String> = []
    var search: [SearchIndexPatch.Change]
    /// All records as search knows them, their texts left out; nil where columns of the index stand.
    var documents: [SearchDocument]?
    /// What is kept of the records' texts otherwise than before, by the index of their files.
    var texts: [Int: CachedText]
    /// What is known of records since the collection was kept, by path.
    var entries: [String: CollectionSnapshot.Entry] = [:]
    /// What is kept of the collection now, once the pages are written; nil where what was kept holds.
    var collection: (() -> (CollectionSnapshot, Traces))?
}

extension SiteBuild {
    /// Publishes what was edited since the last publication. Where only texts were edited and they ask what they asked before, no
    /// other page can differ, and the collection need not be linked; else it is linked again from what was kept of it.
    ///
    /// Nil, with nothing written, where what was kept does not tell enough.
    func publishEdits(since previous: PreviousPublication) async throws -> BuildReport? {
        let context = try ReadingContext(of: contentFolder(), names: previous.cache.names)
        async let beginning = previous.publisher.begin()
        var change = try editedTexts(since: previous, context)
        if change == nil { change = try await editedRecords(since: previous, context) }
        let release = try await beginning
        return try await release.orAbandon {
            guard let change, let (manifest, _) = release.wholeLiveTree(), manifest == previous.cache.manifest,
                let index = try patched(previous.cache.index, change, release), try await change.writePages(release)
            else { return nil }
            var report = change.report
            try index.write(to: release)
            report.index = index.state.report
            report.lap("index and pages")
            try release.takeOthers(but: index.removed + change.gone)
            report.publication = try release.finish()
            report.lap("publish")
            var tag = previous.cache.tag
            if let (collection, traces) = change.collection?() {
                tag = collection.tag
                collection.save(previous.publisher)
                traces.save(previous.publisher)
            }
            previous.leave(
                report, change.texts, index: index.state, manifest: release.publishedManifest, tag: tag,
                entries: change.entries)
            report.lap("keep")
            return report.finished()
        }
    }

    /// Nil where the index is not as it was made, or the changes reach further than a patch does.
    private func patched(
        _ state: SearchIndexState, _ change: SiteChange, _ release: Release
    ) throws -> SearchIndexPatch.Result? {
        do {
            return try SearchIndexPatch(of: state, read: release.published).result(
                of: change.search, among: change.documents)
        } catch is SearchIndexError {
            return nil
        }
    }
}
