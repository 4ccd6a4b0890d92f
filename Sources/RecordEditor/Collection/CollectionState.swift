import Building
import Catalogue
import Diagnostics
import Records

/// The collection as one look at the folders found it, as the list and the pickers need it.
struct CollectionState: Sendable {
    let drafted: DraftedSite
    /// The newest first.
    let records: [ListedRecord]
    private let byPath: [String: [Diagnostic]]

    init(_ drafted: DraftedSite) {
        self.drafted = drafted
        byPath = Dictionary(grouping: drafted.diagnostics, by: \.span.file)
        let catalogue = drafted.catalogue
        var listed = drafted.content.records.map { ListedRecord($0, in: catalogue) }
        let readable = Set(listed.map(\.path))
        listed += byPath.keys.filter { ContentLoader.isRecord($0) && !readable.contains($0) }.map(
            ListedRecord.init(unreadable:))
        for index in listed.indices {
            let found = byPath[listed[index].path] ?? []
            listed[index].errors = found.count { $0.severity == .error }
            listed[index].warnings = found.count { $0.severity == .warning }
        }
        records = listed.sorted { a, b in
            let (day, other) = (a.issued ?? "", b.issued ?? "")
            return day == other ? a.path < b.path : day > other
        }
    }

    func diagnostics(of path: String) -> [Diagnostic] { byPath[path] ?? [] }
}
