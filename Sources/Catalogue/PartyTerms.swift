import Records
import VietnameseText

/// The terms of the Party's Central Committee: numbers of the Party's central bodies begin anew with each.
enum PartyTerms {
    /// The days on which the national congresses VI to XIII opened, which began the terms; as `yyyymmdd`. Of later terms nothing
    /// is judged.
    private static let beginnings = [
        19_861_215, 19_910_624, 19_960_628, 20_010_419, 20_060_418, 20_110_112, 20_160_120, 20_210_125,
    ]
    private static let first = 6

    /// Whether a document can be of a term: by what its record says, or by its day. A congress lasts a week or so, so that days
    /// around its opening are of either.
    static func mayBe(_ record: Record, of term: String) -> Bool {
        if let own = record.term { return own == term }
        guard let number = RomanNumeral.value(term), let day = record.issued.span?.lowerBound else { return true }
        let index = number - first
        guard beginnings.indices.contains(index) else { return true }
        return day >= beginnings[index] && (index + 1 == beginnings.count || day <= beginnings[index + 1] + 100)
    }
}
