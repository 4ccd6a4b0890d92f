import Synchronization

/// Structured concurrency over a list: at most `jobs` at once, results in the order of the list. Inlinable, so that what is
/// asked of tens of thousands of items is compiled for them.
public enum ParallelMap {
    @inlinable
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

    /// Results in order, found by two threads, for stretches of a build that would otherwise keep one processor waiting:
    /// questions to the system, and what is made of each record before all are put in order.
    @inlinable
    public static func ask<Result: Sendable, Failure: Error>(
        _ count: Int, _ answer: @Sendable (Int) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        guard count > 64 else { return try (0..<count).map(answer) }
        let half = (count + 1) / 2
        let parts = Mutex<[Swift.Result<[Result], Failure>?]>([nil, nil])
        @Sendable func find(_ part: Int) {
            let found = Swift.Result { () throws(Failure) in
                try (part * half..<min((part + 1) * half, count)).map(answer)
            }
            parts.withLock { $0[part] = found }
        }
        SecondThread.run({ find(0) }, { find(1) })
        var results: [Result] = []
        results.reserveCapacity(count)
        for part in parts.withLock({ $0 }) { results += try part?.get() ?? [] }
        return results
    }

    /// What two questions come to, asked at the same time.
    @inlinable
    public static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let firstAnswer = Mutex<First?>(nil)
        let secondAnswer = Mutex<Second?>(nil)
        SecondThread.run(
            {
                let found = first()
                firstAnswer.withLock { $0 = found }
            },
            {
                let found = second()
                secondAnswer.withLock { $0 = found }
            })
        return (firstAnswer.withLock { $0 } ?? first(), secondAnswer.withLock { $0 } ?? second())
    }
}
