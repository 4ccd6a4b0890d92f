import Diagnostics
import Testing

@testable import Catalogue
@testable import Records

/// The state of a document over time, reckoned from made-up records.
@Suite("Validity over time")
struct ValidityTests {
    private let today = CalendarDay(iso: "2026-12-01")!

    private func record(
        _ id: RecordID, issued: String, effective: String? = nil, expires: String? = nil, status: StatusClaim? = nil
    ) -> Record {
        var record = Record(
            id: id, kind: .directive, path: "directives/\(id).md", body: RecordBody(bytes: [], firstLine: 1))
        (record.title, record.audience, record.status) = (id, "public", status)
        record.issued = PartialDate(iso: issued) ?? .unknown
        record.effective = effective.flatMap { PartialDate(iso: $0) }
        record.expires = expires.flatMap { PartialDate(iso: $0) }
        return record
    }

    private func edge(_ type: RelationType, _ from: RecordID, isPartial: Bool = false) -> RelationGraph.Edge {
        RelationGraph.Edge(from: from, to: "a", type: type, isPartial: isPartial, span: SourceSpan(file: "b.md"))
    }

    private func validity(of a: Record, _ others: [Record], _ edges: [RelationGraph.Edge]) -> [String] {
        let validity = ValidityReckoning(records: [a] + others, edges: edges, asOf: today).validity(of: a)
        return validity.intervals.map {
            "\($0.from ?? 0) \($0.value.rawValue) \($0.reason.rawValue)" + ($0.by.map { " \($0)" } ?? "")
        }
    }

    @Test("issued, effective, amended in part, suspended for a time, replaced")
    func life() {
        let others = [
            record("b", issued: "2016-05-01"), record("c", issued: "2018-01-01", expires: "2018-12-31"),
            record("d", issued: "2020-01-01", effective: "2020-07-01"),
        ]
        let a = record("a", issued: "2014-08-18", effective: "2015-01-01")
        let found = validity(
            of: a, others, [edge(.amends, "b", isPartial: true), edge(.suspends, "c"), edge(.replaces, "d")])
        #expect(
            found == [
                "20140818 not-yet not-yet-effective", "20150101 unverified unchecked",
                "20160501 partly-expired amended b", "20180101 suspended suspended c",
                "20181231 partly-expired amended b", "20200701 expired replaced d",
            ])
    }

    @Test("what an editor saw ended had ended by then, not since its beginning")
    func claims() {
        let seen = StatusClaim(
            value: .expired, checked: PartialDate(iso: "2026-11-23"), source: "https://example.org/", note: nil)
        #expect(
            validity(of: record("a", issued: "2014-08-18", status: seen), [], [])
                == ["20140818 unverified unchecked", "20261123 expired editor"])
    }

    @Test("the day of expiry is the first without force, and the day before a month is the last of the month before")
    func days() {
        let a = record("a", issued: "2014-08-18", expires: "2020-02-29")
        let validity = ValidityReckoning(records: [a], edges: [], asOf: today).validity(of: a)
        #expect(validity.interval(on: 20_200_228)?.value == .unverified)
        #expect(validity.interval(on: 20_200_229)?.reason == .expiry)
        #expect(validity.end(ofIntervalAt: 0) == 20_200_228)
        #expect(validity.interval(on: 20_140_817) == nil)
        #expect(CalendarDay.before(20_210_101) == 20_201_231)
        #expect(CalendarDay.after(20_201_231) == 20_210_101)
    }

    @Test(
        "within a month or year of expiry no day is certain, and none is made up",
        arguments: [
            ("2012", ["20100101 unverified unchecked", "20120101 unverified ends-within", "20130101 expired expiry"]),
            (
                "2012-12",
                ["20100101 unverified unchecked", "20121201 unverified ends-within", "20130101 expired expiry"]
            ),
            ("2010", ["20100101 unverified ends-within", "20110101 expired expiry"]),
        ])
    func looseExpiry(_ expires: String, _ expected: [String]) throws {
        let a = record("a", issued: "2010-01-01", expires: expires)
        #expect(validity(of: a, [], []) == expected)
        let found = ValidityReckoning(records: [a], edges: [], asOf: today).validity(of: a).intervals
        let date = try #require(PartialDate(iso: expires))
        #expect(found.suffix(2).map(\.beginning) == [.within(date), .after(date)])
    }

    @Test("a source seen within the month or year of expiry holds as far as it was seen")
    func seenWithinExpiry() {
        func seen(_ value: StatusValue) -> StatusClaim {
            StatusClaim(value: value, checked: PartialDate(iso: "2026-06-10"), source: "Công báo", note: nil)
        }
        #expect(
            validity(of: record("a", issued: "2020-01-01", expires: "2026", status: seen(.inForce)), [], [])
                == ["20200101 in-force editor", "20260611 unverified ends-within", "20270101 expired expiry"])
        #expect(
            validity(of: record("a", issued: "2020-01-01", expires: "2026", status: seen(.expired)), [], [])
                == [
                    "20200101 unverified unchecked", "20260101 unverified ends-within", "20260610 expired editor",
                    "20270101 expired expiry",
                ])
    }

    @Test("a suspension whose end is known to the year only is uncertain within that year")
    func looseSuspension() {
        let found = validity(
            of: record("a", issued: "2015-01-01"), [record("c", issued: "2018-03-01", expires: "2019")],
            [edge(.suspends, "c")])
        #expect(
            found == [
                "20150101 unverified unchecked", "20180301 suspended suspended c", "20190101 unverified ends-within c",
                "20200101 unverified unchecked",
            ])
    }

    @Test(
        "a claim that says no day on which it was checked is of today, and dates nothing",
        arguments: [StatusValue.expired, .partlyExpired, .suspended])
    func undatedClaim(_ value: StatusValue) {
        let claim = StatusClaim(value: value, checked: nil, source: nil, note: nil)
        let a = record("a", issued: "2010-01-01", status: claim)
        #expect(validity(of: a, [], []) == ["20100101 unverified unchecked", "20261201 \(value.rawValue) editor"])
        #expect(
            ValidityReckoning(records: [a], edges: [], asOf: today).validity(of: a).intervals.last?.beginning
                == .undated)
    }

    @Test("what acts is dated as exactly as its source is, and not by the day of issue of what it acts on")
    func looseActs() {
        func beginnings(_ other: Record) -> [ValidityInterval.Beginning] {
            ValidityReckoning(
                records: [record("a", issued: "2010-01-01"), other], edges: [edge(.replaces, "b")], asOf: today
            ).validity(of: record("a", issued: "2010-01-01")).intervals.map(\.beginning)
        }
        #expect(beginnings(record("b", issued: "2016")) == [.day, .from(.year(2016))])
        #expect(beginnings(record("b", issued: "2016-07-01")) == [.day, .day])
        #expect(beginnings(record("b", issued: "unknown")) == [.undated])
    }

    @Test("of two endings the earlier one counts")
    func endings() {
        let others = [record("b", issued: "2018-01-01"), record("c", issued: "2016-01-01")]
        let found = validity(of: record("a", issued: "2014"), others, [edge(.replaces, "b"), edge(.repeals, "c")])
        #expect(found == ["20140101 unverified unchecked", "20160101 expired repealed c"])
    }

    @Test("a body below or beside may not change a document; what the vocabulary does not show is not held against it")
    func ranks() {
        func issuer(_ id: String, parent: String? = nil, successor: String? = nil) -> Issuer {
            Issuer(
                id: id, names: [DatedName(name: id, from: nil, to: nil)], abbreviation: nil, code: nil, letterhead: nil,
                place: nil, parent: parent, successor: successor)
        }
        let rank = IssuerRank(
            Vocabulary(issuers: [
                issuer("top"), issuer("old", parent: "top", successor: "new"), issuer("new", parent: "top"),
                issuer("other", parent: "top"), issuer("unplaced"),
            ]))
        #expect(rank.isKnownNotToReach(["other"], ["top"]))
        #expect(rank.isKnownNotToReach(["other"], ["old"]))
        #expect(!rank.isKnownNotToReach(["new"], ["old"]))
        #expect(!rank.isKnownNotToReach(["top"], ["old"]))
        #expect(!rank.isKnownNotToReach(["unplaced"], ["old"]))
        #expect(!rank.isKnownNotToReach([], ["old"]))
    }
}
