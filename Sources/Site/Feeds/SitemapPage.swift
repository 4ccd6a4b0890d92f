import Catalogue
import Markup
import Records

/// The sitemap (sitemaps.org, 0.9): canonical addresses, which name folders. Only a site with an address has one. The
/// protocol allows 50,000 addresses in a file; a larger site has an index of several.
struct SitemapPage {
    let context: SiteContext

    static let path = "sitemap.xml"
    /// Addresses in one file.
    static let length = 50_000

    static func path(part: Int) -> String { "sitemap-\(part).xml" }

    /// - Parameter part: One of several files, from 1; nil where there is one.
    func fields(_ page: SitePage, part: Int?) -> TemplateFields {
        var fields = context.common(page, title: context.configuration.title)
        let listed = context.pages.lazy.filter(\.kind.isInSitemap)
        let start = ((part ?? 1) - 1) * Self.length
        fields.set("addresses", listed.dropFirst(start).prefix(Self.length).compactMap(address))
        return fields
    }

    func index(_ page: SitePage, parts: Int) -> TemplateFields {
        var fields = context.common(page, title: context.configuration.title)
        fields.set(
            "sitemaps",
            (1...parts).compactMap { part in
                context.absolute(Self.path(part: part)).map { ["url": .text($0)] }
            })
        return fields
    }

    private func address(_ page: SitePage) -> TemplateFields? {
        guard let url = context.absolute(page.canonicalPath) else { return nil }
        var fields: TemplateFields = ["url": .text(url)]
        if let id = page.recordID, let record = context.everything.record(id) {
            fields.set("modified", record.history.compactMap(\.date.wholeDay).max())
        }
        return fields
    }
}

extension SitemapPage {
    enum Kind: PageKind {
        case whole
        case index(parts: Int)
        case part(Int)

        /// To be asked once all other pages are known.
        static func pages(of site: PageInventory) -> [SitePage] {
            site.context.absolute("") == nil ? [] : pages(listing: site.pages.count { $0.kind.isInSitemap })
        }

        static func pages(listing count: Int) -> [SitePage] {
            guard count > SitemapPage.length else { return [SitePage(path: SitemapPage.path, Self.whole)] }
            let parts = DataPath.parts(of: count, each: SitemapPage.length)
            return [SitePage(path: SitemapPage.path, Self.index(parts: parts))]
                + (1...parts).map { SitePage(path: SitemapPage.path(part: $0), Self.part($0)) }
        }

        var identity: String {
            switch self {
            case .whole: "sitemap"
            case .index(let parts): "sitemap of \(parts)"
            case .part(let part): "sitemap \(part)"
            }
        }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            let sitemap = SitemapPage(context: context)
            return switch self {
            case .whole: .template(.sitemap, sitemap.fields(page, part: nil))
            case .index(let parts): .template(.sitemap, sitemap.index(page, parts: parts))
            case .part(let part): .template(.sitemap, sitemap.fields(page, part: part))
            }
        }
    }
}
