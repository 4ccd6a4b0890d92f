import Catalogue
import Diagnostics
import Records

/// A document's state in a word, never more than the evidence shows.
enum StateWords {
    static func of(_ shown: ShownStatus) -> BilingualText {
        switch shown {
        case .value(let value): words(value)
        case .replaced: BilingualText(vi: "bị thay thế", en: "replaced")
        case .inForceBySource: BilingualText(vi: "còn hiệu lực (theo nguồn)", en: "in force (by its source)")
        case .withoutSource, .withoutEvidence: words(.unverified)
        }
    }

    private static func words(_ value: StatusValue) -> BilingualText {
        BilingualText(
            vi: ChoiceGlosses.word(value.rawValue) ?? value.rawValue,
            en: value.rawValue.split(separator: "-").joined(separator: " "))
    }
}
