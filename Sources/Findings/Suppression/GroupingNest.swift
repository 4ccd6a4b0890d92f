/// Finds groupings that nest: every group of the coarse one is made of groups of the fine one, as a region of provinces.
///
/// A reader knows which province lies in which region; here it shows in the counts, which add up in every question that both
/// groupings are published for. Where they do so by chance, a little more is hidden than needed.
enum GroupingNest {
    /// By group of the fine grouping, the group of the coarse one that it belongs to. Nil when they do not nest, or when that
    /// is not found out in so many steps.
    ///
    /// - Parameters: Figures by group: counts of all answers to all questions.
    static func find(fine: [[Int]], coarse: [[Int]]) -> [Int]? {
        guard coarse.count > 1, fine.count >= coarse.count, sum(fine) == sum(coarse) else { return nil }
        return inOrder(fine, coarse) ?? search(fine, coarse)
    }

    /// Groups of one coarse group commonly stand side by side.
    private static func inOrder(_ fine: [[Int]], _ coarse: [[Int]]) -> [Int]? {
        var parents: [Int] = []
        var free = Array(coarse.indices)
        var run = [Int](repeating: 0, count: coarse[0].count)
        var length = 0
        for column in fine {
            run = zip(run, column).map(+)
            length += 1
            guard let place = free.firstIndex(where: { coarse[$0] == run }) else { continue }
            parents += Array(repeating: free.remove(at: place), count: length)
            run = run.map { _ in 0 }
            length = 0
        }
        // Empty groups at the end belong to whatever stands last.
        if length > 0, free.isEmpty, run.allSatisfy({ $0 == 0 }), let last = parents.last {
            parents += Array(repeating: last, count: length)
            length = 0
        }
        return free.isEmpty && length == 0 ? parents : nil
    }

    private static let mostSteps = 100_000

    /// The largest groups first, each wherever it fits.
    private static func search(_ fine: [[Int]], _ coarse: [[Int]]) -> [Int]? {
        let order = fine.indices.sorted { (fine[$1].reduce(0, +), $0) < (fine[$0].reduce(0, +), $1) }
        var parents = [Int](repeating: -1, count: fine.count)
        var rest = coarse
        var steps = 0
        func place(_ index: Int) -> Bool {
            guard index < order.count else { return rest.allSatisfy { $0.allSatisfy { $0 == 0 } } }
            let column = fine[order[index]]
            for group in coarse.indices where zip(column, rest[group]).allSatisfy({ $0 <= $1 }) {
                steps += 1
                guard steps < mostSteps else { return false }
                let before = rest[group]
                rest[group] = zip(before, column).map(-)
                parents[order[index]] = group
                if place(index + 1) { return true }
                rest[group] = before
            }
            return false
        }
        return place(0) ? parents : nil
    }

    private static func sum(_ columns: [[Int]]) -> [Int] {
        columns.dropFirst().reduce(columns.first ?? []) { zip($0, $1).map(+) }
    }
}
