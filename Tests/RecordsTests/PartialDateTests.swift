import Testing

@testable import Records

@Suite("Partial dates")
struct PartialDateTests {
    @Test(
        "what is written is what is read",
        arguments: ["2014-08-18", "2014-08", "2014", "--08-06", "unknown", "2016-02-29"])
    func roundTrip(text: String) { #expect(PartialDate(iso: text)?.iso == text) }

    @Test(
        "impossible days and other forms are refused",
        arguments: [
            "2015-02-29", "2014-13-01", "2014-00-01", "2014-8-18", "18/8/2014", "--02-30", "0000", "2014-08-18 ", "",
            "+014",
        ])
    func refused(text: String) { #expect(PartialDate(iso: text) == nil) }

    @Test("a month agrees with its days and no others")
    func agreement() throws {
        let month = try #require(PartialDate(iso: "2016-02"))
        #expect(month.agrees(with: .day(year: 2016, month: 2, day: 29)))
        #expect(!month.agrees(with: .day(year: 2016, month: 3, day: 1)))
        #expect(!month.agrees(with: .unknown))
    }

    @Test("forms that people type get the right suggestion")
    func suggestions() {
        #expect(DateSpelling.suggestion(for: "18/8/2014") == "2014-08-18")
        #expect(DateSpelling.suggestion(for: "2014/8/1") == "2014-08-01")
        #expect(DateSpelling.suggestion(for: "8.2014") == "2014-08")
        #expect(DateSpelling.suggestion(for: "31/2/2014") == nil)
        #expect(DateSpelling.suggestion(for: "hôm qua") == nil)
    }
}
