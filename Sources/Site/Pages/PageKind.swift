import Markup
import Output

/// A kind of page: one type says where its pages lie, which there are, and how one of them is made. Once `all` names
/// it, its pages are published, previewed, and made again when what they ask for is another, like those of all other
/// kinds.
protocol PageKind: Sendable {
    /// The pages of the kind.
    static func pages(of site: PageInventory) -> [SitePage]

    /// What the page is, beside its path: a path can come to belong to another page.
    var identity: String { get }

    /// Whether the sitemap names the page.
    var isInSitemap: Bool { get }

    /// What the page holds, out of what it asks for through the context.
    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent
}

extension PageKind {
    var identity: String { "page" }
    var isInSitemap: Bool { true }
}

enum PageContent {
    case template(PageTemplate, TemplateFields)
    /// A file that is made without a template.
    case bytes([UInt8])
}

/// What tells which pages a site has. It is asked at every build, so nothing of it needs to be noted.
struct PageInventory {
    let facts: SiteFacts
    let assets: [OutputFile]
    /// Pages of the kinds before.
    fileprivate(set) var pages: [SitePage] = []

    var context: SiteContext { SiteContext(facts) }

    /// In the order of the sitemap. Former addresses come last, since they never take the place of a page that stands.
    private static let kinds: [any PageKind.Type] = [
        HomePage.Kind.self, SearchPage.self, NotFoundPage.self, FeedPage.Kind.self, FeedArchive.self,
        OpenSearchPage.Kind.self, RecordPage.Kind.self, LegislationFile.Kind.self,
        AkomaNtosoFile.Kind.self, WordDownload.self, MarkdownDownload.self, TableDownload.Kind.self,
        ListingPages.Kind.self, ListDownload.self, ListDownloadMetadata.self,
        NumberPage.Kind.self, ObligationsPage.Kind.self, ObligationCalendar.Kind.self,
        ValidityCalendar.Kind.self, InForcePages.Kind.self, InForcePages.DataKind.self, FamilyPages.Kind.self,
        FamilyPages.FamilyKind.self,
        EditorsPage.Kind.self, DataPage.self, DataDescription.self, RegisterFiles.self, RecordFiles.Index.self,
        RecordFiles.Kind.self, ListFiles.Index.self, ListFiles.Kind.self, RobotsFile.self, SecurityContact.self,
        AssetFile.self,
        SitemapPage.Kind.self, WithdrawnPage.self, FormerAddress.self,
    ]

    /// Every page of a site: each path once, in a fixed order.
    static func pages(_ facts: SiteFacts, assets: [OutputFile]) -> [SitePage] {
        var inventory = PageInventory(facts: facts, assets: assets)
        for kind in kinds { inventory.pages += kind.pages(of: inventory) }
        return inventory.pages
    }
}
