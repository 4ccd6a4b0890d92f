import Markup
import Records

/// `robots.txt` (RFC 9309): search engines may list what the edition for everybody holds, and nothing of the others.
struct RobotsFile: PageKind {
    static let path = "robots.txt"

    static func pages(of site: PageInventory) -> [SitePage] { [SitePage(path: path, Self())] }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        let isOpen = context.isForEverybody
        var text = "User-agent: *\n"
        text += isOpen ? "Disallow:\n" : "Disallow: /\n"
        if isOpen, let sitemap = context.absolute(SitemapPage.path) {
            text += "\nSitemap: \(sitemap)\n"
        }
        return .bytes(Array(text.utf8))
    }
}
