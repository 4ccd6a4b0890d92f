import Markup
import Records

/// The description by which browsers offer the site as a search engine of theirs (OpenSearch 1.1). It can only name whole
/// addresses, so only a site with an address has one.
struct OpenSearchPage {
    let context: SiteContext

    static let path = "opensearch.xml"

    func fields(_ page: SitePage) -> TemplateFields {
        var fields = context.common(page, title: context.configuration.title)
        fields.set("searchURL", context.absolute("tim-kiem/index.html"))
        fields.set("address", context.absolute(""))
        return fields
    }
}

extension OpenSearchPage {
    struct Kind: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] {
            site.context.absolute("") != nil ? [SitePage(path: OpenSearchPage.path, Self())] : []
        }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.opensearch, OpenSearchPage(context: context).fields(page))
        }
    }
}
