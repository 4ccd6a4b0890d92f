import Dispatch
import Synchronization

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

    /// Results in order, found by two threads: for questions to the system, which takes most of the time of a build that
    /// changes little.
    public static func ask<Result: Sendable>(
        _ count: Int, _ answer: @Sendable (Int) throws -> Result
    ) throws -> [Result] {
        guard count > 64 else { return try (0..<count).map(answer) }
        let parts = Mutex<[Int: Swift.Result<[Result], any Error>]>([:])
        let half = (count + 1) / 2
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            let found = Swift.Result { try (part * half..<min((part + 1) * half, count)).map(answer) }
            parts.withLock { $0[part] = found }
        }
        let found = parts.withLock { $0 }
        return try (0..<2).flatMap { try found[$0]?.get() ?? [] }
    }
}
