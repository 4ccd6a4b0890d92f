import Catalogue
import Markup
import Records

/// The CSV files beside lists, `/hieu-luc/` and `/nhiem-vu/`: the whole list, however many pages it has.
enum ListDownload: PageKind {
    case listing(Listing)
    case inForce
    case obligations

    private static let fileName = "danh-sach.csv"
    static let inForcePath = InForcePages.folder + fileName
    static let obligationsPath = "nhiem-vu/" + fileName

    static func path(of listing: Listing) -> String { listing.folder + fileName }

    static func pages(of site: PageInventory) -> [SitePage] {
        ListingKind.allCases.flatMap { site.facts.listings[$0] }.map {
            SitePage(path: path(of: $0), Self.listing($0))
        } + [SitePage(path: inForcePath, Self.inForce), SitePage(path: obligationsPath, Self.obligations)]
    }

    var identity: String {
        switch self {
        case .listing(let listing): "list download \(listing.kind.rawValue)/\(listing.id)"
        case .inForce: "in-force download"
        case .obligations: "obligations download"
        }
    }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        var csv = CSVText(separator: context.configuration.csvSeparator)
        switch self {
        case .listing(let listing): Self.add(context.members(of: listing), to: &csv, context)
        case .inForce: Self.add(context.register.current, to: &csv, context)
        case .obligations: Self.addObligations(to: &csv, context)
        }
        return .bytes(csv.bytes)
    }

    private static func add(_ documents: [Int], to csv: inout CSVText, _ context: SiteContext) {
        let strings = context.strings
        csv.row(
            [.columnNumber, .columnType, .columnTitle, .columnIssuer, .columnDate, .columnStatus, .columnAddress]
                .map { strings[$0] })
        let words = StatusWords(strings: strings)
        for index in documents {
            let record = context.reference(at: index)
            var status = ""
            if let shown = context.shownStatus(of: record), let reason = context.status(of: record.id)?.reason {
                status = words.words(shown, reason: reason).word
            }
            csv.row([
                record.number?.printed ?? "", record.type.flatMap(context.vocabulary.type)?.name ?? "", record.title,
                context.form.authors(record).joined(separator: "; "), record.appeared.machineReadable ?? "", status,
                address(of: record, context),
            ])
        }
    }

    private static func addObligations(to csv: inout CSVText, _ context: SiteContext) {
        let strings = context.strings
        csv.row(
            [.task, .responsible, .due, .provision, .state, .columnNumber, .columnTitle, .columnAddress].map {
                strings[$0]
            })
        for entry in ObligationRegister(context.everything).entries {
            let (record, obligation) = (entry.record, entry.obligation)
            csv.row([
                obligation.task, obligation.responsible.map { context.vocabulary.issuer($0)?.name ?? $0 } ?? "",
                obligation.due?.machineReadable ?? "", obligation.provision ?? "",
                strings[.obligation(obligation.state)], record.number?.printed ?? "", record.title,
                address(of: record, context),
            ])
        }
    }

    private static func address(of record: Record, _ context: SiteContext) -> String {
        context.absolute(context.folder(of: record)) ?? context.path(of: record)
    }
}
