import Catalogue
import Markup
import Records

/// What differs between a site and the one before it, where the set of records, their addresses, vocabulary, configuration and
/// templates are the same and no finding changed.
public struct RecordChanges: Sendable {
    /// Records that stand otherwise in lists and links: title, type, date or state.
    public var cards: Set<RecordID> = []
    /// Records whose own pages may differ, those of `cards` among them.
    public var pages: Set<RecordID> = []
    /// Records that were edited, as they were and as they are.
    public var edited: [(old: Record, new: Record)] = []
    /// Whether the state of any document differs.
    public var hasOtherStates = false
    /// Whether any two documents are bound otherwise: families grow, part and change places.
    public var hasOtherRelations = false

    public init() {}
}

extension SiteBuilder {
    /// The pages that may differ; all others are, byte for byte, what they were.
    public func pages(affectedBy changes: RecordChanges) -> [SitePage] {
        let affected = AffectedPages(context, changes)
        return pages.filter { affected.contains($0) }
    }

    /// Folders whose pages a change of documents can bring or take away.
    public static let listingFolders =
        ListingKind.allCases.filter { $0 != .findings }.map { $0.rawValue + "/" } + [InForcePages.folder]
    /// The same, where no other page depends on which there are.
    public static let familyFolder = FamilyRegister.folder

    /// What a record's page adds to its body, where the bodies of some records alone are at hand: what leads to others is as
    /// it was.
    public func markup(
        of id: RecordID, _ body: RenderedBody, amid bodies: [RecordID: RenderedBody], before: BodyMarkup
    ) -> BodyMarkup {
        var markup = CitationLinks(context: context, bodies: bodies).markup(of: id, body)
        for (place, cited) in (context.citations.places[id] ?? []).enumerated() where place < markup.links.count {
            guard case .record(let other) = cited.target, bodies[other] == nil else { continue }
            markup.links[place] = before.links.indices.contains(place) ? before.links[place] : nil
        }
        return markup
    }
}

/// Which pages depend on what changed. A page that shows all records is always among them.
private struct AffectedPages {
    private let context: SiteContext
    private let changes: RecordChanges
    /// Places of the changed records in the catalogue.
    private let cards: Set<Int>
    private let members: Set<Int>
    /// Lists that they came into or left.
    private let listings: [ListingKind: Set<String>]

    init(_ context: SiteContext, _ changes: RecordChanges) {
        self.context = context
        self.changes = changes
        let records = context.catalogue.records
        cards = Set(records.indices.filter { changes.cards.contains(records[$0].id) })
        members = Set(records.indices.filter { changes.pages.contains(records[$0].id) })
        var listings: [ListingKind: Set<String>] = [:]
        for (old, new) in changes.edited {
            listings[.issuers, default: []].formUnion(Set(old.issuers).symmetricDifference(new.issuers))
            let topics = Set(old.topics).symmetricDifference(new.topics)
            // A topic tells how many documents the narrower ones have.
            let vocabulary = context.catalogue.vocabulary
            listings[.topics, default: []].formUnion(topics.union(topics.compactMap { vocabulary.topic($0)?.broader }))
        }
        self.listings = listings
    }

    func contains(_ page: SitePage) -> Bool {
        switch page.content {
        case .home, .index, .feed, .sitemap, .obligations, .calendar, .editors, .families: true
        case .search, .notFound, .opensearch, .asset, .findingTable: false
        case .record(let place): members.contains(place)
        case .redirect(let id): changes.cards.contains(id)
        case .number(let place): !changes.cards.isDisjoint(with: context.catalogue.numbers[place].bearers)
        case .listing(let listing, _): contains(listing)
        case .validityColumns: changes.hasOtherStates
        case .inForce(let number):
            changes.hasOtherStates || !cards.isDisjoint(with: InForcePages(context: context).documents(onPage: number))
        case .validityRows(let shard):
            !cards.isDisjoint(with: InForcePages(context: context).documents(inShard: shard))
        case .family(let place, _):
            changes.hasOtherRelations
                || !members.isDisjoint(with: context.families.families[context.families.drawn + place].members)
        }
    }

    private func contains(_ listing: Listing) -> Bool {
        listings[listing.kind]?.contains(listing.id) == true || !cards.isDisjoint(with: listing.records)
    }
}
