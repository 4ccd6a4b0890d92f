/// How answers hang together: rows that are sums of others, and questions put only to those who gave certain answers.
struct AnswerTies: Sendable {
    /// An answer that counts those of several others.
    struct Net: Hashable, Sendable {
        var answer: Int
        var parts: [Int]
    }

    /// A part of the sample that is asked because of its answers.
    struct Filter: Hashable, Sendable {
        var sample: Int
        /// The question's number, and the answers of those who are asked on.
        var question: Int
        var answers: [Int]
        /// The sample that was asked the first question.
        var source: Int
    }

    private(set) var nets: [Net] = []
    private(set) var filters: [Filter] = []
    /// Tables that a filter was found for and not stated: the table, that of the first question, and rows of it.
    private(set) var unstated: [(table: Int, source: Int, rows: [Int])] = []
    /// Tables with sums of answers of another that cannot be told apart.
    private(set) var undecided: [(table: Int, source: Int)] = []
    /// Tables whose stated filter does not fit.
    private(set) var contradicted: [Int] = []

    private let placement: TablePlacement
    private static let mostRows = 12

    init(_ placement: TablePlacement) {
        self.placement = placement
        for index in placement.tables.indices {
            statedNets(index)
            for other in placement.tables.indices where other != index { findNets(of: index, in: other) }
            findFilter(index)
        }
        nets = Array(Set(nets)).sorted { ($0.answer, $0.parts.count) < ($1.answer, $1.parts.count) }
        filters = Array(Set(filters)).sorted { ($0.sample, $0.question) < ($1.sample, $1.question) }
    }

    private mutating func statedNets(_ index: Int) {
        let rows = placement.answers[index]
        for (net, parts) in placement.tables[index].nets {
            nets.append(Net(answer: rows[net], parts: parts.map { rows[$0] }.sorted()))
        }
    }

    /// Rows of a table that are sums of another table's: collapsed answers. In one sample, by all that both publish.
    private mutating func findNets(of index: Int, in other: Int) {
        let (table, source) = (placement.tables[index], placement.tables[other])
        guard placement.samples[index] == placement.samples[other], source.isExclusive,
            table.answers.count <= Self.mostRows, source.answers.count <= Self.mostRows
        else { return }
        let isSameQuestion = placement.questions[index] == placement.questions[other]
        let plain = source.answers.indices.filter { source.nets[$0] == nil }
        let (own, columns) = common(index, other)
        var found: [Net] = []
        for row in table.answers.indices where !placement.answers[other].contains(placement.answers[index][row]) {
            guard let parts = Self.sum(own(row), of: plain.map { ($0, columns($0)) }, atLeast: 1) else { continue }
            found.append(
                Net(answer: placement.answers[index][row], parts: parts.map { placement.answers[other][$0] }.sorted()))
        }
        // Of another question by more than its totals; by these alone where it is worded alike.
        let isWhole = found.count == table.answers.count && table.isExclusive
        let isTold = own(0).count > 2 || isWhole && Self.isWordedAlike(table.question, source.question)
        guard !found.isEmpty, isSameQuestion || isTold else { return }
        // An answer that nobody gave may be part of any of the sums.
        if plain.contains(where: { row in columns(row).allSatisfy { $0 == 0 } }) {
            undecided.append((index, other))
        } else {
            nets += found
        }
    }

    /// Whether one wording begins with the other, or nearly.
    private static func isWordedAlike(_ a: SurveyTable.Spelling, _ b: SurveyTable.Spelling) -> Bool {
        zip(a.text, b.text).prefix { $0 == $1 }.count * 10 >= min(a.text.count, b.text.count) * 8
    }

    /// The figures of rows that both tables publish: totals, and groups of a grouping that both have.
    private func common(_ a: Int, _ b: Int) -> ((Int) -> [Int?], (Int) -> [Int?]) {
        let isSame = placement.groupings[a] == placement.groupings[b]
        func row(_ table: Int) -> (Int) -> [Int?] {
            { row in
                let counts = placement.tables[table].counts[row]
                var ordered = [Int?](repeating: nil, count: counts.count)
                for (column, count) in zip(placement.columns[table], counts) { ordered[column] = count }
                return [placement.tables[table].totals[row]] + (isSame ? ordered : [])
            }
        }
        return (row(a), row(b))
    }

    /// The rows whose sum a vector is; the fewest that are.
    private static func sum(_ wanted: [Int?], of rows: [(Int, [Int?])], atLeast: Int) -> [Int]? {
        guard rows.count <= mostRows, !wanted.contains(nil), rows.allSatisfy({ !$0.1.contains(nil) }),
            wanted.contains(where: { $0 != 0 })
        else { return nil }
        let sets = (1..<(1 << max(0, rows.count))).filter {
            $0.nonzeroBitCount >= atLeast && $0 != (1 << rows.count) - 1
        }
        .sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
        let set = sets.first { set in
            wanted.indices.allSatisfy { place in
                var sum = 0
                for bit in rows.indices where set >> bit & 1 == 1 { sum += rows[bit].1[place] ?? 0 }
                return sum == wanted[place]
            }
        }
        return set.map { set in rows.indices.filter { set >> $0 & 1 == 1 }.map { rows[$0].0 } }
    }

    // MARK: Filters

    private mutating func findFilter(_ index: Int) {
        let table = placement.tables[index]
        let sample = placement.samples[index]
        switch table.filter {
        case .none: return
        case .those(let wording, let names):
            let sources = placement.tables.indices.filter {
                placement.tables[$0].question == wording && placement.samples[$0] != sample
            }
            for source in sources {
                let rows = names.compactMap { placement.tables[source].answers.firstIndex(of: $0) }
                let sum = rows.compactMap { placement.tables[source].totals[$0] }.reduce(0, +)
                // The first question may be known of some people fewer, where its table parts them.
                guard rows.count == names.count, sum + sum / 10 + 10 >= table.base else { continue }
                return add(sample, source, rows)
            }
            contradicted.append(index)
        case .notStated:
            guard !filters.contains(where: { $0.sample == sample }) else { return }
            for source in placement.tables.indices {
                guard placement.sizes[placement.samples[source]] > table.base,
                    placement.questions[source] != placement.questions[index],
                    let rows = rows(of: source, asking: index)
                else { continue }
                unstated.append((index, source, rows))
                return add(sample, source, rows)
            }
        }
    }

    private mutating func add(_ sample: Int, _ source: Int, _ rows: [Int]) {
        filters.append(
            Filter(
                sample: sample, question: placement.questions[source],
                answers: rows.map { placement.answers[source][$0] }, source: placement.samples[source]))
    }

    /// Answers of a table whose givers are as many as those another was asked of, in all and by group.
    private func rows(of source: Int, asking index: Int) -> [Int]? {
        let other = placement.tables[source]
        let (table, isSame) = (placement.tables[index], placement.groupings[source] == placement.groupings[index])
        var bases = [Int?](repeating: nil, count: table.groups.count)
        for (column, base) in zip(placement.columns[index], table.groupBases) { bases[column] = base }
        let wanted = [table.base] + (isSame ? bases : [])
        let (row, _) = common(source, index)
        let plain = other.answers.indices.filter { other.nets[$0] == nil }
        if other.isExclusive { return Self.sum(wanted, of: plain.map { ($0, row($0)) }, atLeast: 1) }
        return plain.first { row($0) == wanted }.map { [$0] }
    }
}
