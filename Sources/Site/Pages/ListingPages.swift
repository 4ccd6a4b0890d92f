import Catalogue
import Markup
import Records
import VietnameseText

/// The listings and their indexes.
struct ListingPages {
    let context: SiteContext

    // MARK: Index

    func index(_ kind: ListingKind, _ page: SitePage) -> TemplateFields {
        let heading = context.strings[kind.word]
        var fields = context.common(page, title: heading)
        fields["heading"] = .text(heading)
        fields[kind.flag] = true
        let entries = entries(kind)
        fields.set("entries", entries)
        fields["hasDetail"] = .flag(entries.contains { $0["detail"] != nil })
        return fields
    }

    /// The entries of an index with how many documents each has.
    func entries(_ kind: ListingKind) -> [TemplateFields] { context.listings(kind).map(entry) }

    func entry(_ listing: Listing) -> TemplateFields {
        var fields: TemplateFields = [
            "name": .text(listing.name), "path": .text(listing.path()),
            "count": .text(context.strings.grouped(listing.records.count)),
            "isContent": .flag(listing.isContent),
        ]
        let vocabulary = context.vocabulary
        switch listing.kind {
        case .types: fields.set("detail", vocabulary.type(listing.id)?.abbreviation)
        case .issuers: fields.set("detail", vocabulary.issuer(listing.id)?.abbreviation)
        case .topics, .years, .findings: break
        }
        return fields
    }

    // MARK: Listing

    func listing(_ listing: Listing, _ number: Int, _ page: SitePage) -> TemplateFields {
        let strings = context.strings
        let pager = Pager(strings: strings, number: number, count: listing.pageCount) { listing.path(page: $0) }
        var fields = context.common(page, title: pager.titled(listing.name))
        fields["heading"] = .text(listing.name)
        fields["isContent"] = .flag(listing.isContent)
        fields[listing.kind.flag] = true
        let isFindings = listing.kind == .findings
        fields["isFindings"] = .flag(isFindings)
        fields["count"] = .text(
            strings.count(.word(isFindings ? .countFindings : .countDocuments), listing.records.count))
        fields.set("rows", rows(context.rows(of: listing, page: number), isFindings: isFindings))
        if !isFindings {
            fields.set(
                "crumbs", [["label": .text(strings[listing.kind.word]), "path": .text(listing.kind.indexPath)]])
        }
        pager.add(to: &fields)
        fields["download"] = .text(ListDownload.path(of: listing))
        if FeedPage.isThere(for: listing) { fields["feed"] = .text(FeedPage.path(of: listing)) }
        if listing.records.count > Self.listSeenAtOnce { fields["filter"] = .object(filter(of: listing)) }
        fields.set("years", yearJumps(listing))
        addDetails(of: listing, to: &fields)
        let details = ["english", "abbreviation", "place", "synonyms", "parent", "successor", "broader", "narrower"]
        fields["hasEntryFacts"] = .flag(details.contains { fields[$0] != nil })
        return fields
    }

    /// What narrows the search page to this list, where the whole of it is searched; nothing where no facet has it.
    private func filter(of listing: Listing) -> TemplateFields {
        guard listing.kind != .findings, listing.id != Listings.unknownID else { return [:] }
        return ["facet": .text(listing.kind.rawValue), "value": .text(listing.id)]
    }

    /// Where the documents of each year begin, in a list of several years that is longer than a look.
    private func yearJumps(_ listing: Listing) -> [TemplateFields] {
        guard listing.kind != .years, listing.records.count > Self.shortList, listing.years.count > 1 else { return [] }
        return listing.years.map { year, page in
            ["label": .text(String(year)), "path": .text(listing.path(page: page) + "#" + Self.yearAnchor(year))]
        }
    }

    private static let shortList = 20

    /// A list of so many documents is seen at once, and needs no box to narrow it.
    private static let listSeenAtOnce = 3

    private static func yearAnchor(_ year: Int) -> String { "nam-\(year)" }

    /// The rows with their places by number and title, so that the browser sorts as the builder does. The first of a year has an
    /// anchor.
    private func rows(_ records: ArraySlice<Int>, isFindings: Bool) -> [TemplateFields] {
        var rows = records.map { context.card(at: $0) }
        var last: Int?
        for (place, index) in records.enumerated() {
            guard let year = context.reference(at: index).appeared.year, year != last else { continue }
            last = year
            rows[place]["yearAnchor"] = .text(Self.yearAnchor(year))
        }
        rank(&rows, as: "titleRank", by: records.map { CollationKey(context.reference(at: $0).title) })
        if isFindings { return rows }
        rank(
            &rows, as: "numberRank",
            by: records.map {
                let record = context.reference(at: $0)
                return CollationKey(record.number?.printed ?? record.title)
            })
        return rows
    }

    private func rank(_ rows: inout [TemplateFields], as name: String, by keys: [CollationKey]) {
        let order = keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
        for (rank, index) in order.enumerated() { rows[index][name] = .text(String(rank)) }
    }

    private func addDetails(of listing: Listing, to fields: inout TemplateFields) {
        let vocabulary = context.vocabulary
        switch listing.kind {
        case .types:
            fields.set("abbreviation", vocabulary.type(listing.id)?.abbreviation)
            fields.set("english", vocabulary.type(listing.id)?.nameEN)
        case .issuers:
            guard let issuer = vocabulary.issuer(listing.id) else { return }
            fields.set("abbreviation", issuer.abbreviation)
            fields.set("english", issuer.nameEN)
            fields.set("place", issuer.place)
            if issuer.names.count > 1 || issuer.names.contains(where: { $0.from != nil || $0.to != nil }) {
                fields.set("names", issuer.names.map(name))
            }
            if let parent = issuer.parent { fields["parent"] = .object(related(parent)) }
            if let successor = issuer.successor { fields["successor"] = .object(related(successor)) }
        case .topics:
            guard let topic = vocabulary.topic(listing.id) else { return }
            fields.set("english", topic.nameEN)
            fields.set("synonyms", topic.synonyms.joined(separator: ", "))
            if let broader = topic.broader, let wider = context.listed(.topics, broader) {
                fields["broader"] = ["label": .text(wider.name), "path": .text(wider.path)]
            }
            let narrower = context.listings(.topics).filter { vocabulary.topic($0.id)?.broader == listing.id }
            fields.set("narrower", narrower.map(entry))
        case .years, .findings: break
        }
    }

    private func name(_ name: DatedName) -> TemplateFields {
        var fields: TemplateFields = ["name": .text(name.name)]
        fields.set("period", context.dates.range(from: name.from, to: name.to))
        return fields
    }

    private func related(_ id: String) -> TemplateFields {
        context.link(.issuers, id, label: context.vocabulary.issuer(id)?.name ?? id)
    }
}

extension ListingPages {
    /// The lists of a kind, or one page of one of them.
    enum Kind: PageKind {
        case index(ListingKind)
        case rows(Listing, page: Int)

        static func pages(of site: PageInventory) -> [SitePage] {
            ListingKind.allCases.flatMap { kind in
                // All findings are one list.
                (kind == .findings ? [] : [SitePage(path: kind.indexPath, Self.index(kind))])
                    + site.facts.listings[kind].flatMap { listing in
                        (1...listing.pageCount).map {
                            SitePage(path: listing.path(page: $0), Self.rows(listing, page: $0))
                        }
                    }
            }
        }

        var identity: String {
            switch self {
            case .index(let kind): "index \(kind.rawValue)"
            case .rows(let listing, let number): "listing \(listing.kind.rawValue)/\(listing.id) \(number)"
            }
        }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            let pages = ListingPages(context: context)
            return switch self {
            case .index(let kind): .template(.index, pages.index(kind, page))
            case .rows(let listing, let number): .template(.listing, pages.listing(listing, number, page))
            }
        }
    }
}
