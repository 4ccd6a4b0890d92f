import Testing

@testable import Site

@Suite struct SitemapTests {
    @Test func moreAddressesThanTheProtocolAllowsAreSeveralFilesUnderAnIndex() {
        #expect(SitemapPage.Kind.pages(listing: 50_000).map(\.path) == ["sitemap.xml"])
        #expect(
            SitemapPage.Kind.pages(listing: 100_001).map(\.path)
                == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    }
}
