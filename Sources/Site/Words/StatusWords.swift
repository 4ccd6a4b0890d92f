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
        case .withoutSource(let value):
            return (StatusValue.unverified.rawValue, strings.withoutSource(value), strings.withoutEvidence(value))
        case .withoutEvidence(let value):
            return (shown.code, strings[.status(.unverified)], strings.withoutEvidence(value))
        }
    }
}

extension InterfaceStrings {
    /// “Còn hiệu lực (chưa có nguồn)”.
    func withoutSource(_ value: StatusValue) -> String {
        filled(.word(.statusWithoutSource), ["status": self[.status(value)]])
    }

    /// “Có nêu là còn hiệu lực nhưng thiếu nguồn hoặc ngày kiểm tra.”
    func withoutEvidence(_ value: StatusValue) -> String {
        let status = self[.status(value)]
        return filled(.word(.reasonNoEvidence), ["status": status.prefix(1).lowercased() + status.dropFirst()])
    }
}
