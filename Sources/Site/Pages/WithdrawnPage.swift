import Catalogue
import Markup
import Records
import Storage

/// Where a record stood that is published no more: since when and why, and nothing else of it.
struct WithdrawnPage: PageKind {
    let id: RecordID
    let withdrawal: Withdrawal

    static func pages(of site: PageInventory) -> [SitePage] {
        site.facts.catalogue.withdrawn.compactMap { record in
            record.withdrawn.map {
                SitePage(path: site.context.path(of: record), Self(id: record.id, withdrawal: $0))
            }
        }
    }

    /// What it says is no fact: with other words it is another page.
    var identity: String {
        let words = Checksum.of {
            $0.text(withdrawal.date.iso)
            $0.text(withdrawal.reason)
        }
        return "withdrawn \(id) " + String(words, radix: 16)
    }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        var fields = context.common(page, title: context.strings[.withdrawn])
        fields["canonical"] = nil
        fields.set("date", context.dates.short(withdrawal.date))
        fields["reason"] = .text(withdrawal.reason)
        return .template(.withdrawn, fields)
    }
}
