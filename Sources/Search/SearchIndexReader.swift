import FoundationEssentials
import VietnameseText

/// Answers queries from a built site's index alone.
///
/// A number leads to all its bearers, newest first, before anything else; the words of a query rank the rest.
public struct SearchIndexReader: Sendable {
    private let store: IndexStore

    /// Opens the index of the site in a folder.
    ///
    /// - Throws: `SearchIndexError` when there is none, or one that this tool cannot read.
    public init(directory: String) throws {
        store = try IndexStore(site: URL(filePath: directory, directoryHint: .isDirectory))
    }

    /// Records in the index.
    public var count: Int { store.manifest.records }

    /// The best answers to a query, best first. Nothing typed is an error; a damaged index is.
    public func search(_ query: String, limit: Int = 20) throws -> [SearchHit] {
        try answer(query, SearchOptions(limit: limit)).hits
    }

    /// What a query finds: the best answers, how many there are, and what they could be narrowed to.
    public func answer(_ query: String, _ options: SearchOptions = SearchOptions()) throws -> SearchAnswer {
        var asked = QueryLanguage(query)
        let needsFacets = options.facets || !options.filters.isEmpty || !asked.named.isEmpty || asked.years != nil
        let table = needsFacets ? try store.facets() : nil
        let filters = asked.resolve(with: table, adding: options.filters)
        let terms = try QueryTerms(asked.words, store)
        let isComplete = needsFacets || options.order != .relevance
        let number = try NumberLookup(store: store).find(asked.words)
        let ranking = WordRanking(store: store)
        var scores = try ranking.scores(terms, isComplete: isComplete)
        if terms.tokens.isEmpty, !filters.isEmpty { scores = scores.map { _ in 1 } }
        // A number alone asks for its bearers and for those that name it.
        if let printed = number.printed, let naming = try ranking.holders(of: printed, isNumber: true), !naming.isEmpty
        {
            for record in scores.indices where !naming.contains(record) { scores[record] = 0 }
        }
        let best = scores.max() ?? 0
        for (place, record) in number.records.enumerated() where record < scores.count {
            scores[record] = best + number.records.count - place
        }
        for phrase in asked.phrases {
            guard let holders = try ranking.holders(of: phrase) else { continue }
            for record in scores.indices where !holders.contains(record) { scores[record] = 0 }
        }
        for word in asked.excluded {
            for record in try ranking.holders(of: word) ?? [] where record < scores.count { scores[record] = 0 }
        }
        let matches = scores.indices.filter { scores[$0] > 0 }
        let narrowed = table.map { FacetCount(matches, $0, filters) }
        let kept = order(narrowed?.records ?? matches, scores, options.order)
        let bearers = Set(number.records)
        let nearest = options.order == .relevance ? store.manifest.weights.nearest : 0
        let hits = try kept.prefix(max(options.limit, nearest)).compactMap { record in
            try hit(record, score: scores[record], isNumber: bearers.contains(record), terms.tokens)
        }
        return SearchAnswer(
            hits: Array(
                Closeness(terms.tokens, store.manifest.weights).ordered(hits, first: nearest).prefix(options.limit)),
            total: kept.count, facets: options.facets ? narrowed?.counts ?? [:] : [:])
    }

    private func order(_ records: [Int], _ scores: [Int], _ order: SearchOptions.Order) -> [Int] {
        switch order {
        case .relevance: records.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 > $1 }
        case .newest: records.reversed()
        case .oldest: records.filter { $0 >= store.manifest.undated } + records.filter { $0 < store.manifest.undated }
        }
    }

    private func hit(_ record: Int, score: Int, isNumber: Bool, _ tokens: [QueryTerms.Token]) throws -> SearchHit? {
        guard let row = try store.record(record) else { return nil }
        return SearchHit(
            id: row.id, fileName: row.fileName, url: row.url, kind: row.kind, typeName: row.typeName,
            number: row.number, date: row.date, status: row.status, title: row.title, score: score,
            isNumberMatch: isNumber, text: row.text, query: tokens)
    }
}

/// What is asked of a search beside the query.
public struct SearchOptions: Sendable, Hashable {
    public enum Order: Sendable, Hashable { case relevance, newest, oldest }

    public var limit: Int
    public var order: Order
    public var filters: SearchFilters
    /// Whether to count what the answers could be narrowed to.
    public var facets: Bool

    public init(
        limit: Int = 20, order: Order = .relevance, filters: SearchFilters = SearchFilters(), facets: Bool = false
    ) {
        self.limit = limit
        self.order = order
        self.filters = filters
        self.facets = facets
    }
}

public struct SearchAnswer: Sendable, Hashable {
    public struct Count: Sendable, Hashable {
        public var value: String
        public var label: String
        public var count: Int
    }

    public var hits: [SearchHit]
    /// All answers, shown or not.
    public var total: Int
    /// Over all answers; each facet under the filters of the others. Most first, years newest first.
    public var facets: [SearchFacet: [Count]]
}

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
