/// Structured concurrency over a list: at most `jobs` at once, results in the order of the list.
public enum ParallelMap {
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) throws -> Result
    ) async throws -> [Result] {
        if jobs <= 1 || items.count <= 1 { return try items.map(transform) }
        return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results = [Result?](repeating: nil, count: items.count)
            var next = 0
            func add() {
                let index = next
                let item = items[index]
                group.addTask { (index, try transform(item)) }
                next += 1
            }
            while next < min(jobs, items.count) { add() }
            while let (index, result) = try await group.next() {
                results[index] = result
                if next < items.count { add() }
            }
            return results.compactMap { $0 }
        }
    }
}
