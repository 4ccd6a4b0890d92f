import Foundation

/// How the groups of different groupings hang together: provinces in regions, an age group that two splits share.
///
/// Readers know it; here a record states it, or the counts show it, since then they add up in everything that both
/// groupings are published for. Sets of groups are compared whatever order they are listed in.
struct GroupingTies: Sendable {
    /// A group of a grouping.
    struct Group: Hashable, Sendable {
        var grouping: Int
        var index: Int
    }

    /// Two sets of groups that hold the same people.
    struct Tie: Hashable, Sendable {
        var ours: [Group]
        var theirs: [Group]
    }

    private(set) var ties: [Tie] = []
    /// What the counts cannot decide.
    private(set) var doubts: [Doubt] = []

    struct Doubt: Hashable, Sendable {
        var finer: Int
        var coarser: Int
        var kind: Kind

        enum Kind: Hashable, Sendable {
            /// They may nest, and it cannot be found out: the finer grouping is withheld.
            case undecided
            /// Sums agree, perhaps by chance.
            case chance([SurveyTable.Spelling: [SurveyTable.Spelling]])
            /// The record states what the counts contradict.
            case contradicted
        }
    }

    private let placement: TablePlacement
    private let isSearching: Bool

    /// What both groupings publish: a sample's bases, or an answer's respondents.
    private struct Coordinate: Hashable {
        var sample: Int
        var answer: Int?
    }

    private var figures: [[Coordinate: [Int?]]] = []

    /// - Parameter isSearching: Whether what is not stated is looked for; no need where nothing is withheld.
    init(_ placement: TablePlacement, stated: [Statement], isSearching: Bool = true) {
        self.isSearching = isSearching
        self.placement = placement
        figures = placement.groupNames.map { _ in [:] }
        for (index, table) in placement.tables.enumerated() {
            let grouping = placement.groupings[index]
            func add(_ answer: Int?, _ counts: [Int?]) {
                let coordinate = Coordinate(sample: placement.samples[index], answer: answer)
                var ordered =
                    figures[grouping][coordinate] ?? [Int?](repeating: nil, count: placement.groupNames[grouping].count)
                for (column, count) in zip(placement.columns[index], counts) {
                    ordered[column] = count ?? ordered[column]
                }
                figures[grouping][coordinate] = ordered
            }
            add(nil, table.groupBases)
            for (row, answer) in placement.answers[index].enumerated() { add(answer, table.counts[row]) }
        }
        let parted = placement.groupNames.indices.filter { placement.groupNames[$0].count > 1 }
        for (place, a) in parted.enumerated() {
            for b in parted[(place + 1)...] {
                let isFiner = placement.groupNames[a].count >= placement.groupNames[b].count
                relate(isFiner ? a : b, isFiner ? b : a, stated)
            }
        }
    }

    private mutating func relate(_ fine: Int, _ coarse: Int, _ stated: [Statement]) {
        let (fineName, coarseName) = (placement.groupingNames[fine], placement.groupingNames[coarse])
        // What a record says of a grouping is all that it lies within.
        let own = stated.filter { $0.by == fineName }
        let other = stated.filter { $0.by == coarseName }
        let fitting = own.filter { $0.within == coarseName } + other.filter { $0.within == fineName }
        if let statement = fitting.first(where: { !$0.parts.isEmpty }) { return accept(statement, fine, coarse) }
        let isAlike = placement.groupNames[fine].count == placement.groupNames[coarse].count
        if fitting.isEmpty, !own.isEmpty || isAlike && !other.isEmpty { return shareByName(fine, coarse) }
        if isSearching || !fitting.isEmpty { find(fine, coarse, isStated: !fitting.isEmpty) }
    }

    // MARK: Stated

    private mutating func accept(_ statement: Statement, _ fine: Int, _ coarse: Int) {
        let isTurned = statement.by != placement.groupingNames[fine]
        let (parts, wholes) = isTurned ? (coarse, fine) : (fine, coarse)
        for (whole, members) in statement.parts.sorted(by: { $0.key < $1.key }) {
            let ours = members.compactMap { placement.groupNames[parts].firstIndex(of: $0) }
            guard let theirs = placement.groupNames[wholes].firstIndex(of: whole), ours.count == members.count else {
                doubts.append(Doubt(finer: fine, coarser: coarse, kind: .contradicted))
                return
            }
            let (small, large) = (vectors(parts, beside: wholes), vectors(wholes, beside: parts))
            let sum = small.first.map { first in
                ours.reduce([Int](repeating: 0, count: first.count)) { zip($0, small[$1]).map(+) }
            }
            guard sum == nil || zip(sum ?? [], large[theirs]).allSatisfy({ $0 == $1 }) else {
                doubts.append(Doubt(finer: fine, coarser: coarse, kind: .contradicted))
                return
            }
            ties.append(
                Tie(
                    ours: ours.sorted().map { Group(grouping: parts, index: $0) },
                    theirs: [Group(grouping: wholes, index: theirs)]))
        }
    }

    /// Groups of one name that hold as many people in everything.
    private mutating func shareByName(_ fine: Int, _ coarse: Int) {
        let (small, large) = (vectors(fine, beside: coarse), vectors(coarse, beside: fine))
        for (index, name) in placement.groupNames[fine].enumerated() {
            guard let twin = placement.groupNames[coarse].firstIndex(of: name),
                placement.groupingNames[fine] == placement.groupingNames[coarse], small[index] == large[twin]
            else { continue }
            ties.append(
                Tie(ours: [Group(grouping: fine, index: index)], theirs: [Group(grouping: coarse, index: twin)]))
        }
    }

    // MARK: Found

    /// By group, its figures in everything that both groupings are known for.
    private func vectors(_ grouping: Int, beside other: Int) -> [[Int]] {
        let common = common(grouping, other)
        return placement.groupNames[grouping].indices.map { group in
            common.map { figures[grouping][$0]?[group] ?? 0 }
        }
    }

    private func common(_ a: Int, _ b: Int) -> [Coordinate] {
        figures[a].keys.filter { coordinate in
            guard let others = figures[b][coordinate], let own = figures[a][coordinate] else { return false }
            return !own.contains { $0 == nil } && !others.contains { $0 == nil }
        }.sorted { ($0.sample, $0.answer ?? -1) < ($1.sample, $1.answer ?? -1) }
    }

    private mutating func find(_ fine: Int, _ coarse: Int, isStated: Bool) {
        let (small, large) = (vectors(fine, beside: coarse), vectors(coarse, beside: fine))
        guard let length = small.first?.count, length > 0 else {
            // Nothing is known of both: nobody can compare them, unless a record says how.
            if isStated { doubts.append(Doubt(finer: fine, coarser: coarse, kind: .undecided)) }
            return
        }
        let filled = small.indices.filter { small[$0].contains { $0 != 0 } }
        let filledLarge = large.indices.filter { large[$0].contains { $0 != 0 } }
        let ours = filled.map { small[$0] }
        let theirs = filledLarge.map { large[$0] }
        guard let atoms = SetsOfGroups(ours, theirs).find() else {
            doubts.append(Doubt(finer: fine, coarser: coarse, kind: .undecided))
            return
        }
        guard atoms.count > 1 else {
            if isStated { doubts.append(Doubt(finer: fine, coarser: coarse, kind: .contradicted)) }
            return
        }
        let found = atoms.map { atom in
            Tie(
                ours: atom.ours.map { Group(grouping: fine, index: filled[$0]) },
                theirs: atom.theirs.map { Group(grouping: coarse, index: filledLarge[$0]) })
        }
        // Nobody in it: it may lie in any group.
        let hasEmpty = filled.count < small.count
        let isShared = found.allSatisfy { tie in
            tie.ours.count > 1 || tie.theirs.count > 1 || name(tie.ours[0]) == name(tie.theirs[0])
        }
        let isNamed = isShared && found.contains { $0.ours.count == 1 && $0.theirs.count == 1 }
        if !isStated,
            hasEmpty || !isNamed && chance(ours, theirs, isNest: found.allSatisfy { $0.theirs.count == 1 }) > -7
                || found.contains(where: \.ours.isEmpty)
        {
            var parts: [SurveyTable.Spelling: [SurveyTable.Spelling]] = [:]
            for tie in found where tie.theirs.count == 1 { parts[name(tie.theirs[0])] = tie.ours.map(name) }
            doubts.append(Doubt(finer: fine, coarser: coarse, kind: .chance(parts)))
        }
        ties += found
    }

    private func name(_ group: Group) -> SurveyTable.Spelling { placement.groupNames[group.grouping][group.index] }

    /// The binary logarithm of how many such sums agree by chance.
    private func chance(_ ours: [[Int]], _ theirs: [[Int]], isNest: Bool) -> Double {
        // Ways to part the groups among the others, or to choose some of both.
        let others = Double(theirs.count)
        var bits = isNest ? Double(ours.count) * log2(others) : Double(ours.count) + others - 1
        let equations = isNest ? others - 1 : 1
        for place in ours[0].indices {
            let squares = (ours + theirs).reduce(0.0) { $0 + Double($1[place]) * Double($1[place]) }
            bits -= equations * log2(1 + 1.25 * squares.squareRoot())
        }
        return bits
    }
}
