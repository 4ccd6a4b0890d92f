import Catalogue
import Citations
import Diagnostics
import Markup
import Records

extension SiteBuild {
    /// The site with one record's text as its file has it now, where nothing else of the site can depend on that text: the
    /// front matter is as it was, and the text cites what it cited. Nil in every other case, and when the file has errors.
    ///
    /// Only for what a preview shows until the whole build has looked at everything, some tenths of a second later in large
    /// collections; the build's result takes its place.
    public func glance(at path: String, from site: AssembledSite, _ memo: BuildMemo) throws -> AssembledSite? {
        let collection = site.collection
        guard let known = collection.catalogue.record(atPath: path),
            case (var record, let problems)? = try ContentLoader(folder: site.folder, jobs: 1).reread(
                path, memo.content)
        else { return nil }
        let text = record.body.bytes
        record.body.bytes = []
        guard record == known, !problems.hasErrors else { return nil }
        let rendering = BodyRendering(collection: collection, generation: 0, texts: [path: record.body])
        let entry = rendering.entry(of: record, text: text)
        guard !entry.diagnostics.hasErrors, entry.places == site.citations.places[record.id] ?? [] else { return nil }
        return site.replacing(entry.body, of: record.id)
    }
}
