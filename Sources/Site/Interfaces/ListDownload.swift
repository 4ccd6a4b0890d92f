import Catalogue
import Markup
import Records

/// The CSV files beside lists, `/hieu-luc/` and `/nhiem-vu/`: the whole list, however many pages it has; and one of all that the
/// edition holds.
enum ListDownload: PageKind {
    case listing(Listing)
    case inForce
    case obligations
    /// Every document and finding of the edition.
    case edition

    private static let fileName = "danh-sach.csv"
    static let inForcePath = InForcePages.folder + fileName
    static let obligationsPath = "nhiem-vu/" + fileName
    static let editionPath = "api/" + fileName

    static func path(of listing: Listing) -> String { listing.folder + fileName }

    /// A column: its name for programs, its title, and what it holds by the names of XML Schema.
    struct Column {
        var name: String
        var title: StringKey.Word
        var datatype = "string"
    }

    var columns: [Column] {
        switch self {
        case .listing, .inForce: Self.documentColumns
        case .obligations: Self.obligationColumns
        case .edition: EditionRows.columns
        }
    }

    private static let documentColumns = [
        Column(name: "number", title: .columnNumber), Column(name: "type", title: .columnType),
        Column(name: "title", title: .columnTitle), Column(name: "issuer", title: .columnIssuer),
        // As exactly as a source gives it, and so not always a whole date.
        Column(name: "date", title: .columnDate), Column(name: "status", title: .columnStatus),
        Column(name: "address", title: .columnAddress, datatype: "anyURI"),
    ]

    private static let obligationColumns = [
        Column(name: "task", title: .task), Column(name: "responsible", title: .responsible),
        Column(name: "due", title: .due), Column(name: "provision", title: .provision),
        Column(name: "state", title: .state), Column(name: "number", title: .columnNumber),
        Column(name: "title", title: .columnTitle), Column(name: "address", title: .columnAddress, datatype: "anyURI"),
    ]

    static func pages(of site: PageInventory) -> [SitePage] {
        ListingKind.allCases.flatMap { site.facts.listings[$0] }.map {
            SitePage(path: path(of: $0), Self.listing($0))
        } + [
            SitePage(path: inForcePath, Self.inForce), SitePage(path: obligationsPath, Self.obligations),
            SitePage(path: editionPath, Self.edition),
        ]
    }

    var identity: String {
        switch self {
        case .listing(let listing): "list download \(listing.kind.rawValue)/\(listing.id)"
        case .inForce: "in-force download"
        case .obligations: "obligations download"
        case .edition: "edition download"
        }
    }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        var csv = CSVText(separator: context.configuration.csvSeparator)
        switch self {
        case .listing(let listing): Self.add(context.members(of: listing), to: &csv, context)
        case .inForce: Self.add(context.register.current, to: &csv, context)
        case .obligations: Self.addObligations(to: &csv, context)
        case .edition: EditionRows(context: context).add(to: &csv)
        }
        return .bytes(csv.bytes)
    }

    private static func add(_ documents: [Int], to csv: inout CSVText, _ context: SiteContext) {
        let strings = context.strings
        csv.row(documentColumns.map { strings[$0.title] })
        for index in documents {
            let record = context.reference(at: index)
            csv.row([
                record.number?.printed ?? "", record.type.flatMap(context.vocabulary.type)?.name ?? "", record.title,
                context.form.authors(record).joined(separator: "; "), record.appeared.machineReadable ?? "",
                status(of: record, context), address(of: record, context),
            ])
        }
    }

    private static func addObligations(to csv: inout CSVText, _ context: SiteContext) {
        let strings = context.strings
        csv.row(obligationColumns.map { strings[$0.title] })
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

    static func status(of record: Record, _ context: SiteContext) -> String {
        guard let shown = context.shownStatus(of: record), let reason = context.status(of: record.id)?.reason else {
            return ""
        }
        return StatusWords(strings: context.strings).words(shown, reason: reason).word
    }

    static func address(of record: Record, _ context: SiteContext) -> String {
        context.absolute(context.folder(of: record)) ?? context.path(of: record)
    }
}
