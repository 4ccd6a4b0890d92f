import Diagnostics
import Encodings
import Output
import Publishing
import Records
import Search

extension SiteBuild {
    /// Texts that were edited since the last publication, where nothing else was and nothing but their own pages and
    /// the search index depends on them: what other records say, and what was found in them, stands as it was left.
    func editedTexts(since left: PreviousPublication, _ context: ReadingContext) throws -> SiteChange? {
        var report = BuildReport()
        guard let edits = try edited(left, context), let diagnostics = Self.diagnostics(after: edits, left)
        else { return nil }
        report.repeats(left.receipt, diagnostics)
        report.explain(edits.filter(\.isShownOtherwise).map { ($0.cached.page, "text \($0.id)") })
        report.lap("texts")
        var entries = left.cache.entries
        for edit in edits { entries[edit.path] = edit.entry }
        return SiteChange(
            report: report, writePages: { try Self.writePages(edits, to: $0) },
            search: .init(changes: edits.compactMap(\.searchChange)),
            texts: Dictionary(edits.map { ($0.path, $0.cached) }, uniquingKeysWith: { first, _ in first }),
            entries: entries)
    }

    private func edited(_ left: PreviousPublication, _ means: ReadingContext) throws -> [EditedText]? {
        // Files of whole texts are made as pages are, from the collection.
        guard left.added.isEmpty, left.removed.isEmpty, !means.reader.configuration.hasFilesOfTexts else { return nil }
        let folder = try contentFolder()
        var edits: [EditedText] = []
        for path in left.changed {
            guard let cached = left.kept(path), let number = left.cache.file(path)?.number,
                let source = try left.source(path, in: folder),
                let text = EditedText(path, now: source, cached, number: number, means)
            else { return nil }
            edits.append(text)
        }
        return edits
    }

    /// What was found before, with what the edited texts have now; nil where more than the texts tells it.
    private static func diagnostics(
        after edits: [EditedText], _ left: PreviousPublication
    ) -> [Diagnostic]? {
        var rest = Set(left.found)
        for edit in edits {
            // Links that lead nowhere are told of by those who know the collection.
            guard edit.foundBefore.isSubset(of: rest) else { return nil }
            let isSame = edit.foundBefore == Set(edit.foundNow)
            if left.cache.hasDesk, !isSame { return nil }
            rest.subtract(edit.foundBefore)
        }
        let files = Set(edits.map(\.path))
        guard !rest.contains(where: { $0.kind == .brokenAnchor && files.contains($0.span.file) }) else { return nil }
        return left.found.filter(rest.contains) + edits.flatMap(\.foundNow)
    }

    /// Puts the edited texts in their pages; false when a page is not as it was made.
    private static func writePages(_ edits: [EditedText], to release: Release) throws -> Bool {
        var files: [OutputFile] = []
        for edit in edits where edit.isShownOtherwise {
            guard let page = try release.published(edit.cached.page),
                let place = ByteRanges.only(edit.shownBefore.html, in: page)
            else { return false }
            let bytes = page[..<place.lowerBound] + edit.shownNow.html + page[place.upperBound...]
            files.append(OutputFile(path: edit.cached.page, bytes: Array(bytes)))
        }
        for file in files { try release.write(file) }
        return true
    }
}
