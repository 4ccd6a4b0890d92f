import Catalogue
import Markup
import Records

/// The sitemap (sitemaps.org, 0.9): canonical addresses, which name folders. Only a site with an address has one.
struct SitemapPage {
    let context: SiteContext

    static let path = "sitemap.xml"

    func fields(_ page: SitePage) -> TemplateFields {
        var fields = context.common(page, title: context.configuration.title)
        fields.set("addresses", context.pages.compactMap(address))
        return fields
    }

    private func address(_ page: SitePage) -> TemplateFields? {
        guard page.kind.isInSitemap, let url = context.absolute(page.canonicalPath) else { return nil }
        var fields: TemplateFields = ["url": .text(url)]
        if let id = page.recordID, let record = context.everything.record(id) {
            fields.set("modified", record.history.compactMap(\.date.wholeDay).max())
        }
        return fields
    }
}

extension SitemapPage {
    struct Kind: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] {
            site.context.absolute("") != nil ? [SitePage(path: SitemapPage.path, Self())] : []
        }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.sitemap, SitemapPage(context: context).fields(page))
        }
    }
}
