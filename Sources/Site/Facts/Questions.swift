import Synchronization

/// Notes what one page or text asks for while it is made.
public final class Questions: Sendable {
    private let asked = Mutex<Set<Fact>>([])

    public init() {}

    public func note(_ fact: Fact) { asked.withLock { _ = $0.insert(fact) } }

    public var facts: Set<Fact> { asked.withLock { $0 } }
}
