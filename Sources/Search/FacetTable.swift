import VietnameseText

/// The facets of an index, read: what each record has.
struct FacetTable: Sendable {
    struct Column: Sendable {
        var values: [(id: String, label: String, ways: [String])]
        var sets: [[Int]]
        /// By record, the number of its set.
        var rows: [Int]
    }

    private(set) var columns: [SearchFacet: Column] = [:]

    init(_ stored: [String: Stored], records: Int) {
        for facet in SearchFacet.allCases {
            guard let column = stored[facet.rawValue] else { continue }
            var rows: [Int] = []
            rows.reserveCapacity(records)
            let parts = column.rows.utf8.split(separator: SymbolCode.separator)
            guard parts.count == 2 else { continue }
            for (set, more) in zip(SymbolCode.numbers(in: parts[0]), SymbolCode.numbers(in: parts[1])) {
                rows.append(contentsOf: repeatElement(set, count: min(more + 1, records - rows.count)))
            }
            columns[facet] = Column(
                values: column.values.filter { $0.count == 3 }.map {
                    let id = $0[0].isEmpty ? Slug.make($0[1]) : $0[0]
                    return (id, $0[1], [id, $0[1]].map(NumberKey.of) + $0[2].split(separator: " ").map(String.init))
                }, sets: column.sets, rows: rows)
        }
    }

    /// Value numbers of a record.
    func values(of facet: SearchFacet, record: Int) -> [Int] {
        guard let column = columns[facet], record < column.rows.count, column.rows[record] < column.sets.count
        else { return [] }
        return column.sets[column.rows[record]]
    }

    /// Ids of the values that a word in a query names.
    func ids(of facet: SearchFacet, named word: String) -> [String] {
        let key = NumberKey.of(word)
        return columns[facet]?.values.filter { $0.ways.contains(key) }.map(\.id) ?? []
    }

    /// For each facet, which of its sets pass; facets without a filter are missing.
    func passing(_ filters: SearchFilters) -> [SearchFacet: [Bool]] {
        var passing: [SearchFacet: [Bool]] = [:]
        for (facet, column) in columns {
            let passes: (String) -> Bool
            if facet == .year {
                guard let years = filters.years else { continue }
                passes = { Int($0).map(years.contains) ?? false }
            } else {
                guard let ids = filters.values[facet], !ids.isEmpty else { continue }
                passes = { ids.contains($0) }
            }
            let good = column.values.map { passes($0.id) }
            passing[facet] = column.sets.map { $0.contains { $0 < good.count && good[$0] } }
        }
        return passing
    }

    struct Stored: Decodable, Sendable {
        var values: [[String]]
        var sets: [[Int]]
        var rows: String
    }
}

/// What a search is narrowed to: inside one facet any of the values, between facets all of them.
public struct SearchFilters: Sendable, Hashable {
    /// Ids by facet; the year stands in `years`.
    public var values: [SearchFacet: [String]] = [:]
    public var years: ClosedRange<Int>?

    public init(values: [SearchFacet: [String]] = [:], years: ClosedRange<Int>? = nil) {
        self.values = values
        self.years = years
    }

    /// With others in the place of those for the same facet.
    func merging(_ others: SearchFilters) -> SearchFilters {
        SearchFilters(values: values.merging(others.values) { $1 }, years: others.years ?? years)
    }

    public var isEmpty: Bool { years == nil && values.values.allSatisfy(\.isEmpty) }
}
