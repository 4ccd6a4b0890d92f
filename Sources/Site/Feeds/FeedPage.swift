import Catalogue
import Markup
import Records

/// An Atom feed (RFC 4287) of what editors changed, of documents that took effect and of those that ended: of the whole
/// site, of a topic or issuer, or of one record.
///
/// Identifiers are UUIDs of version 8 (RFC 9562) made from the record's id, the day and what happened, so that they stay
/// the same when the site moves, when it has no address yet, and when a change is reworded.
struct FeedPage {
    let context: SiteContext

    static let path = "feed.xml"
    /// Entries of one feed.
    static let length = 50

    static func path(of listing: Listing) -> String { listing.folder + path }

    static func path(of record: Record) -> String { PagePath.folder(of: record) + path }

    /// Whether a list has a feed: years and types are followed by nobody.
    static func isThere(for listing: Listing) -> Bool { listing.kind == .topics || listing.kind == .issuers }

    func whole(_ page: SitePage) -> TemplateFields {
        let events = events(of: nil)
        return leadingOn(whole(page, events[...]), events.count, of: nil)
    }

    /// One of the archives of the site's feed, or of a list's.
    func archive(_ number: Int, of listing: Listing?, _ page: SitePage) -> TemplateFields {
        let (events, count) = context.archive(number, of: listing)
        var fields = listing.map { self.listing($0, page, events) } ?? whole(page, events)
        fields["isArchive"] = true
        fields["selfURL"] = .text(link(page.path))
        fields["currentURL"] = .text(link(listing.map(Self.path(of:)) ?? Self.path))
        if number > 1 { fields["previousArchive"] = .text(link(FeedArchive.path(number - 1, of: listing))) }
        if number < count {
            fields["nextArchive"] = .text(link(FeedArchive.path(number + 1, of: listing)))
        }
        return fields
    }

    /// The feed itself, which leads to the newest of its archives.
    private func leadingOn(_ fields: TemplateFields, _ events: Int, of listing: Listing?) -> TemplateFields {
        var fields = fields
        let archives = FeedArchive.count(of: events)
        if archives > 0 { fields["previousArchive"] = .text(link(FeedArchive.path(archives, of: listing))) }
        return fields
    }

    /// The newest first.
    private func events(of listing: Listing?) -> [RecordEvent] {
        guard let listing else { return context.allEvents }
        return context.members(of: listing).flatMap { context.events(of: context.reference(at: $0).id) }
            .sorted(by: RecordEvent.isNewer)
    }

    private func whole(_ page: SitePage, _ events: ArraySlice<RecordEvent>) -> TemplateFields {
        let site = context.configuration.title
        var fields = fields(
            page, title: context.strings.filled(.word(.feedTitle), ["site": site]), name: "feed\n\(site)",
            events: Array(events))
        fields.set("description", context.configuration.description)
        return fields
    }

    /// A feed and its archives lie in one folder.
    private func link(_ path: String) -> String {
        context.absolute(path) ?? path.split(separator: "/").last.map(String.init) ?? path
    }

    func listing(_ listing: Listing, _ page: SitePage) -> TemplateFields {
        let events = events(of: listing)
        return leadingOn(self.listing(listing, page, events[...]), events.count, of: listing)
    }

    private func listing(_ listing: Listing, _ page: SitePage, _ events: ArraySlice<RecordEvent>) -> TemplateFields {
        let title = context.strings.filled(
            .word(.feedOf), ["name": listing.name, "site": context.configuration.title])
        return fields(
            page, title: title, name: "feed\n\(listing.kind.rawValue)/\(listing.id)",
            events: Array(events), home: listing.path())
    }

    func record(_ id: RecordID, _ page: SitePage) -> TemplateFields {
        guard let record = context.own(id) else { return [:] }
        let title = context.strings.filled(
            .word(.feedOf), ["name": record.shortName, "site": context.configuration.title])
        return fields(
            page, title: title, name: "feed\nrecord/\(id)",
            events: context.events(of: id).sorted(by: RecordEvent.isNewer), home: context.path(of: record))
    }

    /// - Parameters:
    ///   - name: What makes the feed's identifier.
    ///   - home: The page that the feed goes with.
    private func fields(
        _ page: SitePage, title: String, name: String, events: [RecordEvent], home: String = "index.html"
    ) -> TemplateFields {
        var fields = context.common(page, title: title)
        fields["id"] = .text(Self.identifier(name))
        fields["updated"] = .text(Self.moment((events.first?.date ?? context.asOf.partialDate).iso))
        fields["selfURL"] = .text(context.absolute(page.path) ?? FeedPage.path)
        fields["homeURL"] = .text(address(of: home, from: page))
        fields.set("entries", events.prefix(Self.length).map { entry($0, page) })
        return fields
    }

    private func entry(_ event: RecordEvent, _ page: SitePage) -> TemplateFields {
        let record = event.record
        let happened = event.kind == .changed ? String(event.ordinal) : event.kind.rawValue
        return [
            "id": .text(Self.identifier("\(record.id)\n\(event.date.iso)\n\(happened)")),
            "title": .text([record.number?.printed, record.title].compactMap { $0 }.joined(separator: " – ")),
            "updated": .text(Self.moment(event.date.iso)), "change": .text(sentence(event)),
            "kind": .text(event.kind.rawValue),
            "url": .text(address(of: context.path(of: record), from: page)),
        ]
    }

    private func sentence(_ event: RecordEvent) -> String {
        if let change = event.change { return change }
        let sentence = context.strings[event.kind.word]
        guard let by = event.by.flatMap(context.reference) else { return sentence }
        return "\(sentence) \(context.strings.filled(.word(.eventBy), ["document": by.shortName]))"
    }

    private func address(of path: String, from page: SitePage) -> String {
        let folder = path.hasSuffix("index.html") ? String(path.dropLast("index.html".utf8.count)) : path
        return context.absolute(folder) ?? page.root + path
    }

    /// The start of a day in Vietnam.
    private static func moment(_ day: String) -> String { "\(day)T00:00:00+07:00" }

    private static func identifier(_ name: String) -> String {
        let high = fnv1a(name, seed: 0xCBF2_9CE4_8422_2325)
        let low = fnv1a(name, seed: 0x6C62_272E_07BB_0142)
        let digits = hex((high & ~0xF000) | 0x8000) + hex((low & ~(3 << 62)) | (2 << 62))
        let cuts = [0, 8, 12, 16, 20, 32]
        let parts = zip(cuts, cuts.dropFirst()).map { String(digits.dropFirst($0).prefix($1 - $0)) }
        return "urn:uuid:" + parts.joined(separator: "-")
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo).
    private static func fnv1a(_ text: String, seed: UInt64) -> UInt64 {
        text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

extension FeedPage {
    enum Kind: PageKind {
        case whole
        case listing(Listing)
        case record(RecordID)

        static func pages(of site: PageInventory) -> [SitePage] {
            let lists = ListingKind.allCases.flatMap { site.facts.listings[$0] }.filter(FeedPage.isThere)
            return [SitePage(path: FeedPage.path, Self.whole)]
                + lists.map { SitePage(path: FeedPage.path(of: $0), Self.listing($0)) }
                + site.facts.catalogue.records.filter { $0.kind != .page }.map {
                    SitePage(path: FeedPage.path(of: $0), Self.record($0.id))
                }
        }

        var identity: String {
            switch self {
            case .whole: "feed"
            case .listing(let listing): "feed \(listing.kind.rawValue)/\(listing.id)"
            case .record(let id): "feed record \(id)"
            }
        }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            let feed = FeedPage(context: context)
            return switch self {
            case .whole: .template(.feed, feed.whole(page))
            case .listing(let listing): .template(.feed, feed.listing(listing, page))
            case .record(let id): .template(.feed, feed.record(id, page))
            }
        }
    }
}
