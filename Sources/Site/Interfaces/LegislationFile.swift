import Catalogue
import Encodings
import Markup
import Records

/// A document as linked data, in JSON-LD 1.1 beside its page: schema.org's `Legislation`, with the terms of the European
/// Legislation Identifier (ELI) beside it.
///
/// Of a document's force it says no more than the page does, and of a provision its name and address. The contexts stand in
/// the file, so that whoever reads it asks no other server.
struct LegislationFile {
    let context: SiteContext
    let record: Record
    /// The site's root, seen from the file; or its address, where that is known.
    let root: String

    static let name = "index.jsonld"

    static func path(of record: Record) -> String { PagePath.folder(of: record) + name }

    static func isThere(for record: Record) -> Bool { record.kind == .directive || record.kind == .guidance }

    private func address(_ path: String) -> String { context.absolute(path) ?? root + path }

    private var own: String { context.absolute(context.folder(of: record)) ?? "index.html" }

    func bytes(_ body: RenderedBody) -> [UInt8] {
        var json = JSONText(reserving: 2_000 + body.provisions.count * 70)
        json.object { json in
            json.object("@context") {
                $0.member("@vocab", "http://schema.org/")
                $0.member("eli", "http://data.europa.eu/eli/ontology#")
                $0.member("xsd", "http://www.w3.org/2001/XMLSchema#")
            }
            json.member("@id", own)
            json.strings("@type", ["Legislation", "eli:LegalResource"])
            if let url = context.absolute(context.folder(of: record)) { json.reference("url", url) }
            json.member("inLanguage", "vi")
            json.member("legislationJurisdiction", "VN")
            json.both("name", "eli:title", record.title)
            if let number = record.number?.printed { json.both("legislationIdentifier", "eli:id_local", number) }
            json.member("legislationType", record.type.flatMap(context.vocabulary.type)?.name)
            json.member("description", record.summary)
            dates(&json)
            issuersAndTopics(&json)
            force(&json)
            relations(&json)
            json.object("encoding") {
                $0.member("@type", "LegislationObject")
                $0.member("encodingFormat", "text/html")
                $0.reference("contentUrl", own)
                $0.reference("legislationLegalValue", "http://schema.org/UnofficialLegalValue")
            }
            provisions(body, &json)
        }
        return json.finished()
    }

    // MARK: Time

    private func dates(_ json: inout JSONText) {
        for name in ["legislationDate", "eli:date_document"] { json.date(name, record.issued) }
        json.date("eli:first_date_entry_in_force", record.effective)
        json.date("eli:date_no_longer_in_force", record.expires)
        let start = record.effective?.dated ?? ".."
        let end = record.expires.flatMap(Self.lastDay) ?? ".."
        if start != ".." || end != ".." { json.member("temporalCoverage", "\(start)/\(end)") }
    }

    /// The last day of force, where the first day without it is known to the day.
    private static func lastDay(before date: PartialDate) -> String? {
        guard case .day = date, let number = date.sortKey else { return nil }
        return CalendarDay(number: CalendarDay.before(number))?.partialDate.iso
    }

    private func force(_ json: inout JSONText) {
        let terms: (schema: String, eli: String)? =
            switch context.shownStatus(of: record) {
            case .value(.inForce), .inForceBySource: ("InForce", "inForce")
            case .value(.partlyExpired): ("PartiallyInForce", "partiallyInForce")
            case .value(.expired), .value(.suspended), .value(.notYet), .replaced: ("NotInForce", "notInForce")
            case .value(.unverified), .withoutSource, .withoutEvidence, nil: nil
            }
        guard let terms else { return }
        json.reference("legislationLegalForce", "http://schema.org/\(terms.schema)")
        json.reference("eli:in_force", "http://data.europa.eu/eli/ontology#InForce-\(terms.eli)")
    }

    // MARK: Who and what

    private func issuersAndTopics(_ json: inout JSONText) {
        if !record.issuers.isEmpty {
            json.key("legislationPassedBy")
            json.list(zip(record.issuers, context.form.authors(record))) { json, issuer in
                json.object {
                    if let listed = context.listed(.issuers, issuer.0) { $0.member("@id", address(listed.path)) }
                    $0.member("@type", "Organization")
                    $0.member("name", issuer.1)
                }
            }
        }
        if !record.topics.isEmpty {
            json.key("about")
            json.list(record.topics) { json, topic in
                json.object {
                    if let listed = context.listed(.topics, topic) { $0.member("@id", address(listed.path)) }
                    $0.member("@type", "DefinedTerm")
                    $0.member("name", context.vocabulary.topic(topic)?.name ?? topic)
                }
            }
        }
    }

    private func relations(_ json: inout JSONText) {
        var groups: [(terms: [String], ends: [RelationEnd])] = []
        for relation in context.relations(of: record.id) {
            let terms = Self.terms(of: relation)
            if let place = groups.firstIndex(where: { $0.terms == terms }) {
                if !groups[place].ends.contains(relation.other) { groups[place].ends.append(relation.other) }
            } else {
                groups.append((terms, [relation.other]))
            }
        }
        for (terms, ends) in groups {
            for term in terms {
                json.key(term)
                json.list(ends, write)
            }
        }
    }

    private func write(_ json: inout JSONText, _ end: RelationEnd) {
        json.object {
            switch end {
            case .record(let id):
                guard let other = context.reference(id) else { return }
                $0.member("@id", context.absolute(context.folder(of: other)) ?? root + context.path(of: other))
                $0.member("@type", other.kind == .finding ? "Report" : "Legislation")
            case .wanted(let number, let type, _):
                $0.member("@type", "Legislation")
                $0.member("legislationIdentifier", number)
                $0.member("legislationType", type)
            }
        }
    }

    /// What a relation is called by ELI, and by schema.org where that has a word of its own.
    private static func terms(of relation: LinkedRelation) -> [String] {
        switch (relation.type, relation.isInverse) {
        case (.basedOn, false): ["eli:based_on"]
        case (.basedOn, true): ["eli:basis_for"]
        case (.implements, false): ["eli:implements", "legislationEnsuresImplementationOf"]
        case (.implements, true): ["eli:implemented_by"]
        case (.guides, false), (.details, false): ["eli:applies", "legislationApplies"]
        case (.guides, true), (.details, true): ["eli:applied_by"]
        case (.replaces, false), (.repeals, false): ["eli:repeals", "legislationRepeals"]
        case (.replaces, true), (.repeals, true): ["eli:repealed_by"]
        case (.amends, false): ["eli:amends", "legislationAmends"]
        case (.amends, true): ["eli:amended_by"]
        case (.corrects, false): ["eli:corrects", "legislationCorrects"]
        case (.corrects, true): ["eli:corrected_by"]
        case (.consolidates, false): ["eli:consolidates", "legislationConsolidates"]
        case (.consolidates, true): ["eli:consolidated_by"]
        case (.suspends, false): ["eli:changes", "legislationChanges"]
        case (.suspends, true): ["eli:changed_by"]
        case (.promulgates, _), (.reviews, _), (.informs, _): ["eli:related_to"]
        }
    }

    // MARK: Provisions

    private func provisions(_ body: RenderedBody, _ json: inout JSONText) {
        guard !body.provisions.isEmpty else { return }
        let own = own
        var names: [String: String] = [:]
        json.lines("hasPart", body.provisions) { json, provision in
            let outer = provision.outer.isEmpty ? "" : names[provision.outer] ?? ""
            let name =
                provision.unit == "kem-theo"
                ? provision.label : ProvisionCitation.words(provision.unit, provision.label, in: outer)
            names[provision.anchor] = name
            json.object {
                $0.member("@id", "\(own)#\(provision.anchor)")
                $0.member("@type", "Legislation")
                $0.member("name", name)
            }
        }
    }
}

extension JSONText {
    fileprivate mutating func reference(_ name: String, _ iri: String) { object(name) { $0.member("@id", iri) } }

    fileprivate mutating func both(_ schema: String, _ eli: String, _ text: String) {
        member(schema, text)
        member(eli, text)
    }

    /// A date as exactly as its source gives it; left out where the year is not known.
    fileprivate mutating func date(_ name: String, _ date: PartialDate?) {
        let type: String? =
            switch date {
            case .day: "xsd:date"
            case .month: "xsd:gYearMonth"
            case .year: "xsd:gYear"
            case .dayWithoutYear, .unknown, nil: nil
            }
        guard let type, let date else { return }
        object(name) {
            $0.member("@type", type)
            $0.member("@value", date.iso)
        }
    }
}

extension PartialDate {
    /// With its year; nil where that is not known.
    fileprivate var dated: String? { year == nil ? nil : iso }
}

extension LegislationFile {
    struct Kind: PageKind {
        let id: RecordID

        static func pages(of site: PageInventory) -> [SitePage] {
            site.facts.catalogue.records.filter(LegislationFile.isThere).map {
                SitePage(path: LegislationFile.path(of: $0), Self(id: $0.id), bodyID: $0.id)
            }
        }

        var identity: String { "legislation \(id)" }
        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            guard let record = context.own(id) else { return .bytes([]) }
            context.showsProvisions(of: id)
            let file = LegislationFile(context: context, record: record, root: page.root)
            return .bytes(file.bytes(body ?? RenderedBody()))
        }
    }
}
