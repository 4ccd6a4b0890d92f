import Diagnostics
import Foundation
import Testing

@testable import Site

/// Whole pages as they are published, but for the digests in the names of assets, which change with every style.
/// `TRACUU_REWRITE_GOLDEN=1 swift test` writes them anew; look at the difference.
@Suite struct GoldenTests {
    static let pages = [
        "index.html", "tim-kiem/index.html", "404.html", "van-ban/2014/kl-34-vd/index.html",
        "van-ban/khong-ro/cong-van-cu/index.html", "ket-qua/tong-ket-10-nam/index.html", "trang/gioi-thieu/index.html",
        "loai/index.html", "loai/nghi-dinh/index.html", "co-quan/ban-vi-du/index.html", "chu-de/vi-du/index.html",
        "nam/khong-ro/index.html", "so-hieu/10-nd/index.html", "so-hieu/34-klvd/index.html",
        "van-ban/2013/kl-34-vd/index.html", "feed.xml",
    ]

    @Test(arguments: pages) func thePageIsAsKept(_ path: String) async throws {
        try compare(try await FixtureSite.build().page(path), "vi/\(path)")
    }

    @Test(arguments: ["van-ban/2014/kl-34-vd/index.html", "404.html", "feed.xml", "sitemap.xml"])
    func theEnglishPageWithAnAddressIsAsKept(_ path: String) async throws {
        let site = try await FixtureSite.build(.english, baseURL: "https://example.org/tra-cuu/")
        try compare(try site.page(path), "en/\(path)")
    }

    /// The words that go to the browser; they are published as a part of a bundle.
    @Test func theWordsOfTheScriptsAreAsKept() throws {
        let script = ClientStrings.script(try FixtureSite.templates(.vietnamese).strings)
        try compare(String(decoding: script, as: UTF8.self), "vi/assets/strings.js")
    }

    private func compare(_ published: String, _ name: String) throws {
        let page = published.replacing(/(assets\/[a-z-]+)\.[0-9a-f]{8}\./) { "\($0.1)." }
        let file = FixtureSite.goldenFolder.appending(path: name.replacing("/", with: "__"))
        if ProcessInfo.processInfo.environment["TRACUU_REWRITE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: FixtureSite.goldenFolder, withIntermediateDirectories: true)
            try Data(page.utf8).write(to: file)
        }
        let kept = try #require(try? String(contentsOf: file, encoding: .utf8), "no golden file for \(name)")
        #expect(page == kept, "\(name) differs from its golden file")
    }
}
