import Catalogue
import Records

/// Whether a document is in force, as a plain sentence: the word for its state, and what may be added to it.
///
/// The sentence says no more than the evidence: a day only where a source dates it, and only as exactly as the source does;
/// “in force” of a Party document only with its source.
struct ValiditySentence {
    let strings: InterfaceStrings
    let dates: DateWords
    let record: Record
    let state: DocumentStatus
    let shown: ShownStatus
    /// First day of the state, `yyyymmdd`; nil when no source dates it.
    let since: Int?
    /// The document that brought the state about, where the collection has it.
    let by: Record?

    /// What follows the word for the state; empty where the word says it all.
    var rest: String {
        switch shown {
        case .withoutEvidence(let value), .withoutSource(let value): ": " + lowered(strings.withoutEvidence(value))
        case .inForceBySource: day(record.effective) + seen
        case .replaced: day(actingDay)
        case .value(let value): rest(of: value)
        }
    }

    /// Whether it names the day on which the document takes effect, or took effect.
    var saysWhenEffective: Bool {
        switch (shown, state.reason) {
        case (.inForceBySource, _), (.value(.inForce), _): !day(record.effective).isEmpty
        case (.value(.notYet), .notYetEffective): record.effective?.span != nil
        default: false
        }
    }

    private func rest(of value: StatusValue) -> String {
        switch (value, state.reason) {
        case (.unverified, .endsWithin):
            let word: StringKey.Word = by == nil ? .answerEndsWithin : .answerSuspensionEndsWithin
            guard let end = (by.map(\.expires) ?? record.expires).flatMap(dates.end) else { return "" }
            return ": " + strings.filled(.word(word), ["end": end])
        case (.unverified, _):
            guard let checked = state.checked.flatMap(dates.short) else {
                return ": " + lowered(strings[.reasonUncheckedNow])
            }
            return ": " + strings.filled(.word(.answerLooked), ["day": checked])
        case (.inForce, _): return day(record.effective) + seen
        case (.notYet, .notYetEffective):
            if let day = record.effective.flatMap({ $0.span == nil ? nil : dates.short($0) }) {
                return "; " + strings.filled(.word(.answerEffectiveFrom), ["day": day])
            }
            return dates.short(record.issued).map {
                "; " + strings.filled(.word(.answerIssuedLater), ["day": $0])
            } ?? ""
        case (.expired, .expiry):
            let end = record.expires.flatMap(dates.end).map { " " + $0 } ?? ""
            return end + ": " + lowered(strings[.reason(.expiry)])
        case (.expired, .repealed), (.suspended, .suspended):
            return day(actingDay) + ": " + lowered(strings[.reason(state.reason)])
        case (.partlyExpired, .amended), (.partlyExpired, .partlyEnded):
            return ": " + lowered(strings[.reason(state.reason)])
        // The editor's claim, as of the day it was checked.
        case (.notYet, _), (.partlyExpired, _), (.expired, _), (.suspended, _): return seen
        }
    }

    /// “ từ 1/7/2016”, as exactly as the date is known.
    private func day(_ date: PartialDate?) -> String {
        guard let date, date.span != nil, let text = dates.short(date) else { return "" }
        return " " + strings.filled(.word(.from), ["from": text])
    }

    /// When the document that acts came to act, where the state began on that very day.
    private var actingDay: PartialDate? {
        guard let date = by.map({ $0.effective ?? $0.issued }), date.span?.lowerBound == since else { return nil }
        return date
    }

    private var seen: String {
        guard state.source != nil else { return "; " + strings[.answerNoSource] }
        guard let day = state.checked.flatMap(dates.short) else { return "; " + strings[.answerSourceUndated] }
        return "; " + strings.filled(.word(.answerSeen), ["day": day])
    }

    /// A sentence that goes on after a colon, without its full stop.
    private func lowered(_ sentence: String) -> String {
        let end = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
        return end.prefix(1).lowercased() + end.dropFirst()
    }
}
