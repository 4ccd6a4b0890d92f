import Diagnostics
import Records

/// Decides once, before anything is linked, what an edition's readers may see.
public struct EditionSelection: Sendable {
    /// Ids of the audiences whose records the edition holds: its own and every wider one.
    let audiences: Set<String>

    /// All audiences: a build without `--edition`.
    public init(everythingOf configuration: SiteConfiguration) {
        audiences = Set(configuration.audiences.map(\.id))
    }

    public init(_ edition: Edition, of configuration: SiteConfiguration) {
        let own = configuration.audiences.firstIndex { $0.id == edition.audience } ?? configuration.audiences.count
        audiences = Set(configuration.audiences[own...].map(\.id))
    }

    /// The records of the edition, each without the attachments that its readers may not see.
    public func select(_ records: [Record]) -> [Record] {
        records.filter { audiences.contains($0.audience) }.map { record in
            guard !record.attachments.allSatisfy({ audiences.contains($0.audience) }) else { return record }
            var narrowed = record
            narrowed.attachments.removeAll { !audiences.contains($0.audience) }
            return narrowed
        }
    }
}
