import Markup
import Records

extension RecordPage {
    struct Kind: PageKind {
        let id: RecordID

        static func pages(of site: PageInventory) -> [SitePage] {
            site.facts.catalogue.records.map {
                SitePage(path: site.context.path(of: $0), Self(id: $0.id), recordID: $0.id)
            }
        }

        var identity: String { "record \(id)" }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            guard let record = context.own(id) else { return .template(.record, [:]) }
            context.showsText(of: id)
            let recordPage = RecordPage(context: context, record: record, body: body ?? RenderedBody())
            return .template(recordPage.template, recordPage.fields(page))
        }
    }
}
