import Catalogue
import Citations
import Encodings
import Markup
import Records

/// What an Akoma Ntoso file says about its document: addresses, topics, states over time, what changes what, and whom it names.
///
/// The schema wants whole dates. Of a month or year the first day stands, and the date's name says so: `issued-in-month`,
/// `issued-in-year`. Of a date without a year stands the first day of year 1, by the name `issued-unknown`.
struct AkomaNtosoMeta {
    let context: SiteContext
    let record: Record
    let work: WorkAddress

    /// Where the text comes from: this site.
    static let editor = "editor"

    /// What the text is of the document's own words.
    let text: ShownText

    init(context: SiteContext, record: Record, text: ShownText) {
        self.context = context
        self.record = record
        self.text = text
        work = WorkAddress(record)
    }

    func write(to xml: inout XMLText) {
        let relations = relations
        let events = events(relations)
        xml.element("meta") { xml in
            identification(of: "main", record.type, &xml)
            classification(&xml)
            lifecycle(events, &xml)
            analysis(relations, &xml)
            temporalData(events, &xml)
            references(relations, events, &xml)
        }
    }

    /// The `meta` of an annex or attached document.
    func writePart(_ anchor: String, _ name: String, to xml: inout XMLText) {
        xml.element("meta") { identification(of: anchor, name, &$0) }
    }

    // MARK: Addresses

    private func identification(of part: String, _ subtype: String?, _ xml: inout XMLText) {
        xml.element("identification", ["source": "#" + Self.editor]) { xml in
            xml.element("FRBRWork") {
                properties(of: part, work.path, &$0)
                $0.element("FRBRcountry", ["value": "vn"])
                if let subtype { $0.element("FRBRsubtype", ["value": subtype]) }
                if let number = record.number?.printed { $0.element("FRBRnumber", ["value": number]) }
                $0.element("FRBRname", ["value": record.title])
            }
            xml.element("FRBRExpression") {
                properties(of: part, work.expression, isOwn: text.isOriginal, &$0)
                $0.element("FRBRauthoritative", ["value": "false"])
                $0.element("FRBRlanguage", ["language": "vie"])
            }
            xml.element("FRBRManifestation") {
                properties(of: part, work.expression, isOwn: false, suffix: ".xml", &$0)
                $0.element("FRBRformat", ["value": "application/akn+xml"])
            }
        }
    }

    /// - Parameter isOwn: Whether the document's issuers are its author, not this site.
    private func properties(
        of part: String, _ address: String, isOwn: Bool = true, suffix: String = "", _ xml: inout XMLText
    ) {
        xml.element("FRBRthis", ["value": "\(address)/!\(part)\(suffix)"])
        xml.element("FRBRuri", ["value": address + suffix])
        if suffix.isEmpty, let page = context.absolute(context.folder(of: record)) {
            xml.element("FRBRalias", ["value": page, "name": "page"])
        }
        let (date, name) = Self.wholeDate(record.issued)
        xml.element("FRBRdate", ["date": date, "name": name])
        let authors = isOwn ? record.issuers.map { "issuer-" + $0 } : [Self.editor]
        for author in authors.isEmpty ? ["unknown"] : authors { xml.element("FRBRauthor", ["href": "#" + author]) }
    }

    /// A date as the schema takes it, and the name that says how exact it is.
    static func wholeDate(_ date: PartialDate) -> (date: String, name: String) {
        switch date {
        case .day: (date.iso, "issued")
        case .month: (date.iso + "-01", "issued-in-month")
        case .year: (date.iso + "-01-01", "issued-in-year")
        case .dayWithoutYear, .unknown: ("0001-01-01", "issued-unknown")
        }
    }

    private func classification(_ xml: inout XMLText) {
        guard !record.topics.isEmpty else { return }
        xml.element("classification", ["source": "#" + Self.editor]) { xml in
            for topic in record.topics {
                xml.element(
                    "keyword",
                    [
                        "value": topic, "showAs": context.vocabulary.topic(topic)?.name ?? topic,
                        "dictionary": "/akn/ontology/concept/vn",
                    ])
            }
        }
    }

    // MARK: Time

    /// A day on which the document's state changes.
    private struct Event {
        var id: String
        var date: String
        var type: String
        var source: String
        /// What the state's beginning is known by, where no source gives the day.
        var dated: String?
    }

    private struct Stretch {
        var start: Event?
        var code: String
        var word: String
    }

    private struct Events {
        var issue: Event
        var stretches: [Stretch] = []
    }

    private func events(_ relations: [Relation]) -> Events {
        var events = Events(
            issue: Event(
                id: "ev_0", date: Self.wholeDate(record.issued).date, type: "generation", source: "#original"))
        guard let validity = context.validity(of: record.id) else { return events }
        let words = StatusWords(strings: context.strings)
        for (index, interval) in validity.intervals.enumerated() {
            let shown = context.shown(interval, of: record)
            var stretch = Stretch(code: shown.code, word: words.words(shown, reason: interval.reason).word)
            if interval.beginning != .undated,
                let day = interval.from.flatMap({ CalendarDay(number: $0)?.partialDate.iso })
            {
                let source = relations.first { $0.id == interval.by && interval.by != nil }
                stretch.start = Event(
                    id: "ev_\(index + 1)", date: day, type: Self.type(of: interval.value),
                    source: source.map { "#" + $0.reference } ?? "#original", dated: interval.beginning.dated?.word)
            }
            events.stretches.append(stretch)
        }
        return events
    }

    private static func type(of value: StatusValue) -> String {
        switch value {
        case .expired: "repeal"
        case .partlyExpired, .suspended: "amendment"
        case .inForce, .notYet, .unverified: "generation"
        }
    }

    private func lifecycle(_ events: Events, _ xml: inout XMLText) {
        xml.element("lifecycle", ["source": "#" + Self.editor]) { xml in
            for event in [events.issue] + events.stretches.compactMap(\.start) {
                xml.element(
                    "eventRef",
                    [
                        "eId": event.id, "date": event.date, "source": event.source, "type": event.type,
                        "refersTo": event.dated.map { "#dated-" + $0 },
                    ])
            }
        }
    }

    private func temporalData(_ events: Events, _ xml: inout XMLText) {
        guard !events.stretches.isEmpty else { return }
        xml.element("temporalData", ["source": "#" + Self.editor]) { xml in
            for (index, stretch) in events.stretches.enumerated() {
                let end = index + 1 < events.stretches.count ? events.stretches[index + 1].start : nil
                xml.element("temporalGroup", ["eId": "tmpg_\(index + 1)"]) {
                    $0.element(
                        "timeInterval",
                        [
                            "start": stretch.start.map { "#" + $0.id }, "end": end.map { "#" + $0.id },
                            "refersTo": "#state-" + stretch.code,
                        ])
                }
            }
        }
    }

    // MARK: Relations

    /// A relation with the address of what stands at its other end.
    private struct Relation {
        var linked: LinkedRelation
        var address: WorkAddress
        var name: String
        /// Of a record.
        var id: RecordID?
        /// What `references` calls the other document.
        var reference: String
    }

    private var relations: [Relation] {
        var references: [String: String] = [:]
        return context.relations(of: record.id).compactMap { relation in
            guard let (address, name, id) = other(relation.other) else { return nil }
            let key = address.path + (relation.isInverse ? " in" : " out")
            let reference = references[key] ?? "ref_\(references.count + 1)"
            references[key] = reference
            return Relation(linked: relation, address: address, name: name, id: id, reference: reference)
        }
    }

    private func other(_ end: RelationEnd) -> (WorkAddress, String, RecordID?)? {
        switch end {
        case .record(let id):
            guard let other = context.reference(id), LegislationFile.isThere(for: other) else { return nil }
            return (WorkAddress(other), other.shortName, id)
        case .wanted(let number, let type, let issued):
            return (WorkAddress(number: number, type: type, issued: issued), number, nil)
        }
    }

    private func analysis(_ relations: [Relation], _ xml: inout XMLText) {
        let changes = relations.filter { Self.change($0.linked) != nil }
        guard !changes.isEmpty else { return }
        xml.element("analysis", ["source": "#" + Self.editor]) { xml in
            for isPassive in [false, true] {
                let some = changes.filter { $0.linked.isInverse == isPassive }
                guard !some.isEmpty else { continue }
                xml.element(isPassive ? "passiveModifications" : "activeModifications") { xml in
                    for (index, change) in some.enumerated() {
                        write(change, (isPassive ? "pmod_" : "amod_") + String(index + 1), &xml)
                    }
                }
            }
        }
    }

    private enum Change {
        case text(String)
        case force(String)
    }

    /// What a relation does to the document that it is about. “Sửa đổi, bổ sung” does not say which words go and which come: it
    /// stands as a substitution.
    private static func change(_ relation: LinkedRelation) -> Change? {
        switch relation.type {
        case .amends, .corrects: .text("substitution")
        case .replaces: relation.provisions.isEmpty ? .force("endOfEnactment") : .text("replacement")
        case .repeals: relation.provisions.isEmpty ? .force("endOfEnactment") : .text("repeal")
        default: nil
        }
    }

    private func write(_ relation: Relation, _ id: String, _ xml: inout XMLText) {
        guard let change = Self.change(relation.linked) else { return }
        let (source, changed) =
            relation.linked.isInverse ? (relation.address, work) : (work, relation.address)
        func ends(_ xml: inout XMLText) {
            xml.element("source", ["href": source.path])
            for address in Self.destinations(relation.linked.provisions, in: changed) {
                xml.element("destination", ["href": address])
            }
        }
        switch change {
        case .text(let type): xml.element("textualMod", ["type": type, "eId": id], ends)
        case .force(let type): xml.element("forceMod", ["type": type, "eId": id], ends)
        }
    }

    /// The provisions that a relation names; the whole document where it names none that can be read.
    private static func destinations(_ provisions: [String], in work: WorkAddress) -> [String] {
        let anchors = provisions.map(WrittenProvision.init).flatMap { written in
            written.provisions.compactMap(\.exactAnchors.first)
        }
        return anchors.isEmpty ? [work.path] : anchors.map(work.provision)
    }

    // MARK: What is named

    private func references(_ relations: [Relation], _ events: Events, _ xml: inout XMLText) {
        xml.element("references", ["source": "#" + Self.editor]) { xml in
            xml.element("original", ["eId": "original", "href": work.expression, "showAs": record.shortName])
            var seen: Set<String> = []
            for relation in relations where seen.insert(relation.reference).inserted {
                xml.element(
                    relation.linked.isInverse ? "passiveRef" : "activeRef",
                    ["eId": relation.reference, "href": relation.address.path, "showAs": relation.name])
            }
            for (issuer, name) in zip(record.issuers, context.form.authors(record))
            where seen.insert("issuer-" + issuer).inserted {
                organization("issuer-" + issuer, issuer, name, &xml)
            }
            if record.issuers.isEmpty { organization("unknown", "unknown", "Không rõ", &xml) }
            organization(Self.editor, Self.editor, context.configuration.title, &xml)
            if let signer = record.signer {
                xml.element(
                    "TLCPerson", ["eId": "signer", "href": "/akn/ontology/person/vn/signer", "showAs": signer.name])
                xml.element(
                    "TLCRole",
                    [
                        "eId": "role", "href": "/akn/ontology/role/vn/signer",
                        "showAs": [signer.capacity, signer.position].compactMap { $0 }.joined(separator: " "),
                    ])
            }
            for stretch in events.stretches where seen.insert("state-" + stretch.code).inserted {
                concept("state-" + stretch.code, stretch.word, &xml)
            }
            for word in events.stretches.compactMap(\.start?.dated) where seen.insert("dated-" + word).inserted {
                concept("dated-" + word, word, &xml)
            }
        }
    }

    private func organization(_ id: String, _ slug: String, _ name: String, _ xml: inout XMLText) {
        xml.element(
            "TLCOrganization", ["eId": id, "href": "/akn/ontology/organization/vn/" + slug, "showAs": name])
    }

    private func concept(_ id: String, _ name: String, _ xml: inout XMLText) {
        xml.element("TLCConcept", ["eId": id, "href": "/akn/ontology/concept/vn/" + id, "showAs": name])
    }
}
