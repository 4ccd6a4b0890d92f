/// The respondents behind one question's table. Not for publication: `PublishedTable` is.
struct CountTable: Sendable, Hashable {
    /// Labels of the rows.
    var answers: [TableLabel]
    /// Labels of the columns; empty when the respondents are not parted.
    var groups: [TableLabel]
    /// Respondents by answer, then group.
    var counts: [[Int]]
    /// Respondents who were asked, by group.
    var groupBases: [Int]
    /// Respondents by answer.
    var totals: [Int]
    /// Respondents who were asked.
    var base: Int
    /// Whether respondents chose one answer each, so that a column adds up to its base.
    var isExclusive: Bool
    /// Rows that are sums of other rows, by index: those rows.
    var nets: [Int: [Int]] = [:]

    /// Whether every column adds up to 100, or where several answers may be chosen has a base of 100, although many more
    /// people were asked: shares, typed as counts.
    func looksLikeShares(sampleSize: Int?) -> Bool {
        guard let sampleSize, sampleSize >= 2 * 102 else { return false }
        return (groups.isEmpty ? [base] : groupBases).allSatisfy { (98...102).contains($0) }
    }
}

/// What a row or column is called: as the file says, or a rest that the file implies.
public enum TableLabel: Sendable, Hashable {
    case text(String)
    /// Those asked whom no row counts.
    case noAnswer
    /// Those whom no column counts.
    case noGroup
}
