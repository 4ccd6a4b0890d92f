/// Narrows answers, and counts what each facet would leave.
struct FacetCount {
    private(set) var records: [Int] = []
    private(set) var counts: [SearchFacet: [SearchAnswer.Count]] = [:]

    init(_ matches: [Int], _ table: FacetTable, _ filters: SearchFilters) {
        let passing = table.passing(filters)
        var sums: [SearchFacet: [Int]] = table.columns.mapValues { [Int](repeating: 0, count: $0.sets.count) }
        for record in matches {
            let failed = passing.filter { facet, good in
                guard let column = table.columns[facet], record < column.rows.count else { return true }
                let set = column.rows[record]
                return set >= good.count || !good[set]
            }
            if failed.isEmpty { records.append(record) }
            guard failed.count < 2 else { continue }
            for (facet, column) in table.columns where failed.isEmpty || failed.keys.first == facet {
                guard record < column.rows.count, column.rows[record] < column.sets.count else { continue }
                sums[facet]?[column.rows[record]] += 1
            }
        }
        for (facet, column) in table.columns { counts[facet] = Self.counts(facet, column, sums[facet] ?? []) }
    }

    private static func counts(_ facet: SearchFacet, _ column: FacetTable.Column, _ sums: [Int]) -> [SearchAnswer.Count]
    {
        var ofValue = [Int](repeating: 0, count: column.values.count)
        for (set, sum) in zip(column.sets, sums) {
            for value in set where value < ofValue.count { ofValue[value] += sum }
        }
        let order = ofValue.indices.filter { ofValue[$0] > 0 }.sorted {
            facet == .year ? $0 > $1 : ofValue[$0] != ofValue[$1] ? ofValue[$0] > ofValue[$1] : $0 < $1
        }
        return order.map { .init(value: column.values[$0].id, label: column.values[$0].label, count: ofValue[$0]) }
    }
}
