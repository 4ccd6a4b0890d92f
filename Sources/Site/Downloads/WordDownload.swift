import Catalogue
import Documents
import Markup
import Records

/// A document as a Word file beside its page, in its official form. `site.yml` switches it on: `word-files: true`.
struct WordDownload: PageKind {
    let id: RecordID

    /// Named like the document, so that a folder of downloads tells them apart.
    static func path(of record: Record) -> String { DownloadName.path(of: record, "docx") }

    static func pages(of site: PageInventory) -> [SitePage] {
        guard site.facts.catalogue.configuration.hasWordFiles else { return [] }
        return DownloadName.pages(of: site, "docx") { Self(id: $0) }
    }

    var identity: String { "word \(id)" }
    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        guard let record = context.own(id) else { return .bytes([]) }
        context.showsText(of: id)
        return .bytes(Self.document(record, body ?? RenderedBody(), context).bytes)
    }

    private static func document(_ record: Record, _ body: RenderedBody, _ context: SiteContext) -> WordDocument {
        let address = context.absolute(context.folder(of: record))
        var document = WordDocument(
            title: [record.number?.printed, record.title].compactMap { $0 }.joined(separator: " – "),
            author: context.form.authors(record).joined(separator: ", "), source: address)
        let shown = ShownText(record, body)
        let form = OfficialForm(record, context.form)
        if shown.isOriginal {
            document.blocks = form.head
        } else {
            document.blocks = summaryHead(record, shown, context)
        }
        let read = BlockText(body.html)
        var text = WordText(body, page: address)
        // Annexes and attached documents follow the signature.
        let end = shown.isOriginal ? read.blocks.firstIndex { isAttachment($0, in: body) } ?? read.blocks.count : 0
        text.add(read.blocks[..<end])
        if shown.isOriginal { text.add(form.signature) }
        text.add(read.blocks[end...])
        document.blocks += text.blocks
        document.notes = text.notes(read.notes)
        return document
    }

    private static func isAttachment(_ block: TextBlock, in body: RenderedBody) -> Bool {
        guard case .heading(let heading) = block else { return false }
        return body.provisions.contains {
            $0.anchor == heading.anchor && ($0.unit == "phu-luc" || $0.unit == "kem-theo")
        }
    }

    /// The head over an editor's words: nobody may take them for the document.
    private static func summaryHead(_ record: Record, _ shown: ShownText, _ context: SiteContext) -> [WordDocument
        .Block]
    {
        var lines = [WordParagraph(.title, runs: [WordRun(context.form.citation(record) ?? record.title, bold: true)])]
        if context.form.citation(record) != nil {
            lines.append(WordParagraph(.title, runs: [WordRun(record.title, bold: true)]))
        }
        lines.append(
            WordParagraph(.title, runs: [WordRun(context.strings[shown.word(of: record)], italic: true)]))
        if let summary = record.summary { lines.append(WordParagraph(runs: [WordRun(summary)])) }
        return lines.map(WordDocument.Block.paragraph)
    }
}
