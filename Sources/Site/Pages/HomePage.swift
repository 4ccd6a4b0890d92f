import Catalogue
import Encodings
import Markup
import Records

/// The first page: the search box, what is new, and the ways to browse.
struct HomePage {
    let context: SiteContext

    private static let newestCount = 6
    private static let updateCount = 5
    private static let entryCount = 6
    private static let taskCount = 3

    func fields(_ page: SitePage) -> TemplateFields {
        let configuration = context.configuration
        var fields = context.common(page, title: configuration.title, description: configuration.description)
        let documents = context.everything.records.indices.filter { isDocument($0) }
        fields["count"] = .text(context.strings.count(.word(.countDocuments), documents.count))
        fields.set("newest", newest(documents).map { context.card(at: $0) })
        fields.set("changes", RecentChanges(context: context).fields)
        fields.set("examples", examples(newest(documents)))
        fields.set("updates", HistoryLog(context.everything).entries.prefix(Self.updateCount).map(update))
        let tasks = tasks
        fields.set("tasks", Array(tasks.prefix(Self.taskCount)))
        if tasks.count > Self.taskCount {
            fields["moreTasks"] = .text(context.strings.count(.word(.seeAllObligations), tasks.count))
        }
        for kind in [ListingKind.types, .issuers, .topics] { fields.set(kind.homeKey, largest(kind)) }
        let pages = ListingPages(context: context)
        var years: [Int: Int] = [:]
        for index in documents { context.everything.records[index].issued.year.map { years[$0, default: 0] += 1 } }
        if let histogram = YearHistogram(counts: years).fields { fields["histogram"] = .object(histogram) }
        fields.set("years", context.listings(.years).prefix(Self.entryCount).map(pages.entry))
        let findings = context.listings(.findings).flatMap(\.records).prefix(Self.updateCount)
        fields.set("findings", findings.map { context.card(at: $0) })
        return fields
    }

    private func isDocument(_ index: Int) -> Bool {
        let kind = context.everything.records[index].kind
        return kind == .directive || kind == .guidance
    }

    /// The documents issued last, of those that are known to have been issued by the day of the build.
    private func newest(_ documents: [Int]) -> [Int] {
        let records = context.everything.records
        let dated = documents.compactMap { index in
            records[index].issued.sortKey.flatMap { $0 <= context.asOf.number ? (-$0, index) : nil }
        }
        return dated.sorted { $0 < $1 }.prefix(Self.newestCount).map(\.1)
    }

    /// What may be typed, of what is there: numbers of the newest documents, and the largest topic.
    private func examples(_ newest: [Int]) -> [TemplateFields] {
        let numbers = newest.compactMap { context.reference(at: $0).number?.printed }
        let topic = context.listings(.topics).max { $0.records.count < $1.records.count }?.name
        return (Array(numbers.prefix(2)) + [topic].compactMap { $0 }).map {
            ["label": .text($0), "path": .text("tim-kiem/index.html?q=" + PercentEncoding.path($0))]
        }
    }

    /// The entries with the most documents, in the order of the listing.
    private func largest(_ kind: ListingKind) -> [TemplateFields] {
        let listings = context.listings(kind)
        let ranked = listings.indices.sorted { a, b in
            (-listings[a].records.count, a) < (-listings[b].records.count, b)
        }
        let pages = ListingPages(context: context)
        return ranked.prefix(Self.entryCount).sorted().map { pages.entry(listings[$0]) }
    }

    /// What remains to be done: what is due first, then what has no date, in the order of the collection.
    private var tasks: [TemplateFields] {
        var open: [(due: Int, place: Int, fields: TemplateFields)] = []
        for (index, record) in context.everything.records.enumerated() {
            for obligation in record.obligations where obligation.state == .open {
                var fields: TemplateFields = [
                    "path": .text(context.path(of: record)), "task": .text(obligation.task),
                ]
                fields.set("due", obligation.due.flatMap(context.dates.short))
                fields["isOverdue"] = .flag(obligation.isOverdue(on: context.asOf))
                fields.set("datetime", obligation.due?.machineReadable)
                fields.set(
                    "responsible",
                    obligation.responsible.map { context.vocabulary.issuer($0)?.name ?? $0 })
                open.append((obligation.due?.sortKey ?? .max, index, fields))
            }
        }
        return open.enumerated().sorted { a, b in
            (a.element.due, a.element.place, a.offset) < (b.element.due, b.element.place, b.offset)
        }.map(\.element.fields)
    }

    private func update(_ entry: HistoryLog.Entry) -> TemplateFields {
        var fields: TemplateFields = [
            "path": .text(context.path(of: entry.record)), "title": .markup(KeptNumbers.html(entry.record.title)),
            "change": .text(entry.change), "datetime": .text(entry.day),
        ]
        fields.set("number", entry.record.number?.printed)
        fields.set("place", context.vocabulary.tellingPlace(of: entry.record))
        fields.set("type", entry.record.type.flatMap(context.vocabulary.type)?.name)
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

extension HomePage {
    struct Kind: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] {
            [SitePage(path: "index.html", Self())]
        }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.home, HomePage(context: context).fields(page))
        }
    }
}
