import Catalogue
import Records

/// The sitemap (sitemaps.org, 0.9): canonical addresses, which name folders. Only a site with an address has one.
struct SitemapPage {
    let context: SiteContext

    static let path = "sitemap.xml"

    func fields(_ page: SitePage, pages: [SitePage]) -> TemplateFields {
        var fields = context.common(page, title: context.configuration.title)
        fields.set("addresses", pages.compactMap(address))
        return fields
    }

    private func address(_ page: SitePage) -> TemplateFields? {
        switch page.content {
        case .redirect, .feed, .sitemap, .opensearch, .asset, .findingTable, .notFound, .search, .calendar, .editors,
            .validityColumns, .validityRows:
            return nil
        case .home, .index, .listing, .number, .obligations, .inForce, .families, .family: break
        case .record(let index):
            let record = context.everything.records[index]
            guard let url = context.absolute(page.canonicalPath) else { return nil }
            var fields: TemplateFields = ["url": .text(url)]
            fields.set("modified", record.history.compactMap(\.date.wholeDay).max())
            return fields
        }
        return context.absolute(page.canonicalPath).map { ["url": .text($0)] }
    }
}
