import Catalogue
import Citations
import Diagnostics
import Markup
import Records

extension SiteBuild {
    /// The site with one record as its file has it now, where its page tells enough by itself: the text cites what it cited,
    /// and others ask the same of the record. Nil in every other case, and when the file has errors.
    ///
    /// Only for what a preview shows until the whole build has looked at everything, some tenths of a second later in large
    /// collections; the build's result takes its place. Until then lists keep their order, and related documents their states.
    ///
    /// - Parameter bytes: The file's, where they are not those that stand in the folder.
    public func glance(
        at path: String, bytes: [UInt8]? = nil, from site: AssembledSite, _ memo: BuildMemo
    ) throws -> AssembledSite? {
        guard let known = site.collection.catalogue.record(atPath: path),
            case (let read, let problems)? = try ContentLoader(folder: site.folder, jobs: 1).reread(
                path, bytes: bytes, memo.content), !problems.hasErrors
        else { return nil }
        let record = read.withoutText
        var site = site
        if record != known {
            guard record.canBeGlanced(after: known) else { return nil }
            site = site.replacing(record)
        }
        let rendering = BodyRendering(collection: site.collection, generation: 0, texts: [path: read.body])
        let entry = rendering.entry(of: record, text: read.body.bytes)
        let cited = site.citations.places[record.id] ?? []
        guard !entry.diagnostics.hasErrors, entry.places.map(\.withoutLine) == cited.map(\.withoutLine) else {
            return nil
        }
        return site.replacing(entry.body, of: record.id)
    }
}

extension Record {
    /// Whether a preview may show this before others are looked at again: it stands at the same address and under the same
    /// numbers. What is published never depends on this.
    fileprivate func canBeGlanced(after old: Record) -> Bool {
        guard self.id == old.id, self.kind == old.kind, self.kind != .finding, self.audience == old.audience,
            self.number == old.number, self.type == old.type, self.issued == old.issued,
            self.effective == old.effective, self.aliases == old.aliases, self.formerIDs == old.formerIDs,
            self.attachments.map(\.file) == old.attachments.map(\.file),
            self.attachments.map(\.audience) == old.attachments.map(\.audience), self.relations == old.relations
        else { return false }
        // Every page names the pages.
        return self.kind != .page || (self.title == old.title && self.order == old.order)
    }
}
