import Diagnostics
import Foundation
import Testing

@testable import Site

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Feeds and sitemaps are read by machines: they must parse and keep to their formats.
@Suite struct FeedTests {
    @Test(arguments: [nil, "https://example.org/tra-cuu/"]) func theFeedIsAtom(_ baseURL: String?) async throws {
        let text = try await FixtureSite.build(baseURL: baseURL).page("feed.xml")
        let feed = try #require(try XMLDocument(xmlString: text).rootElement())
        #expect(feed.name == "feed")
        #expect(try values(feed, "updated") == ["2026-11-23T00:00:00+07:00"])
        let entries = feed.elements(forName: "entry")
        // The change with no whole date is left out.
        #expect(entries.count == 2)
        let ids = try entries.flatMap { try values($0, "id") } + (try values(feed, "id"))
        #expect(Set(ids).count == 3)
        for id in ids {
            let uuid = try #require(UUID(uuidString: String(id.dropFirst("urn:uuid:".count))), "\(id)")
            #expect(uuid.uuid.6 >> 4 == 8 && uuid.uuid.8 >> 6 == 2, "version 8, variant of RFC 9562: \(id)")
        }
    }

    @Test func identifiersDoNotChangeWithTheAddress() async throws {
        let here = try await FixtureSite.build().page("feed.xml")
        let there = try await FixtureSite.build(baseURL: "https://example.org/").page("feed.xml")
        let ids = { (text: String) in text.split(separator: "\n").filter { $0.hasPrefix("<id>") } }
        #expect(ids(here) == ids(there))
    }

    @Test func theSitemapNamesFoldersOnce() async throws {
        let site = try await FixtureSite.build(baseURL: "https://example.org/tra-cuu")
        let map = try #require(try XMLDocument(xmlString: try site.page("sitemap.xml")).rootElement())
        let addresses = try map.elements(forName: "url").flatMap { try values($0, "loc") }
        #expect(Set(addresses).count == addresses.count)
        #expect(addresses.contains("https://example.org/tra-cuu/van-ban/2014/kl-34-vd/"))
        #expect(addresses.allSatisfy { $0.hasPrefix("https://example.org/tra-cuu/") && $0.hasSuffix("/") })
        #expect(!addresses.contains { $0.contains("2013") })
    }

    @Test func browsersAreToldHowToSearch() async throws {
        let site = try await FixtureSite.build(baseURL: "https://example.org/tra-cuu/")
        let root = try #require(try XMLDocument(xmlString: try site.page("opensearch.xml")).rootElement())
        let name = try #require(root.elements(forName: "ShortName").first?.stringValue)
        #expect((1...16).contains(name.count))
        let url = try #require(root.elements(forName: "Url").first)
        let template = try #require(url.attributes?.first { $0.name == "template" }?.stringValue)
        #expect(template == "https://example.org/tra-cuu/tim-kiem/index.html?q={searchTerms}")
        #expect(try site.page("loai/index.html").contains("href=\"../opensearch.xml\""))
    }

    @Test func withoutAnAddressThereIsNoSitemap() async throws {
        let site = try await FixtureSite.build()
        #expect(site.files["sitemap.xml"] == nil)
        #expect(site.files["opensearch.xml"] == nil)
        #expect(try !site.page("index.html").contains("opensearch"))
        #expect(site.pages.values.allSatisfy { !$0.contains("rel=\"canonical\"") })
    }

    private func values(_ element: XMLElement, _ name: String) throws -> [String] {
        element.elements(forName: name).compactMap(\.stringValue)
    }
}
