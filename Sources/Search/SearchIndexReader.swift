import FoundationEssentials
import VietnameseText

/// Answers queries from a built site's index alone.
///
/// A number leads to all its bearers, newest first, before anything else; the words of a query rank the rest.
public struct SearchIndexReader: Sendable {
    let store: IndexStore

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

    /// What a query finds: the best answers, how many there are, and what they could be narrowed to. Slips are corrected where
    /// no number was typed, and the answer says so.
    public func answer(_ query: String, _ options: SearchOptions = SearchOptions()) throws -> SearchAnswer {
        let answer = try literalAnswer(query, options)
        guard options.corrects, !answer.isSound, QueryLanguage(query).phrases.isEmpty,
            !answer.hits.contains(where: \.isNumberMatch),
            let better = try Correction(store: store).better(query)
        else { return answer }
        var corrected = try literalAnswer(better, options)
        if corrected.total == 0 { return answer }
        corrected.correction = better
        return corrected
    }

    private func literalAnswer(_ query: String, _ options: SearchOptions) throws -> SearchAnswer {
        try QueryAnswer(store: store, options: options).answer(query)
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
    /// Whether slips are corrected.
    public var corrects: Bool

    public init(
        limit: Int = 20, order: Order = .relevance, filters: SearchFilters = SearchFilters(), facets: Bool = false,
        corrects: Bool = true
    ) {
        self.limit = limit
        self.order = order
        self.filters = filters
        self.facets = facets
        self.corrects = corrects
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
    /// The query with its slips mended, where that is what was answered.
    public var correction: String?
    /// Numbers that were typed in full and that nobody bears.
    public var absent: [AbsentNumber] = []
    /// Whether the collection has all neighbours of the query as they are spelled, so that none of them can be a slip.
    var isSound = false
    /// The provision that was asked for; the first hits lead to it.
    public var provision: FoundProvision?

    public struct AbsentNumber: Sendable, Hashable {
        public var number: String
        /// Records whose texts name it.
        public var naming: Int
    }

    public struct FoundProvision: Sendable, Hashable {
        /// As typed.
        public var name: String
        /// Whether the first hit has it.
        public var isThere: Bool
    }
}
