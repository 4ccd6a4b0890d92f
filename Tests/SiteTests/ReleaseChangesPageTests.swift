import Diagnostics
import Foundation
import Testing

@testable import Catalogue
@testable import Site

/// What editors read of a release, with words for every field that the data files have.
@Suite struct ReleaseChangesPageTests {
    @Test func everyFieldOfTheDataFilesHasAWord() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(DataSchema.text.utf8)) as? [String: Any]
        let kinds = try #require(schema?["$defs"] as? [String: Any])
        let fields = try #require((kinds["Record"] as? [String: Any])?["properties"] as? [String: Any])
        // An id that differs is another record.
        let unnamed = Set(fields.keys).subtracting(RecordFieldWord.allCases.map(\.rawValue)).subtracting(["id"])
        #expect(unnamed == [])
        #expect(Set(RecordFieldWord.allCases.map(\.rawValue)).subtracting(fields.keys) == ["text"])
    }

    @Test(arguments: Language.allCases) func thePageSaysWhatCameAndWentAndCountsTheRest(_ language: Language) throws {
        var page = ReleaseChangesPage()
        page.number = 12
        page.previous = 9
        page.root = "../releases/12/"
        page.previousRoot = "../releases/9/"
        page.added = (1...600).map {
            ReleaseChangesPage.Row(id: "kl-\($0)", title: "Tên <\($0)>", path: "van-ban/2021/kl-\($0)/index.html")
        }
        page.changed = [
            .init(id: "a", title: "A", path: "van-ban/a/index.html", fields: ["title", "text", "later"]),
            .init(id: "b", title: "B", path: "van-ban/b/index.html", fields: ["issued", "path"]),
        ]
        page.lost = [.init(path: "van-ban/c/index.html", successor: "d", line: "former-ids: [c]")]
        let day = try #require(CalendarDay(iso: "2026-11-30"))
        let bytes = page.html(try FixtureSite.templates(language), siteTitle: "Sưu tập & mẫu", asOf: day)
        let html = String(decoding: bytes, as: UTF8.self)
        let scan = PageScan(html)
        let links = scan.values("href")
        #expect(links.count { $0.hasPrefix("../releases/12/van-ban/2021/kl-") } == 500)
        #expect(html.contains(language == .vietnamese ? "Còn 100 dòng nữa" : "100 more rows"))
        #expect(html.contains("Tên &lt;1&gt;") && html.contains("Sưu tập &amp; mẫu"))
        #expect(html.contains(language == .vietnamese ? "Trích yếu, Lời văn, later" : "Title, Text, later"))
        let title = language == .vietnamese ? "Bản phát hành 12 thay đổi những gì" : "What release 12 changes"
        #expect(html.contains(title))
        // The page before is linked where it stood at the same address.
        let before = Set(links.filter { $0.hasPrefix("../releases/9/") })
        #expect(before == ["../releases/9/van-ban/a/index.html", "../releases/9/van-ban/c/index.html"])
        #expect(html.contains("former-ids: [c]"))
        #expect(scan.values("href").allSatisfy { $0.hasPrefix("../releases/") || $0.hasPrefix("#") })
        #expect(html.contains("name=\"robots\" content=\"noindex\""))
    }
}
