import Catalogue
import Diagnostics
import Records

/// The collection as it would be if some records read otherwise than their files, with all that `check` says of it but the
/// search tests, which are about the whole.
public struct DraftedSite: Sendable {
    /// Nil while there are errors.
    public let site: AssembledSite?
    public let content: Content
    public let catalogue: Catalogue
    public let diagnostics: [Diagnostic]
}

extension SiteBuild {
    /// Looks at a collection some of whose records are being edited. Nothing is written, and the memo keeps no text that only
    /// stands on a screen; a copy of a memo serves best.
    ///
    /// - Parameter edited: The bytes of the edited records' files, by path. New ones may be among them.
    public func drafted(_ edited: [String: [UInt8]], _ memo: inout BuildMemo) async throws -> DraftedSite {
        var report = BuildReport()
        let draft = try await draft(&memo, &report, edited: edited)
        let site = assembled(draft, &memo, &report)
        check(draft, &memo, &report)
        return DraftedSite(
            site: site, content: draft.content, catalogue: draft.collection.catalogue,
            diagnostics: report.finished().diagnostics)
    }
}
