import Diagnostics
import Foundation
import Output
import Records
import Testing

@testable import Catalogue
@testable import Records
@testable import Site

/// What readers see on single pages.
@Suite struct PageContentTests {
    @Test func aPartyDocumentIsNeverSimplyInForce() async throws {
        let site = try await FixtureSite.build()
        let checked = try site.page("van-ban/2014/kl-34-vd/index.html")
        #expect(checked.contains("Còn hiệu lực (theo nguồn)"))
        #expect(checked.contains("<time datetime=\"2026-11-23\">23/11/2026</time>"))
        let unchecked = try site.page("van-ban/2015/hd-12-vd/index.html")
        #expect(unchecked.contains("Chưa xác minh"))
        #expect(unchecked.contains("thiếu nguồn hoặc ngày kiểm tra"))
        #expect(site.pages.values.allSatisfy { !$0.contains(">Còn hiệu lực<") })
    }

    @Test func aReplacedDocumentNamesItsSuccessor() async throws {
        let page = try await FixtureSite.build().page("van-ban/1999/nd-10-cp/index.html")
        #expect(page.contains("status-replaced"))
        #expect(page.contains("<a href=\"../../../van-ban/2004/nd-10-ubnd/index.html\">Nghị định <b>10/NĐ</b></a>"))
    }

    @Test func relationsShowInBothDirectionsAndWantedTargetsSaySo() async throws {
        let site = try await FixtureSite.build()
        let conclusion = try site.page("van-ban/2014/kl-34-vd/index.html")
        #expect(conclusion.contains(">Được hướng dẫn bởi <span class=\"count\">1</span></h3>"))
        #expect(conclusion.contains("56-CV/VD</span>, <time datetime=\"2013-07-28\">28/7/2013</time>"))
        #expect(conclusion.contains("(chưa có trong bộ sưu tập)"))
        let guidance = try site.page("van-ban/2015/hd-12-vd/index.html")
        #expect(guidance.contains(">Hướng dẫn cho <span class=\"count\">1</span></h3>"))
    }

    @Test func theLetterheadNamesOrganAndAuthorApart() async throws {
        let page = try await FixtureSite.build().page("van-ban/2014/kl-34-vd/index.html")
        #expect(page.contains("<p class=\"organ\">Ban Chấp hành</p>"))
        #expect(page.contains("<p class=\"letterhead-number\">Số 34-KL/VD</p>"))
        #expect(page.contains("<p class=\"letterhead-author\">Ban Ví dụ khóa XI</p>"))
        #expect(page.contains("Hà Nội, ngày 05 tháng 8 năm 2014"))
    }

    @Test func citationsTakeTheOfficialForm() async throws {
        let site = try await FixtureSite.build()
        #expect(
            try site.page("van-ban/2014/kl-34-vd/index.html")
                .contains("Kết luận số 34-KL/VD, ngày 05 tháng 8 năm 2014 của Ban Ví dụ"))
        #expect(
            try site.page("van-ban/2004/nd-10-ubnd/index.html").contains(
                "Nghị định số 10/NĐ năm 2004 của Tiểu ban Ví dụ"))
    }

    @Test func anIssuerBearsTheNameItHadOnTheDay() async throws {
        let page = try await FixtureSite.build().page("van-ban/1999/nd-10-cp/index.html")
        #expect(
            page.contains(
                "<p class=\"card-by\"><span>Tiểu ban Ví dụ</span> · <span class=\"nb\">năm 1999</span></p>"))
    }

    @Test func datesAreShownAsFarAsTheyAreKnown() async throws {
        let site = try await FixtureSite.build()
        #expect(try site.page("van-ban/2015/hd-12-vd/index.html").contains("tháng 12 năm 2015"))
        #expect(
            try site.page("van-ban/khong-ro/cong-van-cu/index.html")
                .contains("<dd>29/9 (không rõ năm)</dd>"))
    }

    @Test func listingsOfOneDayFollowTheNumbers() async throws {
        let numbers = ["100-KL/VD", "9-KL/VD", "10-KL/VD"]
        let records = numbers.map {
            FixtureCatalogue.record("kl-\($0.prefix { $0 != "-" })", .directive, "T", number: $0, type: "ket-luan")
        }.sorted { $0.id < $1.id }
        let sink = MemorySink()
        try await SiteBuilder(
            catalogue: FixtureCatalogue.catalogue(records: records), templates: try FixtureSite.templates(.vietnamese)
        ).write(bodies: [:], to: sink)
        let page = String(decoding: sink.files["loai/ket-luan/index.html"] ?? [], as: UTF8.self)
        let places = try ["9-KL/VD", "10-KL/VD", "100-KL/VD"].map { try #require(page.range(of: ">\($0)<")).lowerBound }
        #expect(places == places.sorted())
    }

    @Test func aLongListingGoesOnOverPages() async throws {
        let records = (1...1203).map {
            FixtureCatalogue.record("r-\(10000 + $0)", .directive, "T", number: "\($0)-KL/VD", type: "ket-luan")
        }
        let sink = MemorySink()
        try await SiteBuilder(
            catalogue: FixtureCatalogue.catalogue(records: records), templates: try FixtureSite.templates(.vietnamese)
        ).write(bodies: [:], to: sink)
        let pages = ["index.html", "trang-2/index.html", "trang-25/index.html"].map {
            String(decoding: sink.files["loai/ket-luan/\($0)"] ?? [], as: UTF8.self)
        }
        #expect(pages.map { PageScan($0).tags.count { $0.name == "tr" } } == [51, 51, 4])
        #expect(pages[1].contains("aria-current=\"page\">2</a>"))
        // A few pages are named on each, and what is left out between them is marked.
        let link = /trang-([0-9]+)\/index.html"(?: aria-current="page")?>[0-9]/
        let numbers = pages[1].matches(of: link).map { String($0.1) }
        #expect(numbers == ["2", "3", "4", "25"])
        #expect(PageScan(pages[1]).tags.count { $0.attributes["class"] == "after-gap" } == 1)
        #expect(pages[0].contains("1.203 văn bản"))
    }

    @Test func aListBeginsWithTheNewestAndLeadsToEachYear() async throws {
        let records = (1...120).map {
            FixtureCatalogue.record(
                "r-\(1000 + $0)", .directive, "T", number: "\($0)-KL/VD", type: "ket-luan",
                issued: .day(year: 2000 + $0 / 12, month: 1 + $0 % 12, day: 1))
        }
        let sink = MemorySink()
        try await SiteBuilder(
            catalogue: FixtureCatalogue.catalogue(records: records), templates: try FixtureSite.templates(.vietnamese)
        ).write(bodies: [:], to: sink)
        let page = String(decoding: sink.files["loai/ket-luan/index.html"] ?? [], as: UTF8.self)
        let dates = page.matches(of: /<time datetime="([0-9-]+)">/).map { String($0.1) }
        #expect(dates.count == 50 && dates == dates.sorted(by: >))
        let jumps = page.matches(of: /<li><a href="([^"#]*)#nam-([0-9]+)">/).map { (String($0.1), String($0.2)) }
        #expect(jumps.map(\.1) == (2000...2010).reversed().map(String.init))
        for (path, year) in jumps {
            let target = String(decoding: sink.files[path.replacing("../", with: "")] ?? [], as: UTF8.self)
            #expect(target.contains("<tr id=\"nam-\(year)\""), "\(year)")
        }
    }

    @Test func onlyUsedEntriesOfTheVocabularyAreListed() async throws {
        let site = try await FixtureSite.build()
        #expect(site.files.values.allSatisfy { !$0.contains("Loại chưa dùng") })
        #expect(site.files["loai/chua-dung/index.html"] == nil)
    }

    @Test func aFormerAddressLeadsToThePresentOne() async throws {
        let page = try await FixtureSite.build().page("van-ban/2013/kl-34-vd/index.html")
        #expect(page.contains("content=\"0; url=../../../van-ban/2014/kl-34-vd/index.html\""))
        // The id's year tells the folder: nothing was ever published at the record's own.
        let site = try await FixtureSite.build()
        #expect(site.files["van-ban/2014/kl-34-vd-2013/index.html"] == nil)
    }

    @Test func aMissingPageLinksOnlyWhereLinksWork() async throws {
        func links(_ page: String) -> [String] {
            PageScan(page).tags.filter { $0.name == "a" }.compactMap { $0.attributes["href"] }
                .filter { !$0.hasPrefix("#") }
        }
        // Where the site's address is not known, a script gives links their addresses.
        let bare = try await FixtureSite.build().page("404.html")
        #expect(links(bare).isEmpty && bare.contains("data-page=\"index.html\""))
        let placed = links(try await FixtureSite.build(baseURL: "https://example.org/x").page("404.html"))
        #expect(placed.allSatisfy { $0.hasPrefix("https://example.org/x/") })
        #expect(placed.contains("https://example.org/x/index.html"))
    }

    @Test func englishCountsKnowOneFromMany() throws {
        let strings = try FixtureSite.templates(.english).strings
        #expect(strings.count(.word(.countDocuments), 1) == "1 document")
        #expect(strings.count(.word(.countDocuments), 1234) == "1,234 documents")
        let vietnamese = try FixtureSite.templates(.vietnamese).strings
        #expect(vietnamese.count(.word(.countDocuments), 1) == "1 văn bản")
    }

    @Test func inEnglishContentIsMarkedVietnamese() async throws {
        let page = try await FixtureSite.build(.english).page("van-ban/2014/kl-34-vd/index.html")
        #expect(page.contains("<h1 lang=\"vi\">"))
        #expect(page.contains("<h2 id=\"_summary\" lang=\"en\">Summary</h2>"))
        #expect(page.contains(">Guided by <span class=\"count\">1</span></h3>"))
        #expect(page.contains(/<span class="item-title" lang="vi">thực hiện/))
    }
}
