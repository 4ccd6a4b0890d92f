import Findings
import Publishing

/// What was decided about the figures of surveys, left for later builds: with the same counts nothing is decided again.
enum KeptDecisions {
    private static let name = "decisions"
    private static let header = "tracuu-decisions"

    static func remember(_ publisher: Publisher) {
        guard let bytes = publisher.kept(name), let reader = try? ChecksummedFile.opened(bytes, as: header) else {
            return
        }
        DecisionMemo.remember(Array(reader.rest))
    }

    static func leave(_ publisher: Publisher) {
        guard let decisions = DecisionMemo.kept else { return }
        let bytes = ChecksummedFile.sealed(decisions, as: header)
        if publisher.kept(name) != bytes { publisher.keep(bytes, as: name) }
    }
}
