import Catalogue
import Records

/// A document's status in words.
struct StatusWords: Sendable {
    let strings: InterfaceStrings

    /// The code that gives colour and shape, the word, and the reason.
    func words(_ shown: ShownStatus, reason: StatusReason) -> (code: String, word: String, reason: String) {
        let reason = strings[.reason(reason)]
        switch shown {
        case .value(let value): return (shown.code, strings[.status(value)], reason)
        case .replaced: return (shown.code, strings[.statusReplaced], reason)
        case .inForceBySource: return (StatusValue.inForce.rawValue, strings[.statusBySource], reason)
        case .inForceWithoutSource:
            return (StatusValue.unverified.rawValue, strings[.statusWithoutSource], strings[.reasonNoEvidence])
        case .withoutEvidence: return (shown.code, strings[.status(.unverified)], strings[.reasonNoEvidence])
        }
    }
}
