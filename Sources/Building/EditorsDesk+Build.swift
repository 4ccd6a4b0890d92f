import Catalogue
import Diagnostics
import Site

extension EditorsDesk {
    /// What a build found, without what it found in records that this edition's readers may not see.
    init(of catalogue: Catalogue, found: [Diagnostic], upkeep: [Diagnostic], severities: SeverityRules) {
        let shown = found.filter { catalogue.record(atPath: $0.span.file) != nil } + upkeep
        self.init(diagnostics: Consequences.removed(from: severities.apply(to: shown)).inSourceOrder())
    }
}
