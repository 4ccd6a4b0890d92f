import Diagnostics
import Records

/// What the editors' page is made from beyond the catalogue; a site without it has no such page.
public struct EditorsDesk: Sendable, Equatable {
    /// What the build found in this edition's records, in source order.
    var diagnostics: [Diagnostic]

    public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
