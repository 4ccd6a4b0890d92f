/// Lets any number of readers wait until something new may be there.
struct Rounds: Sendable {
    private(set) var number = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextID = 0

    mutating func join(_ continuation: CheckedContinuation<Void, Never>) -> Int {
        nextID += 1
        waiting[nextID] = continuation
        return nextID
    }

    /// Lets one go on who has waited long enough.
    mutating func release(_ id: Int) { waiting.removeValue(forKey: id)?.resume() }

    /// Lets everybody go on.
    mutating func begin() {
        number += 1
        for continuation in waiting.values { continuation.resume() }
        waiting = [:]
    }
}
