import Markup
import Records

/// `.well-known/security.txt` (RFC 9116): whom to tell of a weakness of the site. There is one where `site.yml` names a contact.
struct SecurityContact: PageKind {
    static let path = ".well-known/security.txt"

    static func pages(of site: PageInventory) -> [SitePage] {
        site.facts.catalogue.configuration.securityContact == nil ? [] : [SitePage(path: path, Self())]
    }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        guard let contact = context.configuration.securityContact else { return .bytes([]) }
        let day = context.asOf.number
        let expiry = Self.expiry(year: day / 10_000, month: day / 100 % 100)
        var text = "Contact: \(contact)\nExpires: \(expiry)\n"
        text += "Preferred-Languages: vi, en\n"
        if let canonical = context.absolute(Self.path) { text += "Canonical: \(canonical)\n" }
        return .bytes(Array(text.utf8))
    }

    /// The first day of the eleventh month from the build's: within the year that the specification recommends, and the same
    /// through a month, so that a build each day does not change the file each day.
    private static func expiry(year: Int, month: Int) -> String {
        let months = year * 12 + month - 1 + 11
        let number = months % 12 + 1
        return "\(months / 12)-\(number < 10 ? "0" : "")\(number)-01T00:00:00Z"
    }
}
