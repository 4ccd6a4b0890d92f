/// The columns of a record's row, in their order. What writes rows and what reads them go by this list; the manifest names it to
/// the script.
enum RecordColumn: String, CaseIterable, Sendable {
    case fileName
    /// Empty where it is the file's name.
    case id
    case url, kind, typeName, number, date, status
    /// What changed the document and what guides it, a line each: the relation's type and the other's number.
    case bearing
    case title
    /// Summary and beginning of the body, for snippets.
    case text
    /// How many sections stand in a shard of their own.
    case sections
    /// As `ProvisionCode` writes them. Left out where there are none, or where sections stand in a shard of their own.
    case provisions

    static let names = allCases.map(\.rawValue)
    static let withoutProvisions = allCases.filter { $0 != .provisions }
}
