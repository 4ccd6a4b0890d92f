import Records

/// One file that the site consists of, named before it is rendered, so that pages can be rendered in any order,
/// in parallel, or only where something changed.
public struct SitePage: Sendable {
    /// Where the file goes, such as `loai/ket-luan/index.html`.
    public let path: String
    let content: Content

    enum Content: Sendable {
        case home
        case search
        case notFound
        case record(Int)
        /// A table of a survey, to download.
        case findingTable(record: Int, table: Int)
        case index(ListingKind)
        case listing(Listing, page: Int)
        case number(Int)
        case redirect(to: RecordID)
        case feed
        case sitemap
        case opensearch
        case obligations
        case editors
        case calendar
        case inForce(page: Int)
        case validityColumns
        case families(page: Int)
        /// A family by its place among those with pages of their own.
        case family(Int, page: Int)
        case validityRows(Int)
        case asset(Int)
    }

    /// What the page is, beside its path: a path can come to belong to another page.
    public var identity: String {
        switch content {
        case .record: "record \(recordID ?? "")"
        case .redirect(let id): "redirect \(id)"
        case .listing(let listing, let page): "listing \(listing.kind.rawValue)/\(listing.id) \(page)"
        case .findingTable: "table"
        case .number: "number"
        case .index(let kind): "index \(kind.rawValue)"
        case .inForce(let page), .families(let page), .family(_, let page): "page \(page)"
        case .validityRows(let shard): "rows \(shard)"
        case .home, .search, .notFound, .feed, .sitemap, .opensearch, .obligations, .editors, .calendar,
            .validityColumns, .asset:
            "page"
        }
    }

    /// The record whose page this is; its body is needed to render it.
    public let recordID: RecordID?

    init(path: String, _ content: Content, recordID: RecordID? = nil) {
        self.path = path
        self.content = content
        self.recordID = recordID
    }

    /// From the page up to the site's root: empty, or `../` for each folder.
    var root: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }

    /// The folder of an `index.html`, which canonical addresses name; other files by their own path.
    var canonicalPath: String { path.hasSuffix("index.html") ? String(path.dropLast("index.html".utf8.count)) : path }
}
