import Diagnostics
import Records
import Testing

@testable import Catalogue
@testable import Site

/// Every case that the model of validity knows, as the sentence on the card, in both languages: never more than is known.
@Suite struct ValiditySentenceTests {
    struct Case: Sendable, CustomStringConvertible {
        var description: String
        var value: StatusValue
        var reason: StatusReason
        var shown: ShownStatus
        var effective: PartialDate?
        var expires: PartialDate?
        var checked: PartialDate?
        var source: String?
        var by: PartialDate?
        var since: Int?
        var vietnamese: String
        var english: String
    }

    private static let seen: PartialDate = .day(year: 2026, month: 11, day: 23)
    private static let day: PartialDate = .day(year: 2016, month: 7, day: 1)

    static let cases = [
        Case(
            description: "in force since a known day", value: .inForce, reason: .editor, shown: .value(.inForce),
            effective: day, checked: seen, source: "a",
            vietnamese: " từ 1/7/2016; nguồn xem ngày 23/11/2026",
            english: " from 1 Jul 2016; source seen on 23 Nov 2026"),
        Case(
            description: "in force, no day known", value: .inForce, reason: .editor, shown: .value(.inForce),
            checked: seen, source: "a", vietnamese: "; nguồn xem ngày 23/11/2026",
            english: "; source seen on 23 Nov 2026"),
        Case(
            description: "by source only", value: .inForce, reason: .editor, shown: .inForceBySource,
            effective: .month(year: 2016, month: 7), checked: seen, source: "a",
            vietnamese: " từ 7/2016; nguồn xem ngày 23/11/2026", english: " from Jul 2016; source seen on 23 Nov 2026"),
        Case(
            description: "claimed without evidence", value: .inForce, reason: .editor,
            shown: .withoutEvidence(.inForce),
            vietnamese: ": có nêu là còn hiệu lực nhưng thiếu nguồn hoặc ngày kiểm tra",
            english: ": said to be in force, but without a source or a date checked"),
        Case(
            description: "not yet", value: .notYet, reason: .notYetEffective, shown: .value(.notYet),
            effective: .day(year: 2027, month: 3, day: 1), vietnamese: "; có hiệu lực từ 1/3/2027",
            english: "; takes effect on 1 Mar 2027"),
        Case(
            description: "not yet issued", value: .notYet, reason: .notYetEffective, shown: .value(.notYet),
            vietnamese: "; ngày ban hành 2/2015 chưa tới", english: "; its date of issue, Feb 2015, is yet to come"),
        Case(
            description: "not yet, an editor's claim without dates", value: .notYet, reason: .editor,
            shown: .value(.notYet), checked: seen, source: "a", vietnamese: "; nguồn xem ngày 23/11/2026",
            english: "; source seen on 23 Nov 2026"),
        Case(
            description: "its own term ended", value: .expired, reason: .expiry, shown: .value(.expired),
            expires: .day(year: 2020, month: 12, day: 31),
            vietnamese: " từ 31/12/2020: thời hạn hiệu lực của văn bản đã hết",
            english: " from 31 Dec 2020: its own term has ended"),
        Case(
            description: "its own term ended in a year", value: .expired, reason: .expiry, shown: .value(.expired),
            expires: .year(2012), vietnamese: " trong năm 2012: thời hạn hiệu lực của văn bản đã hết",
            english: " in 2012: its own term has ended"),
        Case(
            description: "its own term ends in this month", value: .unverified, reason: .endsWithin,
            shown: .value(.unverified), expires: .month(year: 2026, month: 12),
            vietnamese: ": hết hiệu lực trong tháng 12/2026, nguồn không ghi ngày nào",
            english: ": it expires in Dec 2026; the source does not give the day"),
        Case(
            description: "ended by claim, nothing to show", value: .expired, reason: .editor,
            shown: .withoutSource(.expired),
            vietnamese: ": có nêu là hết hiệu lực nhưng thiếu nguồn hoặc ngày kiểm tra",
            english: ": said to be expired, but without a source or a date checked"),
        Case(
            description: "replaced on a known day", value: .expired, reason: .replaced, shown: .replaced, by: day,
            since: 20_160_701, vietnamese: " từ 1/7/2016", english: " from 1 Jul 2016"),
        Case(
            description: "replaced by a document dated to the year", value: .expired, reason: .replaced,
            shown: .replaced, by: .year(2016), since: 20_160_101, vietnamese: " từ 2016", english: " from 2016"),
        Case(
            description: "replaced by an undated document", value: .expired, reason: .replaced, shown: .replaced,
            by: .unknown, vietnamese: "", english: ""),
        Case(
            description: "the state began later than what acts", value: .expired, reason: .replaced, shown: .replaced,
            by: day, since: 20_170_101, vietnamese: "", english: ""),
        Case(
            description: "repealed", value: .expired, reason: .repealed, shown: .value(.expired), by: day,
            since: 20_160_701, vietnamese: " từ 1/7/2016: đã bị bãi bỏ",
            english: " from 1 Jul 2016: another document repeals it"),
        Case(
            description: "ended by claim", value: .expired, reason: .editor, shown: .value(.expired), checked: seen,
            source: "a", vietnamese: "; nguồn xem ngày 23/11/2026", english: "; source seen on 23 Nov 2026"),
        Case(
            description: "ended by claim without a source", value: .expired, reason: .editor, shown: .value(.expired),
            checked: seen, vietnamese: "; chưa ghi nguồn", english: "; no source given"),
        Case(
            description: "suspended", value: .suspended, reason: .suspended, shown: .value(.suspended), by: day,
            since: 20_160_701, vietnamese: " từ 1/7/2016: một văn bản khác đình chỉ văn bản này",
            english: " from 1 Jul 2016: another document suspends it"),
        Case(
            description: "amended in part", value: .partlyExpired, reason: .amended, shown: .value(.partlyExpired),
            by: day, since: 20_160_701,
            vietnamese: ": một số quy định đã được văn bản khác sửa đổi; phần còn lại xem riêng",
            english: ": another document amends some of its provisions; look at the rest on its own"),
        Case(
            description: "replaced in part", value: .partlyExpired, reason: .partlyEnded,
            shown: .value(.partlyExpired), by: day, since: 20_160_701,
            vietnamese:
                ": một số quy định đã bị văn bản khác thay thế, bãi bỏ hoặc đình chỉ; phần còn lại xem riêng",
            english: ": another document ends or suspends some of its provisions; look at the rest on its own"),
        Case(
            description: "unverified, sources seen", value: .unverified, reason: .unchecked,
            shown: .value(.unverified), checked: seen, source: "a",
            vietnamese: ": đã xem nguồn ngày 23/11/2026, chưa thấy nguồn nào xác nhận",
            english: ": sources seen on 23 Nov 2026 do not confirm its status"),
        Case(
            description: "unverified, nobody looked", value: .unverified, reason: .unchecked,
            shown: .value(.unverified), vietnamese: ": chưa đối chiếu với nguồn nào",
            english: ": not checked against any source"),
    ]

    @Test(arguments: cases) func theSentenceSaysWhatIsKnown(_ tried: Case) throws {
        for (language, expected) in [(Language.vietnamese, tried.vietnamese), (.english, tried.english)] {
            let strings = try FixtureSite.templates(language).strings
            var record = FixtureCatalogue.record("kl-1", .directive, "Thử", issued: .month(year: 2015, month: 2))
            record.effective = tried.effective
            record.expires = tried.expires
            let by = tried.by.map { FixtureCatalogue.record("kl-2", .directive, "Khác", issued: $0) }
            let state = DocumentStatus(
                value: tried.value, reason: tried.reason, checked: tried.checked, source: tried.source, by: by?.id,
                note: nil)
            let sentence = ValiditySentence(
                strings: strings, dates: DateWords(strings: strings), record: record, state: state, shown: tried.shown,
                since: tried.since, by: by)
            #expect(sentence.rest == expected)
        }
    }
}
