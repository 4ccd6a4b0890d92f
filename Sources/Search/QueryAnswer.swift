import VietnameseText

/// Answers one query as it stands. The twin of `answer` in `search-engine.js`, step by step.
struct QueryAnswer {
    let store: IndexStore
    let options: SearchOptions

    private typealias Token = QueryTerms.Token

    /// Hits that lead to the provision that is asked for.
    private static let lookedInto = 3

    func answer(_ query: String) throws -> SearchAnswer {
        let weights = store.manifest.weights
        var asked = QueryLanguage(query)
        let needsFacets = options.facets || !options.filters.isEmpty || !asked.named.isEmpty || asked.years != nil
        var table = needsFacets ? try store.facets() : nil
        var filters = asked.resolve(with: table, adding: options.filters)
        var all = QueryTerms.tokens(asked.words, limit: weights.maximumTerms)
        let numbers = try self.numbers(asked.words, &all)
        let reading = QueryReading(all)
        let tokens = reading.rest
        let ofType = try self.filters(ofAll: reading, &table)
        if let ofType { filters = filters.merging(ofType) }

        let free = tokens.filter { !$0.isTaken }
        let isNewest = reading.wishes.contains(.newest)
        let isComplete = needsFacets || ofType != nil || isNewest || options.order != .relevance
        let ranking = WordRanking(store: store)
        var (scores, evidence) = try ranking.scores(tokens, reading, isComplete: isComplete)
        let beside =
            numbers.isEmpty || free.isEmpty ? nil : try ranking.scores(free, reading, isComplete: true).scores
        if tokens.isEmpty, !filters.isEmpty || reading.dates != nil { scores = scores.map { _ in 1 } }
        if ofType != nil { scores = scores.map { max(1, $0) } }
        try keepDay(of: reading, &scores)

        // A number alone asks for its bearers and for those that name it.
        if numbers.count == 1, let printed = numbers[0].printed,
            let naming = try ranking.holders(of: printed, isNumber: true), !naming.isEmpty
        {
            for record in scores.indices where !naming.contains(record) { scores[record] = 0 }
        }
        let defined = try reading.term.map { try store.definitions(of: $0.map(\.folded).joined(separator: " ")) } ?? []
        let first = first(numbers, beside, defined.map(\.record), scores)
        let best = scores.max() ?? 0
        for (place, record) in first.enumerated() where record < scores.count {
            scores[record] = best + first.count - place
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
        let kept = narrowed?.records ?? matches
        if isNewest, options.order == .relevance, first.isEmpty {
            let top = scores.max() ?? 0
            for record in kept where scores[record] * 100 >= top * weights.newest { scores[record] = top + record }
        }
        var hits = try self.hits(kept, scores, numbers, first, tokens, nearest: isNewest ? 0 : weights.nearest)
        for place in hits.indices {
            hits[place].anchor = defined.first { $0.record == hits[place].record }?.anchor ?? ""
        }
        let provision = try reading.provision.flatMap { try lead(to: $0, &hits, all) }
        return SearchAnswer(
            hits: hits, total: kept.count, facets: options.facets ? narrowed?.counts ?? [:] : [:],
            absent: try absent(numbers, all, ranking), isSound: Self.isSound(tokens, evidence), provision: provision)
    }

    private static func isSound(_ tokens: [Token], _ evidence: [WordRanking.Evidence]) -> Bool {
        let hasMarks = tokens.contains { $0.marks != .bare }
        func has(_ parts: [Token]) -> Bool {
            evidence.contains {
                $0.term.first == parts[0].folded && $0.term.second == parts.dropFirst().first?.folded
                    && (!hasMarks || $0.entry.allMarks.contains(parts.map(\.marks)))
            }
        }
        if tokens.count == 1 { return has(tokens) }
        return zip(tokens, tokens.dropFirst()).allSatisfy { $1.isCut || has([$0, $1]) }
    }

    /// The numbers of a query; their tokens are marked.
    private func numbers(_ words: String, _ tokens: inout [Token]) throws -> [NumberLookup.Found] {
        let found = try NumberLookup(store: store).find(words)
        if found.isEmpty { return [] }
        var at = 0
        for place in tokens.indices {
            if found.contains(where: { $0.tokens.contains(at) }) { tokens[place].isTaken = true }
            at += NumberToken.all(in: tokens[place].typed).count
        }
        return found
    }

    /// Where nothing but a type stands beside a day or a year, all of that type are wanted.
    private func filters(ofAll reading: QueryReading, _ table: inout FacetTable?) throws -> SearchFilters? {
        guard reading.dates != nil || reading.year > 0 else { return nil }
        let key = reading.rest.filter {
            !(reading.year > 0 && ($0.folded == String(reading.year) || $0.folded == "nam"))
        }.map(\.folded).joined()
        let types = store.manifest.types.map { $0.split(separator: " ").map(String.init) }.filter { $0.contains(key) }
        if types.isEmpty { return nil }
        let facets = try table ?? store.facets()
        table = facets
        return SearchFilters(
            values: [.type: types.joined().flatMap { facets.ids(of: .type, named: $0) }],
            years: reading.year > 0 ? reading.year...reading.year : nil)
    }

    /// Drops what is not of the day or the month, where anything is of it.
    private func keepDay(of reading: QueryReading, _ scores: inout [Int]) throws {
        guard let dates = reading.dates else { return }
        let runs = try store.dates().filter { dates.days.contains($0.value) }.map(\.records)
        let isOfDay = { (record: Int) in runs.contains { $0.contains(record) } }
        guard scores.indices.contains(where: { scores[$0] > 0 && isOfDay($0) }) else { return }
        for record in scores.indices where !isOfDay(record) { scores[record] = 0 }
    }

    /// Bearers of numbers, and records that define a term: of several numbers one of each, then the next of each.
    private func first(
        _ numbers: [NumberLookup.Found], _ beside: [Int]?, _ defined: [Int], _ scores: [Int]
    ) -> [Int] {
        func ranked(_ records: [Int], _ scores: [Int]) -> [Int] {
            records.filter { $0 < scores.count }.sorted {
                scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 > $1
            }
        }
        let lists =
            numbers.map { number in beside.map { ranked(number.records, $0) } ?? number.records }
            + [ranked(defined, scores)]
        var first: [Int] = []
        var seen = Set<Int>()
        for place in 0..<(lists.map(\.count).max() ?? 0) {
            for list in lists where place < list.count && seen.insert(list[place]).inserted {
                first.append(list[place])
            }
        }
        return first
    }

    private func hits(
        _ kept: [Int], _ scores: [Int], _ numbers: [NumberLookup.Found], _ first: [Int], _ tokens: [Token], nearest: Int
    ) throws -> [SearchHit] {
        let bearers = Set(numbers.flatMap(\.records))
        let leading = Set(first)
        let isRanked = options.order == .relevance
        let hits = try order(kept, scores).prefix(max(options.limit, isRanked ? store.manifest.weights.nearest : 0))
            .compactMap { record in
                try store.record(record).map {
                    SearchHit(
                        $0, record, score: scores[record], isNumberMatch: bearers.contains(record),
                        isFirst: leading.contains(record), query: tokens)
                }
            }
        let ordered =
            isRanked && nearest > 0 ? Closeness(tokens, store.manifest.weights).ordered(hits, first: nearest) : hits
        return Array(ordered.prefix(options.limit))
    }

    private func order(_ records: [Int], _ scores: [Int]) -> [Int] {
        switch options.order {
        case .relevance: records.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 > $1 }
        case .newest: records.reversed()
        case .oldest: records.filter { $0 >= store.manifest.undated } + records.filter { $0 < store.manifest.undated }
        }
    }

    /// Lets the first hits lead to the provision; says whether the first of them has it.
    private func lead(
        to asked: AskedProvision, _ hits: inout [SearchHit], _ tokens: [Token]
    ) throws -> SearchAnswer.FoundProvision? {
        var isThere = false
        for place in hits.indices.prefix(Self.lookedInto) {
            guard let row = try store.record(hits[place].record) else { continue }
            let code = row.sections > 0 ? try store.sections(of: row).provisions : row.provisions
            let found = asked.anchor(among: code)
            hits[place].anchor = found.anchor
            if place == 0 { isThere = found.isWhole }
        }
        return hits.isEmpty
            ? nil : SearchAnswer.FoundProvision(name: Array(tokens[asked.tokens]).typed, isThere: isThere)
    }

    private func absent(
        _ numbers: [NumberLookup.Found], _ tokens: [Token], _ ranking: WordRanking
    ) throws -> [SearchAnswer.AbsentNumber] {
        try numbers.compactMap { number in
            guard let words = number.absent else { return nil }
            var at = 0
            let own = tokens.filter { token in
                defer { at += NumberToken.all(in: token.typed).count }
                return number.tokens.contains(at)
            }
            let naming = try ranking.holders(of: words.joined(separator: " "), isNumber: true)
            return SearchAnswer.AbsentNumber(number: own.typed, naming: naming?.count ?? 0)
        }
    }
}
