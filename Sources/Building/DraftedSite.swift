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
    let draft: SiteBuild.Draft
    /// What the collection needs looking after, before it is weighed.
    let upkeep: [Diagnostic]
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
        let upkeep = upkeep(of: draft, &memo)
        var found = report.finished()
        if options.edition == nil {
            found = try await EditionComparison.report(found, of: options) { edition in
                var one = options
                one.edition = edition
                return try await SiteBuild(one).assembledReport(edited, &memo)
            }
        }
        return DraftedSite(
            site: site, content: draft.content, catalogue: draft.collection.catalogue, diagnostics: found.diagnostics,
            draft: draft, upkeep: upkeep)
    }

    /// What is found on the way to the site of one edition.
    private func assembledReport(_ edited: [String: [UInt8]], _ memo: inout BuildMemo) async throws -> BuildReport {
        var report = BuildReport()
        let draft = try await draft(&memo, &report, edited: edited)
        _ = assembled(draft, &memo, &report)
        return report.finished()
    }
}
