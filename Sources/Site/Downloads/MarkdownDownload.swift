import Catalogue
import Encodings
import Markup
import Records

/// A document as Markdown beside its page, with what the page says of it as front matter: as a record of Tra Cứu is written, so
/// that another collection can take it. `site.yml` switches it on: `markdown-files: true`.
struct MarkdownDownload: PageKind {
    let id: RecordID

    static func path(of record: Record) -> String { DownloadName.path(of: record, "md") }

    static func pages(of site: PageInventory) -> [SitePage] {
        guard site.facts.catalogue.configuration.hasMarkdownFiles else { return [] }
        return DownloadName.pages(of: site, "md") { Self(id: $0) }
    }

    var identity: String { "markdown \(id)" }
    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        guard let record = context.own(id) else { return .bytes([]) }
        context.showsText(of: id)
        let address = context.absolute(context.folder(of: record))
        let body = body ?? RenderedBody()
        let text = BlockText(body.html).markdown { target in
            // Within the file and beside the page, short addresses lead there as well.
            target.hasPrefix("#") ? target : DownloadLinks.absolute(target, from: address) ?? target
        }
        let head = Self.frontMatter(of: record, text: ShownText(record, body), address: address)
        return .bytes(Array((head + "\n" + text).utf8))
    }

    private static func frontMatter(of record: Record, text: ShownText, address: String?) -> String {
        var yaml = "---\n"
        func add(_ key: String, _ value: String?) {
            if let value { yaml += "\(key): \(value)\n" }
        }
        add("number", record.number.map { quoted($0.printed) })
        add("type", record.type)
        if record.issuers.count == 1 { add("issuer", record.issuers[0]) }
        if record.issuers.count > 1 { add("issuer", "[" + record.issuers.joined(separator: ", ") + "]") }
        add("title", quoted(record.title))
        add("summary", record.summary.map(quoted))
        add("issued", quoted(record.issued.iso))
        add("place", record.place.map(quoted))
        add("effective", record.effective.map { quoted($0.iso) })
        add("expires", record.expires.map { quoted($0.iso) })
        if let signer = record.signer {
            let parts = [("name", signer.name), ("position", signer.position), ("capacity", signer.capacity)]
            add(
                "signer",
                "{" + parts.compactMap { key, value in value.map { "\(key): \(quoted($0))" } }.joined(separator: ", ")
                    + "}")
        }
        add("text", extent(text)?.rawValue)
        if let address { yaml += "sources:\n  - {title: \(quoted(record.shortName)), url: \(quoted(address))}\n" }
        return yaml + "---\n"
    }

    private static func extent(_ text: ShownText) -> TextExtent? {
        switch text {
        case .full: .full
        case .excerpt: .excerpt
        case .summary: .summary
        case .original, .none: nil
        }
    }

    /// A string of JSON is one of YAML, too.
    private static func quoted(_ text: String) -> String {
        var json = JSONText()
        json.string(text)
        return String(decoding: json.finished().dropLast(), as: UTF8.self)
    }
}
