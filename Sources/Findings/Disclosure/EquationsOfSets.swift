/// Finds sets of vectors with given sums by elimination: with nearly as many figures as vectors, few sets remain to be tried.
struct EquationsOfSets {
    let vectors: [[Int]]

    init(_ vectors: [[Int]]) { self.vectors = vectors }

    /// A prime below 2^31: what solves the equations in whole numbers solves them modulo it.
    private static let prime: UInt64 = 2_147_483_647
    private static let mostFree = 16

    /// For each of the others, the sets that add up to it; nil when too many would have to be tried.
    func matches(with others: [[Int]]) -> [SubsetSums.Match]? {
        guard vectors.count < 64, others.count < 64, let length = vectors.first?.count else { return nil }
        let count = vectors.count
        var rows = (0..<length).map { place in
            (vectors + others).map { UInt64(bitPattern: Int64($0[place])) % Self.prime }
        }
        var pivots: [Int] = []
        for column in 0..<count {
            guard let found = (pivots.count..<rows.count).first(where: { rows[$0][column] != 0 }) else { continue }
            rows.swapAt(found, pivots.count)
            let own = pivots.count
            let inverse = Self.power(rows[own][column], Self.prime - 2)
            rows[own] = rows[own].map { $0 * inverse % Self.prime }
            for row in rows.indices where row != own && rows[row][column] != 0 {
                let factor = Self.prime - rows[row][column]
                for place in rows[row].indices {
                    rows[row][place] = (rows[row][place] + factor * rows[own][place]) % Self.prime
                }
            }
            pivots.append(column)
        }
        let free = (0..<count).filter { !pivots.contains($0) }
        guard free.count <= Self.mostFree else { return nil }
        var found: [SubsetSums.Match] = []
        for other in others.indices {
            for choice in 0..<(1 << free.count) {
                guard let set = set(choice, free, pivots, rows, column: count + other) else { continue }
                let match = SubsetSums.Match(ours: set, theirs: 1 << UInt64(other))
                if isExact(match, others[other]) { found.append(match) }
                if found.count > SubsetSums.mostMatches { return nil }
            }
        }
        return found
    }

    private func set(_ choice: Int, _ free: [Int], _ pivots: [Int], _ rows: [[UInt64]], column: Int) -> UInt64? {
        var set: UInt64 = 0
        for (bit, unknown) in free.enumerated() where choice >> bit & 1 == 1 { set |= 1 << UInt64(unknown) }
        for (row, pivot) in pivots.enumerated() {
            var value = rows[row][column]
            for (bit, unknown) in free.enumerated() where choice >> bit & 1 == 1 {
                value = (value + Self.prime - rows[row][unknown]) % Self.prime
            }
            guard value <= 1 else { return nil }
            set |= value << UInt64(pivot)
        }
        return set
    }

    private func isExact(_ match: SubsetSums.Match, _ other: [Int]) -> Bool {
        other.indices.allSatisfy { place in
            let sum = vectors.indices.reduce(0) { $0 + (match.ours >> UInt64($1) & 1 == 1 ? vectors[$1][place] : 0) }
            return sum == other[place]
        }
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, base, exponent) = (UInt64(1), base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
