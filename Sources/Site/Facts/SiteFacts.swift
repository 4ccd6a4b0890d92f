import Catalogue
import Findings
import Markup
import Parallel
import Records

/// All that pages can ask for, made once for the whole site. Pages see it through `SiteContext` alone.
struct SiteFacts: Sendable {
    private(set) var catalogue: Catalogue
    let strings: InterfaceStrings
    let dates: DateWords
    let form: DocumentForm
    let listings: Listings
    /// Each record as a row or link, by its index in the catalogue.
    private(set) var cards: [TemplateFields]
    /// Each record as others see it, by its index in the catalogue.
    private(set) var references: [Record]
    let register: ValidityRegister
    let families: FamilyRegister
    private(set) var events: SiteEvents
    /// What stands on every page.
    let site: TemplateValue
    let indices: [RecordID: Int]
    /// The published tables of surveys, by record.
    var surveys: [RecordID: [PublishedTable]]
    var citations: CitationGraph
    /// What the editors' page shows; nil on a site without one.
    var desk: EditorsDesk?
    var texts = TextFacts([:])
    var pages: [SitePage] = []

    init(
        catalogue: Catalogue, strings: InterfaceStrings, surveys: [RecordID: [PublishedTable]] = [:],
        citations: CitationGraph = .none, desk: EditorsDesk? = nil
    ) {
        self.citations = citations
        self.desk = desk
        self.surveys = surveys
        self.catalogue = catalogue
        self.strings = strings
        let dates = DateWords(strings: strings)
        let form = DocumentForm(vocabulary: catalogue.vocabulary)
        self.dates = dates
        self.form = form
        let (listings, others) = ParallelMap.both(
            { Listings(catalogue, strings: strings) },
            { (ValidityRegister(catalogue, strings: strings), FamilyRegister(catalogue), SiteEvents(catalogue)) })
        self.listings = listings
        (register, families, events) = others
        let status = StatusWords(strings: strings)
        let shown = ParallelMap.ask(catalogue.records.count) {
            (Self.card(catalogue.records[$0], catalogue, dates, form, status), catalogue.records[$0].reference)
        }
        cards = shown.map(\.0)
        references = shown.map(\.1)
        indices = Dictionary(
            catalogue.records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        site = .object(Self.site(catalogue, dates, hasFindings: !listings[.findings].isEmpty, hasDesk: desk != nil))
    }

    /// Takes what a record says of itself now.
    mutating func take(_ record: Record, in catalogue: Catalogue) {
        self.catalogue = catalogue
        guard let index = indices[record.id] else { return }
        cards[index] = Self.card(record, catalogue, dates, form, StatusWords(strings: strings))
        references[index] = record.reference
        events.take(recordAt: index, in: catalogue)
    }

    private static func card(
        _ record: Record, _ catalogue: Catalogue, _ dates: DateWords, _ form: DocumentForm, _ status: StatusWords
    ) -> TemplateFields {
        let record = record.reference
        var card: TemplateFields = [
            "path": .text(catalogue.folder(of: record) + "index.html"),
            "title": .markup(KeptNumbers.html(record.title)),
        ]
        card.set("number", record.number?.printed)
        let type = record.type.flatMap(catalogue.vocabulary.type)
        card.set("type", type?.name)
        if dates.strings.language == .english { card.set("typeEnglish", type?.nameEN) }
        card["label"] = .markup(KeptNumbers.html(form.tellingName(record)))
        if record.number != nil { card.set("place", catalogue.vocabulary.tellingPlace(of: record)) }
        card.set("issuers", form.tellingAuthors(record))
        card.set("date", dates.short(record.appeared))
        card.set("datetime", record.appeared.machineReadable)
        if let state = catalogue.status(of: record.id), let shown = catalogue.shownStatus(of: record) {
            let words = status.words(shown, reason: state.reason)
            card["status"] = ["code": .text(words.code), "word": .text(words.word)]
        }
        return card
    }

    private static func site(_ catalogue: Catalogue, _ dates: DateWords, hasFindings: Bool, hasDesk: Bool)
        -> TemplateFields
    {
        var site: TemplateFields = [
            "title": .text(catalogue.configuration.title), "findings": .flag(hasFindings),
            "asOf": .text(dates.short(catalogue.asOf.partialDate) ?? ""),
            "opensearch": .flag(catalogue.configuration.baseURL != nil), "editors": .flag(hasDesk),
            "unlisted": .flag(!catalogue.configuration.isForEverybody),
        ]
        site.set("description", catalogue.configuration.description)
        site.set("notice", catalogue.configuration.notice)
        if let contact = catalogue.configuration.securityContact {
            let label = contact.split(separator: ":", maxSplits: 1).last.map { $0.drop { $0 == "/" } } ?? ""
            site["contact"] = ["address": .text(contact), "label": .text(String(label))]
        }
        let pages = catalogue.records.filter { $0.kind == .page }.sorted {
            ($0.order ?? .max, $0.id) < ($1.order ?? .max, $1.id)
        }
        site.set(
            "pages",
            pages.map { ["label": .text($0.title), "path": .text(catalogue.folder(of: $0) + "index.html")] })
        return site
    }
}
