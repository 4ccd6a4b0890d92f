import Markup

/// The archives of a feed (RFC 5005, section 4): everything that happened, the oldest first, so many entries a file. An
/// archive that is full stays as it is as long as nothing older comes to light; a reader follows `prev-archive` from the
/// feed as far back as it likes. The site's feed has them, and those of topics and issuers.
struct FeedArchive: PageKind {
    /// Nil for the feed of the whole site.
    let listing: Listing?
    /// From 1, the oldest.
    let number: Int

    static func path(_ number: Int, of listing: Listing?) -> String { "\(listing?.folder ?? "")feed-\(number).xml" }

    /// How many archives hold so many events. Where the feed itself holds all, there is none.
    static func count(of events: Int) -> Int { events > FeedPage.length ? events / FeedPage.length : 0 }

    static func pages(of site: PageInventory) -> [SitePage] {
        let lists = ListingKind.allCases.flatMap { site.facts.listings[$0] }.filter(FeedPage.isThere)
        return pages(of: nil, site.facts.events.events.count)
            + lists.flatMap { pages(of: $0, site.facts.events.count(of: $0)) }
    }

    private static func pages(of listing: Listing?, _ events: Int) -> [SitePage] {
        (0..<count(of: events)).map {
            SitePage(path: path($0 + 1, of: listing), Self(listing: listing, number: $0 + 1))
        }
    }

    var identity: String {
        "feed archive \(number)" + (listing.map { " of \($0.kind.rawValue)/\($0.id)" } ?? "")
    }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        .template(.feed, FeedPage(context: context).archive(number, of: listing, page))
    }
}
