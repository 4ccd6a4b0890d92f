import Synchronization

/// Lets one after the other work on a record.
final class RecordQueues: Sendable {
    /// A lock for each record that somebody works on, and how many do or wait to.
    private let queues = Mutex<[RecordPath: (lock: Queue, users: Int)]>([:])

    private final class Queue: Sendable {
        let mutex = Mutex(())
    }

    func alone<Result>(_ path: RecordPath, _ work: () throws(StoreFault) -> Result) throws(StoreFault) -> Result {
        let queue = queues.withLock { queues in
            var entry = queues[path] ?? (Queue(), 0)
            entry.users += 1
            queues[path] = entry
            return entry.lock
        }
        defer {
            queues.withLock { queues in
                queues[path]?.users -= 1
                if queues[path]?.users == 0 { queues[path] = nil }
            }
        }
        // What the closure gives back need not be sendable, so it is carried out of the lock by hand.
        var result: Swift.Result<Result, StoreFault>?
        queue.mutex.withLock { _ in
            do throws(StoreFault) { result = .success(try work()) } catch { result = .failure(error) }
        }
        guard let result else { throw StoreFault.system("no result") }
        return try result.get()
    }
}
