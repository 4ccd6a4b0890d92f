import Findings
import Records

/// Figures of findings in the language of the interface.
struct FindingWords: Sendable {
    let strings: InterfaceStrings

    /// `62,5%`: one decimal from 100 respondents on, none below, where it would pretend to more than there is.
    func share(_ share: Double, isSmall: Bool) -> String { "\(number(share * 100, decimals: isSmall ? 0 : 1))%" }

    /// `56,2–68,3%`
    func interval(_ interval: ConfidenceInterval, isSmall: Bool) -> String {
        let decimals = isSmall ? 0 : 1
        return
            "\(number(interval.lower * 100, decimals: decimals))–\(number(interval.upper * 100, decimals: decimals))%"
    }

    /// The nearest whole number. What is exactly half, such as 28.75 % in tenths, goes up wherever it is printed, though no binary
    /// fraction holds it exactly.
    static func whole(_ value: Double) -> Int { Int((value + 1e-9).rounded()) }

    /// A number that is not negative with so many decimals, always written out: `62,0`.
    func number(_ value: Double, decimals: Int) -> String {
        guard decimals > 0 else { return strings.grouped(Self.whole(value)) }
        let tenths = Self.whole(value * 10)
        return strings.grouped(tenths / 10) + (strings.language == .vietnamese ? "," : ".") + String(tenths % 10)
    }

    func label(_ label: TableLabel?) -> String {
        switch label {
        case .text(let text): text
        case .noAnswer: strings[.noAnswer]
        case .noGroup: strings[.noGroup]
        case nil: strings[.everybody]
        }
    }

    /// Whether a label is the editor's word rather than the interface's.
    func isContent(_ label: TableLabel?) -> Bool {
        if case .text = label { true } else { false }
    }

    func people(_ count: Int) -> String { strings.count(.word(.countPeople), count) }

    /// How sure the shares are, or why nobody can say.
    func precision(_ table: PublishedTable) -> String {
        switch table.precision {
        case .census: return strings[.precisionCensus]
        case .unknownSampling: return strings[.precisionUnknown]
        case .notProbability(let sampling):
            return strings.filled(.word(.precisionNone), ["sampling": strings[.sampling(sampling)]])
        case .interval(let source, let isFinite):
            var sentences = [strings[.precisionWilson]]
            let effect: Double? =
                switch source {
                case .stated(let effect), .kish(let effect): effect
                case .none: nil
                case .withheld: nil
                }
            if case .withheld = source {
                sentences.append(strings[.precisionWithheld])
                return sentences.joined(separator: " ")
            }
            if let effect, let base = table.total.base {
                let key: StringKey.Word = if case .kish = source { .precisionKish } else { .precisionEffect }
                sentences.append(
                    strings.filled(
                        .word(key),
                        ["deff": number(effect, decimals: 1), "n": number(Double(base) / effect, decimals: 0)]))
            }
            if let base = table.total.base, !table.total.isBelowBase, !isFinite,
                let margin = ConfidenceInterval.marginInPoints(effectiveSize: Double(base) / (effect ?? 1))
            {
                sentences.append(strings.filled(.word(.precisionMargin), ["points": number(margin, decimals: 1)]))
            }
            if isFinite { sentences.append(strings[.precisionFinite]) }
            return sentences.joined(separator: " ")
        }
    }
}
