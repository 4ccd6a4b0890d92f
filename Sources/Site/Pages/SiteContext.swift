import Catalogue
import Findings
import Records

/// The one door through which pages ask for what they show. It notes every question, and answers with no more than was
/// asked for: of other records only what lists and links show (`Record.reference`).
///
/// Words, vocabulary, configuration and day are open: with other ones the whole site is made again.
struct SiteContext: Sendable {
    private let facts: SiteFacts
    private let questions: Questions?

    init(_ facts: SiteFacts, _ questions: Questions? = nil) {
        self.facts = facts
        self.questions = questions
    }

    private func note(_ kind: Fact.Kind, _ subject: String = "") { questions?.note(Fact(kind, subject)) }

    var strings: InterfaceStrings { facts.strings }
    var dates: DateWords { facts.dates }
    var form: DocumentForm { facts.form }
    var vocabulary: Vocabulary { facts.catalogue.vocabulary }
    var configuration: SiteConfiguration { facts.catalogue.configuration }
    var asOf: CalendarDay { facts.catalogue.asOf }

    /// Whether search engines may list the site.
    var isForEverybody: Bool {
        note(.site)
        return facts.catalogue.configuration.isForEverybody
    }

    // MARK: What every page has

    /// The fields that every page has.
    func common(_ page: SitePage, title: String, description: String? = nil) -> TemplateFields {
        note(.site)
        var fields: TemplateFields = [
            "language": .text(strings.language.rawValue), "foreign": .flag(strings.language != .vietnamese),
            "root": .text(page.root), "site": facts.site, "title": .text(title),
        ]
        fields.set("description", description)
        fields.set("canonical", absolute(page.canonicalPath))
        if let translation = configuration.translation {
            // From a folder a browser opens files only.
            let isAbsolute = translation.contains(":")
            fields.set(
                "translation", isAbsolute ? translation + page.canonicalPath : page.root + translation + page.path)
        }
        return fields
    }

    /// The address of a path of the published site; nil when the site's address is not configured.
    func absolute(_ path: String) -> String? {
        guard let base = configuration.baseURL else { return nil }
        return base.hasSuffix("/") ? base + path : "\(base)/\(path)"
    }

    func folder(of record: Record) -> String { PagePath.folder(of: record) }

    func path(of record: Record) -> String { folder(of: record) + "index.html" }

    // MARK: Records

    /// Everything, for pages that show the whole collection: any change of front matter makes them again.
    var everything: Catalogue {
        note(.everything)
        return facts.catalogue
    }

    /// What happened to all records up to the day of the build.
    var allEventsByRecord: SiteEvents {
        note(.everything)
        return facts.events
    }

    /// The entries of an archive of a feed, the newest first, and how many archives the feed has.
    ///
    /// - Parameter listing: Nil for the feed of the whole site.
    func archive(_ number: Int, of listing: Listing?) -> (events: ArraySlice<RecordEvent>, count: Int) {
        note(.archive, "\(listing.map { "\($0.kind.rawValue)/\($0.id)" } ?? "")/\(number)")
        return facts.events.archive(number, of: listing)
    }

    /// All pages of the site: which there are follows from the front matter.
    var pages: [SitePage] {
        note(.everything)
        return facts.pages
    }

    /// A record with all that it says, for its own page.
    func own(_ id: RecordID) -> Record? {
        note(.record, id)
        return facts.catalogue.record(id)
    }

    /// Says that a record's own text and outline are shown.
    func showsText(of id: RecordID) { note(.text, id) }

    /// Says that a record's provisions are shown, by name and anchor, and nothing else of its text.
    func showsProvisions(of id: RecordID) { note(.anchors, id) }

    /// A record as others see it.
    func reference(_ id: RecordID) -> Record? { facts.indices[id].map(reference) ?? missing(id) }

    func reference(at index: Int) -> Record {
        let record = facts.references[index]
        note(.card, record.id)
        return record
    }

    private func missing(_ id: RecordID) -> Record? {
        note(.card, id)
        return nil
    }

    /// A record as it stands in lists; nil for one that is not in this edition.
    func card(_ id: RecordID) -> TemplateFields? {
        guard let current = currentID(id), let index = facts.indices[current] else { return nil }
        return card(at: index)
    }

    func card(at index: Int) -> TemplateFields {
        note(.card, facts.references[index].id)
        return facts.cards[index]
    }

    func currentID(_ id: RecordID) -> RecordID? {
        note(.identity, id)
        return facts.catalogue.currentID(id)
    }

    /// All findings with all that they say.
    var findings: [Record] {
        note(.findings)
        return facts.catalogue.records.filter { $0.kind == .finding }
    }

    func tables(of id: RecordID) -> [PublishedTable] {
        note(.findings)
        return facts.surveys[id] ?? []
    }

    // MARK: States and relations

    /// As other records' pages show it.
    func status(of id: RecordID) -> (value: StatusValue, reason: StatusReason)? {
        note(.card, id)
        return facts.catalogue.status(of: id).map { ($0.value, $0.reason) }
    }

    func shownStatus(of record: Record) -> ShownStatus? {
        note(.card, record.id)
        return facts.catalogue.shownStatus(of: record)
    }

    /// With its evidence.
    func ownStatus(of id: RecordID) -> DocumentStatus? {
        note(.state, id)
        return facts.catalogue.status(of: id)
    }

    func validity(of id: RecordID) -> Validity? {
        note(.state, id)
        return facts.catalogue.validity(of: id)
    }

    /// - Parameter record: With all that it says.
    func shown(_ interval: ValidityInterval, of record: Record) -> ShownStatus {
        note(.record, record.id)
        return facts.catalogue.shown(interval, of: record)
    }

    func endedGrounds(of id: RecordID) -> [LinkedRelation] {
        note(.state, id)
        return facts.catalogue.endedGrounds(of: id)
    }

    func restingOnEnded(_ id: RecordID) -> [LinkedRelation] {
        note(.state, id)
        return facts.catalogue.restingOnEnded(id)
    }

    func relations(of id: RecordID) -> [LinkedRelation] {
        note(.relations, id)
        return facts.catalogue.relations(of: id)
    }

    // MARK: Citations and texts

    func citations(of id: RecordID) -> (outgoing: [CitedDocumentEntry], incoming: [CitedDocumentEntry]) {
        note(.citations, id)
        return (facts.citations.outgoing[id] ?? [], facts.citations.incoming[id] ?? [])
    }

    /// What a record's text cites, stretch by stretch; nil for nothing.
    func places(of id: RecordID) -> [CitedPlace]? {
        note(.cited, id)
        return facts.citations.places[id]
    }

    /// What all texts cite.
    var allCitations: CitationGraph {
        note(.texts)
        return facts.citations
    }

    func anchors(of id: RecordID) -> TextAnchors? {
        note(.anchors, id)
        return facts.texts.anchors(id)
    }

    // MARK: Lists

    func listings(_ kind: ListingKind) -> [Listing] {
        note(.listings, kind.rawValue)
        return facts.listings[kind]
    }

    /// The rows of a page of a list, as indices for `card(at:)` and `reference(at:)`.
    func rows(of listing: Listing, page: Int) -> ArraySlice<Int> {
        note(.listing, "\(listing.kind.rawValue)/\(listing.id)")
        note(.rows, "\(listing.kind.rawValue)/\(listing.id)/\(page)")
        return listing.rows(page: page)
    }

    /// All rows of a list.
    func members(of listing: Listing) -> [Int] {
        note(.listing, "\(listing.kind.rawValue)/\(listing.id)")
        return listing.records
    }

    /// What a list is called and where it stands; nil where there is none.
    func listed(_ kind: ListingKind, _ id: String) -> (name: String, path: String)? {
        note(.isListed, "\(kind.rawValue)/\(id)")
        return facts.listings.listing(kind, id).map { ($0.name, $0.path()) }
    }

    /// Label and address of an entry; without an address when nothing is listed under it.
    func link(_ kind: ListingKind, _ id: String, label: String) -> TemplateFields {
        var fields: TemplateFields = ["label": .text(label)]
        fields.set("path", listed(kind, id)?.path)
        return fields
    }

    func number(slug: String) -> NumberEntry? {
        note(.number, slug)
        return facts.catalogue.number(slug: slug)
    }

    /// What the page of a record's number leads to; nil for a record without one.
    func number(of record: Record) -> NumberEntry? {
        record.number.flatMap { number(slug: Catalogue.numberSlug($0)) }
    }

    func number(at index: Int) -> NumberEntry {
        let entry = facts.catalogue.numbers[index]
        note(.number, entry.slug)
        return entry
    }

    /// All families, for pages that show the whole.
    var families: FamilyRegister {
        note(.everything)
        return facts.families
    }

    /// One of the families that have a folder of their own.
    func family(_ place: Int) -> (family: Family, folder: String) {
        let folder = facts.families.folders[place]
        note(.family, folder)
        return (facts.families.families[facts.families.drawn + place], folder)
    }

    /// The documents that have a state, newest first.
    var register: ValidityRegister {
        note(.register)
        return facts.register
    }

    var desk: EditorsDesk? {
        note(.desk)
        return facts.desk
    }
}
