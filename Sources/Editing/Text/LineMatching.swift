/// Which lines of a text stand in another, in order. Lines are the same when their letters are, composed or not.
///
/// Lines that stand once in both texts are matched first, the longest run of them in one order, and what lies between them in the
/// same way: so moved and repeated lines, above all empty ones, do not lead astray (the rule of Bram Cohen's patience diff). What
/// has no such line is compared whole where it is small.
struct LineMatching {
    struct Pair: Equatable {
        var old: Int
        var new: Int
    }

    private(set) var pairs: [Pair] = []
    private let old: [Int]
    private let new: [Int]

    /// The largest product of two stretches' lengths that is compared whole.
    private static let comparisons = 4_000_000

    init(_ old: [String], _ new: [String]) {
        var numbers: [String: Int] = [:]
        func number(_ line: String) -> Int {
            let next = numbers.count
            if let known = numbers[line] { return known }
            numbers[line] = next
            return next
        }
        self.old = old.map(number)
        self.new = new.map(number)
        match(self.old.indices, self.new.indices)
    }

    private mutating func match(_ a: Range<Int>, _ b: Range<Int>) {
        var (a, b) = (a, b)
        while let i = a.first, let j = b.first, old[i] == new[j] {
            pairs.append(Pair(old: i, new: j))
            (a, b) = (i + 1..<a.upperBound, j + 1..<b.upperBound)
        }
        var end: [Pair] = []
        while let i = a.last, let j = b.last, old[i] == new[j] {
            end.append(Pair(old: i, new: j))
            (a, b) = (a.lowerBound..<i, b.lowerBound..<j)
        }
        if !a.isEmpty, !b.isEmpty { matchBetween(a, b) }
        pairs += end.reversed()
    }

    private mutating func matchBetween(_ a: Range<Int>, _ b: Range<Int>) {
        let anchors = Self.longestRun(of: singles(a, b))
        if anchors.isEmpty {
            if a.count * b.count <= Self.comparisons { compare(a, b) }
            return
        }
        var (i, j) = (a.lowerBound, b.lowerBound)
        for anchor in anchors where anchor.old >= i && anchor.new >= j {
            match(i..<anchor.old, j..<anchor.new)
            pairs.append(anchor)
            (i, j) = (anchor.old + 1, anchor.new + 1)
        }
        match(i..<a.upperBound, j..<b.upperBound)
    }

    /// Lines that stand once in each stretch, in the order of the old text.
    private func singles(_ a: Range<Int>, _ b: Range<Int>) -> [Pair] {
        var places: [Int: (count: Int, index: Int)] = [:]
        for index in b { places[new[index], default: (0, index)].count += 1 }
        var counts: [Int: Int] = [:]
        for index in a { counts[old[index], default: 0] += 1 }
        return a.compactMap { index in
            guard counts[old[index]] == 1, let place = places[old[index]], place.count == 1 else { return nil }
            return Pair(old: index, new: place.index)
        }
    }

    /// The longest run that rises in both texts (patience sorting).
    private static func longestRun(of pairs: [Pair]) -> [Pair] {
        var tops: [Int] = []
        var before: [Int?] = Array(repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? tops[low - 1] : nil
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var run: [Pair] = []
        var next = tops.last
        while let index = next {
            run.append(pairs[index])
            next = before[index]
        }
        return run.reversed()
    }

    /// The longest common run of lines, found by comparing each with each.
    private mutating func compare(_ a: Range<Int>, _ b: Range<Int>) {
        let width = b.count + 1
        var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    old[a.lowerBound + i] == new[b.lowerBound + j]
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if old[a.lowerBound + i] == new[b.lowerBound + j] {
                pairs.append(Pair(old: a.lowerBound + i, new: b.lowerBound + j))
                (i, j) = (i + 1, j + 1)
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
    }
}
