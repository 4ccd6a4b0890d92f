/// The smallest sets of two lists of groups that hold the same people, as far as sums tell: a region and its provinces.
struct SetsOfGroups {
    struct Atom: Hashable {
        var ours: [Int]
        var theirs: [Int]
    }

    private let ours: [[Int]]
    private let theirs: [[Int]]

    /// - Parameters: Figures by group; of the finer list first.
    init(_ ours: [[Int]], _ theirs: [[Int]]) {
        self.ours = ours
        self.theirs = theirs
    }

    /// One that holds everybody where nothing less agrees; nil when it cannot be found out.
    func find() -> [Atom]? {
        guard !ours.isEmpty, !theirs.isEmpty else { return [] }
        if let matches = SubsetSums(ours).matches(with: theirs) { return atoms(matches) ?? cover(matches) }
        if let matches = EquationsOfSets(ours).matches(with: theirs) { return atoms(matches) ?? cover(matches) }
        return inOrder()
    }

    /// Groups that no match parts. Nil when the matches contradict each other.
    private func atoms(_ matches: [SubsetSums.Match]) -> [Atom]? {
        func signature(_ bits: (SubsetSums.Match) -> Bool) -> [Bool] { matches.map(bits) }
        var atoms: [[Bool]: Atom] = [:]
        for index in ours.indices {
            atoms[signature { $0.ours >> index & 1 == 1 }, default: Atom(ours: [], theirs: [])].ours.append(index)
        }
        for index in theirs.indices {
            atoms[signature { $0.theirs >> index & 1 == 1 }, default: Atom(ours: [], theirs: [])].theirs.append(index)
        }
        let sorted = atoms.values.sorted { ($0.ours.first ?? -1, $0.theirs) < ($1.ours.first ?? -1, $1.theirs) }
        return sorted.allSatisfy { sum(ours, $0.ours) == sum(theirs, $0.theirs) } ? sorted : nil
    }

    /// Where some sums agree by chance: the one way to part all groups among those of the other list, if there is just one.
    private func cover(_ matches: [SubsetSums.Match]) -> [Atom]? {
        let wholes = theirs.indices.dropLast().map { index in matches.filter { $0.theirs == 1 << UInt64(index) } }
        let everybody: UInt64 = (1 << UInt64(ours.count)) - 1
        var found: [[UInt64]] = []
        var steps = 0
        func part(_ index: Int, _ taken: UInt64, _ sets: [UInt64]) {
            steps += 1
            guard found.count < 2, steps < 100_000 else { return }
            guard index < wholes.count else { return found.append(sets + [everybody & ~taken]) }
            for match in wholes[index] where match.ours & taken == 0 {
                part(index + 1, taken | match.ours, sets + [match.ours])
            }
        }
        part(0, 0, [])
        guard found.count == 1, steps < 100_000 else { return nil }
        return found[0].enumerated().map { index, set in
            Atom(ours: ours.indices.filter { set >> UInt64($0) & 1 == 1 }, theirs: [index])
        }
    }

    private func sum(_ vectors: [[Int]], _ members: [Int]) -> [Int] {
        members.reduce([Int](repeating: 0, count: ours[0].count)) { zip($0, vectors[$1]).map(+) }
    }

    /// Groups of one coarse group commonly stand side by side.
    private func inOrder() -> [Atom]? {
        var atoms: [Atom] = []
        var free = Array(theirs.indices)
        var run: [Int] = []
        for index in ours.indices {
            run.append(index)
            let sum = sum(ours, run)
            guard let place = free.firstIndex(where: { theirs[$0] == sum }) else { continue }
            atoms.append(Atom(ours: run, theirs: [free.remove(at: place)]))
            run = []
        }
        return run.isEmpty && free.isEmpty ? atoms : nil
    }
}

private func < (a: (Int, [Int]), b: (Int, [Int])) -> Bool {
    a.0 != b.0 ? a.0 < b.0 : a.1.lexicographicallyPrecedes(b.1)
}
