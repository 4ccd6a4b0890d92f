import Catalogue
import Records

/// The first page: the search box, what is new, and the ways to browse.
struct HomePage {
    let context: SiteContext

    private static let newestCount = 8
    private static let updateCount = 5
    private static let entryCount = 8

    func fields(_ page: SitePage) -> TemplateFields {
        let configuration = context.catalogue.configuration
        var fields = context.common(page, title: configuration.title, description: configuration.description)
        let documents = context.catalogue.records.indices.filter { isDocument($0) }
        fields["count"] = .text(context.strings.count(.word(.countDocuments), documents.count))
        fields.set("newest", newest(documents).map { context.cards[$0] })
        fields.set("updates", HistoryLog(context.catalogue).entries.prefix(Self.updateCount).map(update))
        for kind in [ListingKind.types, .issuers, .topics] { fields.set(kind.homeKey, largest(kind)) }
        let pages = ListingPages(context: context)
        fields.set("years", context.listings[.years].prefix(Self.entryCount).map(pages.entry))
        let findings = context.listings[.findings].flatMap(\.records).prefix(Self.updateCount)
        fields.set("findings", findings.map { context.cards[$0] })
        return fields
    }

    private func isDocument(_ index: Int) -> Bool {
        let kind = context.catalogue.records[index].kind
        return kind == .directive || kind == .guidance
    }

    /// The documents issued last.
    private func newest(_ documents: [Int]) -> [Int] {
        let records = context.catalogue.records
        let dated = documents.map { (-(records[$0].issued.sortKey ?? 0), $0) }
        return dated.sorted { $0 < $1 }.prefix(Self.newestCount).map(\.1)
    }

    /// The entries with the most documents, in the order of the listing.
    private func largest(_ kind: ListingKind) -> [TemplateFields] {
        let listings = context.listings[kind]
        let ranked = listings.indices.sorted { a, b in
            (-listings[a].records.count, a) < (-listings[b].records.count, b)
        }
        let pages = ListingPages(context: context)
        return ranked.prefix(Self.entryCount).sorted().map { pages.entry(listings[$0]) }
    }

    private func update(_ entry: HistoryLog.Entry) -> TemplateFields {
        var fields: TemplateFields = [
            "path": .text(context.path(of: entry.record)), "title": .text(entry.record.title),
            "change": .text(entry.change), "datetime": .text(entry.day),
        ]
        fields.set("number", entry.record.number?.printed)
        fields.set("date", context.dates.short(entry.date))
        return fields
    }
}

extension ListingKind {
    /// Its list in the home page's values.
    fileprivate var homeKey: String {
        switch self {
        case .types: "types"
        case .issuers: "issuers"
        case .topics: "topics"
        case .years: "years"
        case .findings: "findings"
        }
    }
}
