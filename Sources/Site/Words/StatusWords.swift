import Catalogue
import Records

/// A document's status in words, never saying more than the evidence shows.
///
/// Party documents have no public register of status, so theirs is “còn hiệu lực (theo nguồn)” with date and source,
/// or “chưa xác minh”; never a bare “còn hiệu lực”.
struct StatusWords: Sendable {
    let strings: InterfaceStrings

    /// The code that gives colour and shape, the word, and the reason.
    func words(_ status: DocumentStatus, isParty: Bool) -> (code: String, word: String, reason: String) {
        let reason = strings[.reason(status.reason)]
        if status.value == .inForce, isParty {
            guard status.checked != nil, status.source != nil else {
                return (StatusValue.unverified.rawValue, strings[.status(.unverified)], strings[.reasonNoEvidence])
            }
            return (status.value.rawValue, strings[.statusBySource], reason)
        }
        if status.value == .expired, status.reason == .replaced {
            return ("replaced", strings[.statusReplaced], reason)
        }
        return (status.value.rawValue, strings[.status(status.value)], reason)
    }
}
