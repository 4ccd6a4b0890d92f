/// Structured concurrency over the indices of a list, in ranges large enough that tasks cost nothing beside the work.
enum ParallelRanges {
    /// Calls `work` with ranges that together cover `0..<count`, at most `jobs` at once, in no particular order.
    static func forEach(
        _ count: Int, jobs: Int, of length: Int = 64, _ work: @escaping @Sendable (Range<Int>) throws -> Void
    ) async throws {
        let starts = Array(stride(from: 0, to: count, by: length))
        guard jobs > 1, starts.count > 1 else { return try work(0..<count) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, start) in starts.enumerated() {
                if index >= jobs { try await group.next() }
                group.addTask { try work(start..<min(start + length, count)) }
            }
            try await group.waitForAll()
        }
    }
}
