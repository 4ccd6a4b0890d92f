import Catalogue
import Markup
import Records

/// What a bare number means: the document that bears it, or a choice with what tells the bearers apart.
struct NumberPage {
    let context: SiteContext
    let entry: NumberEntry

    static func path(_ entry: NumberEntry) -> String { "so-hieu/\(entry.slug)/index.html" }

    func fields(_ page: SitePage) -> TemplateFields {
        let title = context.strings.filled(.word(.numberNamed), ["number": entry.printed])
        var fields = context.common(page, title: title)
        fields["printed"] = .text(entry.printed)
        fields["isAlias"] = .flag(entry.isAlias)
        let bearers = entry.bearers.compactMap(context.card)
        if bearers.count == 1, let only = bearers.first {
            fields["only"] = .object(only)
        } else {
            fields.set("several", bearers)
        }
        return fields
    }
}

extension NumberPage {
    struct Kind: PageKind {
        /// In the catalogue's register of numbers.
        let index: Int

        static func pages(of site: PageInventory) -> [SitePage] {
            site.facts.catalogue.numbers.enumerated().map { SitePage(path: NumberPage.path($1), Self(index: $0)) }
        }

        var identity: String { "number" }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.number, NumberPage(context: context, entry: context.number(at: index)).fields(page))
        }
    }
}
