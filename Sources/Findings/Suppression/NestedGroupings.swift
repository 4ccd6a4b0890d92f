/// Which groupings of a survey nest in which others.
struct NestedGroupings: Sendable {
    /// By fine grouping and coarse one: the coarse group of each fine one.
    private var relations: [String: [String: [Int]]] = [:]
    private var sizes: [String: Int] = [:]
    /// Pairs that were looked at: what a wider audience was shown was decided on this, so it stays.
    private var seen: Set<[String]> = []

    /// Looks at pairs of groupings that a question is published by, in all questions that both are.
    mutating func relate(_ questions: [String: [SurveyQuestion.Breakdown]]) {
        var columns: [String: [String: [[Int]]]] = [:]
        for (question, tables) in questions {
            for table in tables {
                sizes[table.key] = table.groupBases.count
                columns[table.key, default: [:]][question] = table.groupBases.indices.map { group in
                    [table.groupBases[group]] + table.counts.map { $0[group] }
                }
            }
        }
        let keys = columns.keys.sorted()
        for coarse in keys {
            for fine in keys where fine != coarse {
                let shared = Set(columns[fine]?.keys.map { $0 } ?? []).intersection(
                    columns[coarse]?.keys.map { $0 } ?? []
                )
                .sorted()
                guard !shared.isEmpty, isFiner(fine, coarse), seen.insert([fine, coarse]).inserted else { continue }
                func vectors(_ key: String) -> [[Int]] {
                    (0..<(sizes[key] ?? 0)).map { group in shared.flatMap { columns[key]?[$0]?[group] ?? [] } }
                }
                relations[fine, default: [:]][coarse] = GroupingNest.find(fine: vectors(fine), coarse: vectors(coarse))
            }
        }
    }

    /// More groups are finer; of two groupings with as many, the later by name, so that one under two names is one.
    private func isFiner(_ a: String, _ b: String) -> Bool { (sizes[a] ?? 0, a) > (sizes[b] ?? 0, b) }

    /// The finest of the groupings that one nests in.
    func parent(of grouping: String) -> String? {
        relations[grouping]?.keys.max { isFiner($1, $0) }
    }

    /// All that it nests in one by one, the coarsest first.
    func ancestors(of grouping: String) -> [String] {
        var chain: [String] = []
        var next = parent(of: grouping)
        while let key = next {
            chain.insert(key, at: 0)
            next = parent(of: key)
        }
        return chain
    }

    /// The group of `coarse` that each group of `fine` belongs to, by way of what lies between.
    func groups(of fine: String, in coarse: String) -> [Int]? {
        guard let parent = parent(of: fine), let direct = relations[fine]?[parent] else { return nil }
        return parent == coarse ? direct : groups(of: parent, in: coarse).map { above in direct.map { above[$0] } }
    }

    func children(of grouping: String) -> [(key: String, belongs: [Int])] {
        relations.keys.sorted().compactMap { child in
            guard parent(of: child) == grouping, let belongs = relations[child]?[grouping] else { return nil }
            return (child, belongs)
        }
    }

    func coarsestFirst(_ groupings: Set<String>) -> [String] {
        groupings.sorted { (ancestors(of: $0).count, $0) < (ancestors(of: $1).count, $1) }
    }

    struct Families {
        /// Groupings that nest in each other, the coarsest first.
        var chains: [[String]] = []
        /// Further groupings within one of a chain, each behind all that it nests in.
        var branches: [[String]] = []
        /// Groupings that are one classification crossed with another, or that such a one was published by: no network
        /// holds all their equations, so nothing of them is published.
        var whole: [String] = []
    }

    /// Parts the groupings of one question.
    func families(_ groupings: [String], decided: Set<String>) -> Families {
        var families = Families()
        var left: [String] = []
        for key in groupings {
            let above = (relations[key]?.keys.map { $0 } ?? []).filter(groupings.contains)
            let stray = above.filter { !ancestors(of: key).contains($0) }
            guard stray.isEmpty else {
                families.whole += decided.contains(key) ? stray.filter { !decided.contains($0) } : [key]
                if decided.contains(key) { left.append(key) }
                continue
            }
            left.append(key)
        }
        left.removeAll(where: families.whole.contains)
        func chain(_ key: String) -> [String] { ancestors(of: key).filter(left.contains) + [key] }
        func isAbove(_ a: String, _ b: String) -> Bool { chain(b).dropLast().contains(a) }
        // From each that nests in none, along what is decided, then the first.
        var used: Set<String> = []
        for root in left where chain(root).count == 1 {
            var way = [root]
            while let last = way.last {
                let next = left.filter { chain($0).dropLast().last == last }
                guard let child = next.first(where: decided.contains) ?? next.first else { break }
                if !decided.contains(last), next.count(where: decided.contains) > 1 { families.whole.append(last) }
                way.append(child)
            }
            used.formUnion(way)
            families.chains.append(way.filter { !families.whole.contains($0) })
        }
        families.branches = left.filter { !used.contains($0) }.map(chain).sorted { $0.count < $1.count }
        return families
    }
}
