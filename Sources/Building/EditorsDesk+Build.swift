import Catalogue
import Diagnostics
import Site

extension EditorsDesk {
    /// What a build found, without what it found in records that this edition's readers may not see; nil where the edition has
    /// no editors' page.
    ///
    /// - Parameter found: in files and texts; what linking found is added.
    init?(of collection: LinkedCollection, found: [Diagnostic], upkeep: [Diagnostic], severities: SeverityRules) {
        guard collection.edition.hasEditorsPage else { return nil }
        let catalogue = collection.catalogue
        let shown =
            (found + collection.linkProblems).filter { catalogue.record(atPath: $0.span.file) != nil } + upkeep
        self.init(diagnostics: Consequences.removed(from: severities.apply(to: shown)).inSourceOrder())
    }
}
