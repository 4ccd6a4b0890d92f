/// Finds which sets of one list of vectors add up to the same as sets of another, wherever their members stand.
///
/// Vectors are first compared through a linear form modulo 2^64, so that sums of sets are sums of numbers; what matches is
/// then added up in full. Half of the first list is tabled, the other half looked up: 2^(n/2) steps for n vectors.
struct SubsetSums {
    let vectors: [[Int]]
    private let numbers: [UInt64]

    init(_ vectors: [[Int]]) {
        self.vectors = vectors
        numbers = vectors.map(Self.number)
    }

    /// A linear form with fixed factors.
    private static func number(_ vector: [Int]) -> UInt64 {
        var state: UInt64 = 0x2545_F491_4F6C_DD1D
        var sum: UInt64 = 0
        for value in vector {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            sum &+= (state ^ (state >> 29)) &* UInt64(bitPattern: Int64(value))
        }
        return sum
    }

    /// A set of each list, as bits.
    struct Match: Hashable {
        var ours: UInt64
        var theirs: UInt64
    }

    static let mostSteps = 1 << 25
    static let mostMatches = 1 << 13

    /// All matches but the empty one, and that of everything; nil when that would take too long.
    ///
    /// - Parameter others: Vectors of the other list, fewer than those of this one.
    func matches(with others: [[Int]]) -> [Match]? {
        let half = min(numbers.count / 2 + 1, numbers.count, 20)
        let rest = numbers.count - half
        // A match and its complement come together: the last of the others is left out.
        let targets = max(0, others.count - 1)
        guard numbers.count < 63, targets < 24, rest + targets < 26, (1 << rest) << targets <= Self.mostSteps else {
            return nil
        }
        let first = Self.sums(Array(numbers[..<half]))
        let second = Self.sums(Array(numbers[half...]))
        let wanted = Self.sums(others.dropLast().map(Self.number))
        let table = SumTable(first)
        var found: [Match] = []
        for (theirs, want) in wanted.enumerated() {
            for (upper, sum) in second.enumerated() {
                var tooMany = false
                table.each(want &- sum) { lower in
                    let match = Match(ours: UInt64(lower) | UInt64(upper) << half, theirs: UInt64(theirs))
                    guard match.ours != 0 || match.theirs != 0, isExact(match, others) else { return }
                    found.append(match)
                    tooMany = found.count > Self.mostMatches
                }
                if tooMany { return nil }
            }
        }
        return found
    }

    private func isExact(_ match: Match, _ others: [[Int]]) -> Bool {
        var sum = [Int](repeating: 0, count: vectors.first?.count ?? 0)
        for (index, vector) in vectors.enumerated() where match.ours >> index & 1 == 1 {
            for place in sum.indices { sum[place] += vector[place] }
        }
        for (index, vector) in others.enumerated() where match.theirs >> index & 1 == 1 {
            for place in sum.indices { sum[place] -= vector[place] }
        }
        return sum.allSatisfy { $0 == 0 }
    }

    /// Of every set, by its bits.
    private static func sums(_ numbers: [UInt64]) -> [UInt64] {
        var sums: [UInt64] = [0]
        sums.reserveCapacity(1 << numbers.count)
        for number in numbers { sums += sums.map { $0 &+ number } }
        return sums
    }

    /// Sets by their sum.
    private struct SumTable {
        private let sums: [UInt64]
        private var slots: [Int32]
        private let mask: Int

        init(_ sums: [UInt64]) {
            self.sums = sums
            mask = sums.count * 2 - 1
            slots = Array(repeating: -1, count: sums.count * 2)
            for index in sums.indices {
                var slot = Self.slot(sums[index], mask)
                while slots[slot] >= 0 { slot = (slot + 1) & mask }
                slots[slot] = Int32(index)
            }
        }

        private static func slot(_ sum: UInt64, _ mask: Int) -> Int {
            Int(truncatingIfNeeded: (sum &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        }

        func each(_ sum: UInt64, _ body: (Int) -> Void) {
            var slot = Self.slot(sum, mask)
            while slots[slot] >= 0 {
                let index = Int(slots[slot])
                if sums[index] == sum { body(index) }
                slot = (slot + 1) & mask
            }
        }
    }
}
