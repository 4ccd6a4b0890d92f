import Synchronization

@testable import Publishing

/// Notes the files that a publication writes, in order.
final class Recorder: Sendable {
    private let kept = Mutex<[String]>([])

    func note(_ step: PublishStep) {
        if case .written(let path) = step { kept.withLock { $0.append(path) } }
    }

    func clear() { kept.withLock { $0 = [] } }

    var paths: [String] { kept.withLock { $0 } }
}
