import Encodings
import Markup
import Records

/// The page `/api/`: what other programs can read, where it lies and by which convention.
struct DataPage: PageKind {
    static let path = "api/index.html"

    static func pages(of site: PageInventory) -> [SitePage] { [SitePage(path: path, Self())] }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        let strings = context.strings
        var fields = context.common(page, title: strings[.data], description: strings[.dataLead])
        fields.set(
            "interfaces",
            DataInterface.all.filter {
                (!$0.needsAddress || context.absolute("") != nil) && $0.isSwitchedOn(context.configuration)
            }.map { interface in
                var fields: TemplateFields = [
                    "address": .text(interface.address), "description": .text(strings[interface.description]),
                    "convention": .text(interface.convention),
                ]
                // The manifest comes with the publication; a site in memory has none.
                if !interface.address.contains("{"), interface.address != "manifest.json" {
                    fields["path"] = .text(interface.address)
                }
                return fields
            })
        return .template(.data, fields)
    }
}

/// One thing that other programs can read.
struct DataInterface: Sendable {
    /// A path of the site; `{…}` stands for what differs.
    let address: String
    let description: StringKey.Word
    /// The specification that it keeps.
    let convention: String
    /// Whether it is there only where the site's address is known.
    var needsAddress = false
    /// Whether the site has it.
    var isSwitchedOn: @Sendable (SiteConfiguration) -> Bool = { _ in true }

    static let all = [
        DataInterface(address: DataPath.index, description: .dataIndex, convention: json),
        DataInterface(address: DataPath.records, description: .dataRecords, convention: json),
        DataInterface(
            address: DataPath.folder + "records/{group}.json", description: .dataRecordFiles, convention: json),
        DataInterface(address: DataPath.lists, description: .dataLists, convention: json),
        DataInterface(
            address: DataPath.folder + "lists/{kind}/{list}.json", description: .dataListFiles, convention: json),
        DataInterface(address: DataPath.part("relations", 1), description: .dataRelations, convention: json),
        DataInterface(address: DataPath.part("obligations", 1), description: .dataObligations, convention: json),
        DataInterface(address: DataPath.part("states", 1), description: .dataStates, convention: json),
        DataInterface(address: DataPath.part("changes", 1), description: .dataChanges, convention: json),
        DataInterface(address: DataPath.schema, description: .dataSchema, convention: "JSON Schema 2020-12"),
        DataInterface(address: DataPath.description, description: .dataDescription, convention: "OpenAPI 3.1"),
        DataInterface(
            address: "van-ban/{year}/{name}/" + LegislationFile.name, description: .dataLegislation,
            convention: "JSON-LD 1.1, schema.org Legislation, ELI"),
        DataInterface(
            address: "van-ban/{year}/{name}/" + AkomaNtosoFile.name, description: .dataAkomaNtoso,
            convention: "Akoma Ntoso 3.0", isSwitchedOn: \.hasAkomaNtoso),
        DataInterface(
            address: "van-ban/{year}/{name}/{record}.docx", description: .dataWord,
            convention: "Office Open XML, ECMA-376", isSwitchedOn: \.hasWordFiles),
        DataInterface(
            address: "van-ban/{year}/{name}/{record}.md", description: .dataMarkdown,
            convention: "CommonMark, GFM", isSwitchedOn: \.hasMarkdownFiles),
        DataInterface(
            address: ListDownload.editionPath, description: .dataEditionDownload, convention: "CSV, RFC 4180, UTF-8"),
        DataInterface(
            address: "{list}/danh-sach.csv", description: .dataListDownloads, convention: "CSV, RFC 4180, UTF-8"),
        DataInterface(
            address: "{list}/danh-sach.csv-metadata.json", description: .dataListMetadata,
            convention: "CSV on the Web, W3C 2015"),
        DataInterface(
            address: SecurityContact.path, description: .dataSecurity, convention: "RFC 9116",
            isSwitchedOn: { $0.securityContact != nil }),
        DataInterface(address: FeedPage.path, description: .dataFeed, convention: atom),
        DataInterface(address: "feed-{number}.xml", description: .dataFeedArchive, convention: archive),
        DataInterface(address: "{list}/" + FeedPage.path, description: .dataFeedOfList, convention: atom),
        DataInterface(address: "{list}/feed-{number}.xml", description: .dataFeedArchiveOfList, convention: archive),
        DataInterface(address: "{record}/" + FeedPage.path, description: .dataFeedOfRecord, convention: atom),
        DataInterface(address: ObligationCalendar.path, description: .dataCalendar, convention: iCalendar),
        DataInterface(
            address: ValidityCalendar.path, description: .dataValidityCalendar, convention: iCalendar),
        DataInterface(
            address: SitemapPage.path, description: .dataSitemap, convention: "sitemaps.org 0.9", needsAddress: true),
        DataInterface(address: "manifest.json", description: .dataManifest, convention: "SHA-256"),
    ]

    private static let atom = "Atom, RFC 4287"
    private static let archive = "Atom, RFC 5005"
    private static let iCalendar = "iCalendar, RFC 5545"
    private static let json = "JSON, RFC 8259"
}
