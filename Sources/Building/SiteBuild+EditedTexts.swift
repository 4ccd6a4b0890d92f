import Diagnostics
import Glibc
import Output
import Publishing
import Records
import Search

extension SiteBuild {
    /// More are built as a whole.
    private static let mostEditedTexts = 64

    /// Publishes texts that were edited since the last publication, where nothing else changed and nothing but their own pages
    /// and the search index depends on them: what other records say, and what was found in them, stands as it was left.
    ///
    /// Nil, with nothing written, where only a whole build tells what comes of it.
    func publishEditedTexts(
        _ publisher: Publisher, _ inputs: BuildInputs, _ receipt: BuildReceipt?
    ) throws -> BuildReport? {
        guard inputs.isSettled, let receipt, let cache = BuildCache.load(publisher),
            cache.others == inputs.others, cache.manifest == receipt.manifest,
            let changed = Self.changed(inputs, since: cache), (1...Self.mostEditedTexts).contains(changed.count),
            let pack = publisher.pack(cache.pack, isNew: false), let found = receipt.diagnostics
        else { return nil }
        var report = BuildReport()
        let edits = try edited(changed, cache, pack, inputs, found)
        guard let edits, let diagnostics = Self.diagnostics(after: edits.map(\.text), found: found, cache) else {
            return nil
        }
        report.repeats(receipt, diagnostics)
        report.lap("texts")

        let release = try publisher.begin()
        do {
            guard let (manifest, _) = release.wholeLiveTree(), manifest == cache.manifest,
                let index = try patched(cache.index, edits.compactMap(\.text.searchChange), release),
                try writePages(edits.map(\.text), to: release)
            else {
                release.abandon()
                return nil
            }
            try index.write(to: release)
            report.index = index.state.report
            report.lap("index and pages")
            try release.takeOthers(but: index.removed)
            report.publication = try release.finish()
            report.lap("publish")
            leave(report, cache, edits, pack, index.state, publisher, inputs, manifest: release.publishedManifest)
            return report.finished()
        } catch {
            release.abandon()
            throw error
        }
    }

    private struct Edit {
        /// Its place among the inputs' files.
        var place: Int
        var text: EditedText
    }

    /// Places of the files with other versions; nil when others are there than were.
    private static func changed(_ inputs: BuildInputs, since cache: BuildCache) -> [Int]? {
        guard inputs.files.count == cache.files.count else { return nil }
        var changed: [Int] = []
        for (place, file) in inputs.files.enumerated() {
            let known = cache.files[place].input
            guard file.path == known.path else { return nil }
            if file.version != known.version { changed.append(place) }
        }
        return changed
    }

    private func edited(
        _ changed: [Int], _ cache: BuildCache, _ pack: KeptPack, _ inputs: BuildInputs, _ found: [Diagnostic]
    ) throws -> [Edit]? {
        let folder = try contentFolder()
        let reader = try ContentLoader(folder: folder, jobs: 1).recordReader()
        let means = EditedText.Means(reader, names: cache.names)
        var edits: [Edit] = []
        for place in changed {
            let input = inputs.files[place]
            guard ContentLoader.isRecord(input.path), let cached = cache.files[place].text?.text(in: pack),
                let (source, version) = try folder.readVersion(input.path),
                version.identity == input.version,
                let text = EditedText(input.path, now: source, cached, means)
            else { return nil }
            edits.append(Edit(place: place, text: text))
        }
        return edits
    }

    /// What was found before, with what the edited texts have now; nil where more than the texts tells it.
    private static func diagnostics(
        after edits: [EditedText], found: [Diagnostic], _ cache: BuildCache
    ) -> [Diagnostic]? {
        var rest = Set(found)
        for edit in edits {
            // Links that lead nowhere are told of by those who know the collection.
            guard edit.foundBefore.isSubset(of: rest) else { return nil }
            let isSame = edit.foundBefore == Set(edit.foundNow)
            if cache.hasDesk, !isSame { return nil }
            rest.subtract(edit.foundBefore)
        }
        let files = Set(edits.map(\.path))
        guard !rest.contains(where: { $0.kind == .brokenAnchor && files.contains($0.span.file) }) else { return nil }
        return found.filter(rest.contains) + edits.flatMap(\.foundNow)
    }

    private func patched(
        _ state: SearchIndexState, _ changes: [SearchIndexPatch.Change], _ release: Release
    ) throws -> SearchIndexPatch.Result? {
        do {
            return try SearchIndexPatch(of: state, read: release.published).result(of: changes)
        } catch is SearchIndexError {
            return nil
        }
    }

    /// Puts the edited texts in their pages; false when a page is not as it was made.
    private func writePages(_ edits: [EditedText], to release: Release) throws -> Bool {
        var files: [OutputFile] = []
        for edit in edits where edit.shownBefore.html != edit.shownNow.html {
            guard let page = try release.published(edit.cached.page),
                let place = ByteRanges.only(edit.shownBefore.html, in: page)
            else { return false }
            let bytes = page[..<place.lowerBound] + edit.shownNow.html + page[place.upperBound...]
            files.append(OutputFile(path: edit.cached.page, bytes: Array(bytes)))
        }
        for file in files { try release.write(file) }
        return true
    }

    private func leave(
        _ report: BuildReport, _ cache: BuildCache, _ edits: [Edit], _ pack: KeptPack, _ index: SearchIndexState,
        _ publisher: Publisher, _ inputs: BuildInputs, manifest: String?
    ) {
        guard let manifest, let fingerprint = inputs.fingerprint else { return }
        var next = cache
        next.manifest = manifest
        next.index = index
        for (place, file) in inputs.files.enumerated() { next.files[place].input = file }
        for edit in edits { next.files[edit.place].text = BuildCache.Place(edit.text.cached, in: pack) }
        guard pack.finish() else { return }
        next.save(publisher)
        BuildReceipt(inputs: fingerprint, manifest: manifest, of: report.finished()).leave(publisher)
    }
}

/// Looks for bytes among bytes.
enum ByteRanges {
    /// Where the needle stands; nil when it does not, or more than once.
    static func only(_ needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
        guard let first = next(needle, in: bytes, from: 0),
            next(needle, in: bytes, from: first + 1) == nil
        else { return nil }
        return first..<(first + needle.count)
    }

    private static func next(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard !needle.isEmpty, start + needle.count <= bytes.count else { return nil }
        return bytes.withUnsafeBytes { bytes in
            needle.withUnsafeBytes { needle in
                guard let base = bytes.baseAddress, let pattern = needle.baseAddress else { return nil }
                var place = start
                while let found = memchr(base + place, Int32(needle[0]), bytes.count - needle.count + 1 - place) {
                    place = base.distance(to: UnsafeRawPointer(found))
                    if memcmp(found, pattern, needle.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }
}
