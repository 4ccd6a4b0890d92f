import Glibc
import Synchronization

/// The open connections of a server: how many there may be, and how long each may take.
///
/// A connection that takes too long is shut down from outside, so that the task that serves it sees its end. Descriptors are
/// closed by that task alone, after it has taken its entry out: a number is never used once another file may bear it.
final class ConnectionTable: Sendable {
    /// What a connection is at, and what it may take for it.
    enum Phase: Sendable {
        /// Open, without a request.
        case idle
        /// A request has begun to come.
        case reading
        /// The body of a request that is welcome is on its way.
        case receiving
        /// The answer is being made; pages that wait for news take some twenty seconds.
        case answering
        /// The answer is on its way.
        case sending

        var patience: Duration {
            switch self {
            case .idle: .seconds(30)
            case .reading: .seconds(10)
            case .receiving: .seconds(60)
            case .answering: .seconds(120)
            case .sending: .seconds(60)
            }
        }
    }

    private struct Entry {
        var descriptor: Int32
        var phase: Phase
        var since: ContinuousClock.Instant
        var isShutDown = false
    }

    private struct Table {
        var entries: [Int: Entry] = [:]
        var nextID = 0
        var openCount: Int { entries.values.count { !$0.isShutDown } }
    }

    /// Connections open at once.
    let limit: Int
    private let table = Mutex(Table())

    init(limit: Int = ConnectionTable.limitOfThisProcess) { self.limit = limit }

    /// At most 256, fewer where the process may open few files: some are needed to read the folders.
    static var limitOfThisProcess: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 256 }
        return max(8, min(256, Int(clamping: limit.rlim_cur) - 64))
    }

    /// Takes a new connection; nil when there are too many and none can be spared.
    func add(_ descriptor: Int32) -> Int? {
        table.withLock { table in
            if table.openCount >= limit, !Self.spareOne(&table) { return nil }
            table.nextID += 1
            table.entries[table.nextID] = Entry(descriptor: descriptor, phase: .idle, since: .now)
            return table.nextID
        }
    }

    func enter(_ phase: Phase, _ id: Int) {
        table.withLock { table in
            table.entries[id]?.phase = phase
            table.entries[id]?.since = .now
        }
    }

    /// To be called before the descriptor is closed.
    var isEmpty: Bool { table.withLock { $0.entries.isEmpty } }

    func remove(_ id: Int) { table.withLock { _ = $0.entries.removeValue(forKey: id) } }

    /// Shuts down the connections that take too long.
    func shutDownOverdue() {
        table.withLock { table in
            let now = ContinuousClock.now
            for (id, entry) in table.entries where !entry.isShutDown && now - entry.since > entry.phase.patience {
                Self.shutDown(id, &table)
            }
        }
    }

    /// Shuts down a connection that can be spared, the one that has waited longest. False when there is none.
    @discardableResult
    func makeRoom() -> Bool { table.withLock { Self.spareOne(&$0) } }

    private static func spareOne(_ table: inout Table) -> Bool {
        let spare = table.entries.filter { _, entry in
            !entry.isShutDown && (entry.phase == .idle || entry.phase == .reading)
        }
        guard let oldest = spare.min(by: { $0.value.since < $1.value.since }) else { return false }
        shutDown(oldest.key, &table)
        return true
    }

    private static func shutDown(_ id: Int, _ table: inout Table) {
        guard let entry = table.entries[id] else { return }
        table.entries[id]?.isShutDown = true
        _ = shutdown(entry.descriptor, Int32(SHUT_RDWR))
    }
}
