import Markup

/// The archives of the site's feed (RFC 5005, section 4): everything that happened, the oldest first, so many entries a file. An
/// archive that is full stays as it is as long as nothing older comes to light; a reader follows `prev-archive` from the feed as
/// far back as it likes.
struct FeedArchive: PageKind {
    /// From 1, the oldest.
    let number: Int

    static func path(_ number: Int) -> String { "feed-\(number).xml" }

    /// How many archives hold so many events. Where the feed itself holds all, there is none.
    static func count(of events: Int) -> Int { events > FeedPage.length ? events / FeedPage.length : 0 }

    static func pages(of site: PageInventory) -> [SitePage] {
        (0..<count(of: site.context.allEvents.count)).map { SitePage(path: path($0 + 1), Self(number: $0 + 1)) }
    }

    var identity: String { "feed archive \(number)" }
    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        .template(.feed, FeedPage(context: context).archive(number, page))
    }
}
