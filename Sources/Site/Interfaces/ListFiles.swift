import Catalogue
import Encodings
import Markup
import Records

/// The lists as JSON: which there are, and which records stand in each.
enum ListFiles {
    /// Rows in one file.
    static let length = 1_000

    static func name(of listing: Listing) -> String {
        let kind = listing.kind.dataName
        return listing.kind == .findings ? "lists/\(kind)" : "lists/\(kind)/\(ListingAddress.name(of: listing.id))"
    }

    struct Index: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] { [SitePage(path: DataPath.lists, Self())] }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            var json = JSONText()
            json.object {
                $0.lines("lists", ListingKind.allCases.flatMap(context.listings)) { json, listing in
                    json.object {
                        $0.member("kind", listing.kind.dataName)
                        $0.member("id", listing.id)
                        $0.member("name", listing.name)
                        $0.member("count", listing.records.count)
                        $0.member("path", listing.path())
                        $0.member("csv", ListDownload.path(of: listing))
                        $0.member("href", DataPath.part(ListFiles.name(of: listing), 1))
                    }
                }
            }
            return .bytes(json.finished())
        }
    }

    struct Kind: PageKind {
        let listing: Listing
        let number: Int

        static func pages(of site: PageInventory) -> [SitePage] {
            ListingKind.allCases.flatMap { site.facts.listings[$0] }.flatMap { listing in
                (1...DataPath.parts(of: listing.records.count, each: length)).map {
                    SitePage(
                        path: DataPath.part(ListFiles.name(of: listing), $0), Self(listing: listing, number: $0))
                }
            }
        }

        var identity: String { "list data \(listing.kind.rawValue)/\(listing.id) \(number)" }
        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            let all = context.members(of: listing)
            let rows = all.dropFirst((number - 1) * length).prefix(length)
            let count = DataPath.parts(of: all.count, each: length)
            var json = JSONText(reserving: rows.count * 200)
            json.object {
                $0.member("kind", listing.kind.dataName)
                $0.member("id", listing.id)
                $0.member("name", listing.name)
                $0.next(ListFiles.name(of: listing), after: number, of: count)
                $0.lines("records", rows) { json, index in
                    let record = context.reference(at: index)
                    json.object {
                        $0.member("id", record.id)
                        $0.member("number", record.number?.printed)
                        $0.member("title", record.title)
                        $0.member("date", record.appeared.iso)
                        $0.member("status", context.shownStatus(of: record)?.code)
                        $0.member("path", context.path(of: record))
                    }
                }
            }
            return .bytes(json.finished())
        }
    }
}

extension ListingKind {
    /// What it is called in data.
    var dataName: String {
        switch self {
        case .types: "types"
        case .issuers: "issuers"
        case .topics: "topics"
        case .years: "years"
        case .findings: "findings"
        }
    }
}
