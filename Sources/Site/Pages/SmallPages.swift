import Catalogue
import Markup
import Output
import Records

/// The search page, whose script does the rest.
struct SearchPage: PageKind {
    static func pages(of site: PageInventory) -> [SitePage] { [SitePage(path: "tim-kiem/index.html", Self())] }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        var fields = context.common(page, title: context.strings[.search])
        fields["csvSeparator"] = .text(context.configuration.csvSeparator)
        return .template(.search, fields)
    }
}

/// The page for addresses that lead nowhere. Servers show `404.html` at any depth, so a script finds where its links
/// lead; without scripts they are absolute, or left out where the site's address is not known.
struct NotFoundPage: PageKind {
    static func pages(of site: PageInventory) -> [SitePage] { [SitePage(path: "404.html", Self())] }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        var fields = context.common(page, title: context.strings[.notFound])
        fields["canonical"] = nil
        fields.set("address", context.absolute(""))
        return .template(.notFound, fields)
    }
}

/// A style sheet, script, font or picture of the site itself.
struct AssetFile: PageKind {
    let bytes: [UInt8]

    static func pages(of site: PageInventory) -> [SitePage] {
        site.assets.map { SitePage(path: $0.path, Self(bytes: $0.bytes)) }
    }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent { .bytes(bytes) }
}

/// A page that leads on from an address where a record stood before.
struct FormerAddress: PageKind {
    let id: RecordID

    static func pages(of site: PageInventory) -> [SitePage] {
        var taken = Set(site.pages.map(\.path))
        return site.facts.catalogue.records.flatMap { record in
            FormerPaths.paths(of: record).filter { taken.insert($0).inserted }.map {
                SitePage(path: $0, Self(id: record.id))
            }
        }
    }

    var identity: String { "redirect \(id)" }
    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        var fields = context.common(page, title: context.strings[.moved])
        guard let record = context.reference(id) else { return .template(.redirect, fields) }
        fields["title"] = .text(record.title)
        fields["target"] = .text(context.path(of: record))
        fields.set("canonical", context.absolute(context.folder(of: record)))
        return .template(.redirect, fields)
    }
}
