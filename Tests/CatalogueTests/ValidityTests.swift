import Diagnostics
import Testing

@testable import Catalogue
@testable import Records

/// The state of a document over time, reckoned from made-up records.
@Suite("Validity over time")
struct ValidityTests {
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
        let validity = ValidityReckoning(records: [a] + others, edges: edges).validity(of: a)
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
        let validity = ValidityReckoning(records: [a], edges: []).validity(of: a)
        #expect(validity.interval(on: 20_200_228)?.value == .unverified)
        #expect(validity.interval(on: 20_200_229)?.reason == .expiry)
        #expect(validity.end(ofIntervalAt: 0) == 20_200_228)
        #expect(validity.interval(on: 20_140_817) == nil)
        #expect(CalendarDay.before(20_210_101) == 20_201_231)
        #expect(CalendarDay.after(20_201_231) == 20_210_101)
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
