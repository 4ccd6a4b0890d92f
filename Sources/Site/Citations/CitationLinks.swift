import Catalogue
import Encodings
import Markup
import Records

/// Makes links of what a body cites, each to the very provision where the cited text has it.
///
/// A link carries what a reader wants to know before following it (number, date, title, status) in `data-card`, which the
/// style sheet shows on hover and focus: no script and no request. One to a document no longer in force says so in words.
struct CitationLinks: Sendable {
    let context: SiteContext

    /// Scalars of a title on a card.
    private static let cardTitle = 110

    /// The body with its citations linked, and with what was done to its provisions said at them.
    func linked(_ id: RecordID, _ body: RenderedBody) -> RenderedBody { markup(of: id, body).applied(to: body) }

    /// What the record's page adds to its body.
    func markup(of id: RecordID, _ body: RenderedBody) -> BodyMarkup {
        guard let record = context.own(id) else { return BodyMarkup() }
        return BodyMarkup(
            links: links(in: body, of: record), notes: ProvisionNotes(links: self).notes(on: record, body))
    }

    private func links(in body: RenderedBody, of record: Record) -> [BodyMarkup.Link?] {
        guard let places = context.places(of: record.id), places.count == body.noted.count else { return [] }
        let folder = context.folder(of: record)
        return places.map { place in
            link(place, from: record.id, folder: folder).map {
                BodyMarkup.Link(opening: $0.opening, closing: $0.closing)
            }
        }
    }

    private func link(_ place: CitedPlace, from id: RecordID, folder: String) -> (opening: [UInt8], closing: [UInt8])? {
        switch place.target {
        case .record(let other): other == id ? own(place, id) : link(to: other, place, folder: folder)
        case .choice(let slug): choice(slug, folder: folder)
        case .wanted, .nothing: nil
        }
    }

    /// To a provision of the citing text itself, when it is there.
    private func own(_ place: CitedPlace, _ id: RecordID) -> (opening: [UInt8], closing: [UInt8])? {
        guard let anchor = anchor(place, in: id) else { return nil }
        return (Array("<a class=\"cite\" href=\"#\(anchor)\">".utf8), Array("</a>".utf8))
    }

    func link(to id: RecordID, _ place: CitedPlace, folder: String) -> (opening: [UInt8], closing: [UInt8])? {
        guard let record = context.reference(id) else { return nil }
        var href = PagePath.relative(from: folder, to: context.path(of: record))
        if let anchor = anchor(place, in: id) { href += "#" + anchor }
        let status = status(of: record)
        var opening: [UInt8] = []
        opening += "<a class=\"cite".utf8
        if status.hasEnded { opening += " cite-ended".utf8 }
        opening += "\" href=\"\(href)\" data-card=\"".utf8
        Escaping.append(card(record, place, status.word), to: &opening)
        opening += "\">".utf8
        var closing: [UInt8] = []
        if status.hasEnded, let word = status.word {
            closing += "<span class=\"visually-hidden\" lang=\"\(context.strings.language.rawValue)\"> (".utf8
            Escaping.append(word, to: &closing)
            closing += ")</span>".utf8
        }
        closing += "</a>".utf8
        return (opening, closing)
    }

    private func choice(_ slug: String, folder: String) -> (opening: [UInt8], closing: [UInt8])? {
        guard let entry = context.number(slug: slug) else { return nil }
        let href = PagePath.relative(from: folder, to: NumberPage.path(entry))
        var opening = Array("<a class=\"cite\" href=\"\(href)\" data-card=\"".utf8)
        Escaping.append(context.strings[.citeSeveral], to: &opening)
        return (opening + "\">".utf8, Array("</a>".utf8))
    }

    /// The first of the anchors that may be meant which the cited text has.
    func anchor(_ place: CitedPlace, in id: RecordID) -> String? {
        guard let text = context.anchors(of: id) else { return nil }
        return place.anchors.indices.first { index in
            text.all.contains(place.anchors[index])
                && !text.isOtherAnnex(place.anchors[index], amid: place.anchors[(index + 1)...])
        }.map { place.anchors[$0] }
    }

    private func status(of record: Record) -> (word: String?, hasEnded: Bool) {
        guard let state = context.status(of: record.id), let shown = context.shownStatus(of: record) else {
            return (nil, false)
        }
        let words = StatusWords(strings: context.strings).words(shown, reason: state.reason)
        return (words.word, [.expired, .suspended].contains(state.value))
    }

    private func card(_ record: Record, _ place: CitedPlace, _ status: String?) -> String {
        let name = [typeName(of: record), record.number?.printed].compactMap { $0 }.joined(separator: " ")
        let parts = [
            name, context.dates.short(record.issued), TitleWords.shortened(record.title, to: Self.cardTitle), status,
            change(of: record), place.isByName ? context.strings[.citeByName] : nil,
        ]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private static let changes: Set<RelationType> = [.replaces, .repeals, .suspends, .amends]

    /// The newest document that changed one: “Bị thay thế bởi 9-KL/TW”.
    private func change(of record: Record) -> String? {
        let relations = context.relations(of: record.id).filter { $0.isInverse && Self.changes.contains($0.type) }
        guard let (verb, group) = RelationVerbs(relations).groups.first,
            let newest = RelationOrder(context: context).newestFirst(group).first
        else { return nil }
        let name: String? =
            switch newest.other {
            case .record(let id): context.reference(id)?.shortName
            case .wanted(let number, _, _): number
            }
        let extent = ChangeExtent(newest).isPartial ? " (\(context.strings[.inPart]))" : ""
        return name.map { "\(context.strings[verb.key]) \($0)\(extent)" }
    }

    func typeName(of record: Record) -> String? { record.type.flatMap(context.vocabulary.type)?.name }
}
