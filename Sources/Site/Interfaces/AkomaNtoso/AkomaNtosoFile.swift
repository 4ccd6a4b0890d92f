import Catalogue
import Encodings
import Markup
import Records

/// A document with its text in Akoma Ntoso 3.0 (OASIS LegalDocML), beside its page. `site.yml` switches it on:
/// `akoma-ntoso: true`.
///
/// Its words are the page's, in the page's order; footnotes stand where they are called. What the text cites is a `ref` with the
/// address of the work, and of the provision where the page leads to it.
struct AkomaNtosoFile {
    let context: SiteContext
    let record: Record

    static let name = "akn.xml"

    static func path(of record: Record) -> String { PagePath.folder(of: record) + name }

    func bytes(_ body: RenderedBody) -> [UInt8] {
        let shown = ShownText(record, body)
        let meta = AkomaNtosoMeta(context: context, record: record, text: shown)
        var text = AkomaNtosoBody(StructuredText(cited(body)))
        var xml = XMLText(reserving: 6_000 + body.html.count * 2)
        xml.open("akomaNtoso", ["xmlns": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"])
        xml.open("act", ["name": record.type ?? "van-ban", "contains": "originalVersion"])
        meta.write(to: &xml)
        preface(shown, &xml)
        text.write(to: &xml)
        conclusions(&xml)
        text.writeAttachments(to: &xml) { meta.writePart($0, $1, to: &$2) }
        xml.close("act")
        xml.close("akomaNtoso")
        xml.raw("\n")
        return xml.bytes
    }

    private func preface(_ text: ShownText, _ xml: inout XMLText) {
        xml.element("preface") { xml in
            if !text.isOriginal {
                let words = context.strings[text.word(of: record)]
                xml.element("p", ["class": "editor"]) { $0.element("remark") { $0.text(words) } }
            }
            if let number = record.number?.printed {
                xml.element("p") { $0.element("docNumber") { $0.text(number) } }
            }
            if let words = context.form.placeAndDate(record) {
                let date = AkomaNtosoMeta.wholeDate(record.issued).date
                xml.element("p") { $0.element("docDate", ["date": date]) { $0.text(words) } }
            }
            xml.element("longTitle") { xml in
                xml.element("p") { xml in
                    if let type = record.type.flatMap(context.vocabulary.type)?.name {
                        xml.element("docType") { $0.text(type) }
                        xml.text(" ")
                    }
                    xml.element("docTitle") { $0.text(record.title) }
                }
            }
        }
    }

    private func conclusions(_ xml: inout XMLText) {
        guard let signer = record.signer else { return }
        let role = [signer.capacity, signer.position].compactMap { $0 }.joined(separator: " ")
        xml.element("conclusions") { xml in
            xml.element("p") { xml in
                xml.element("signature") { xml in
                    if !role.isEmpty {
                        xml.element("role", ["refersTo": "#role"]) { $0.text(role) }
                        xml.text(" ")
                    }
                    xml.element("person", ["refersTo": "#signer", "as": "#role"]) { $0.text(signer.name) }
                }
            }
        }
    }

    // MARK: Citations

    /// The body with a link to the work around each stretch that cites one.
    private func cited(_ body: RenderedBody) -> RenderedBody {
        guard let places = context.places(of: record.id), places.count == body.noted.count else { return body }
        let links = places.map { place in
            address(place).map { address -> BodyMarkup.Link in
                var opening = Array("<a href=\"".utf8)
                Escaping.append(address, to: &opening)
                return BodyMarkup.Link(opening: opening + "\">".utf8, closing: Array("</a>".utf8))
            }
        }
        return BodyMarkup(links: links).applied(to: body)
    }

    private func address(_ place: CitedPlace) -> String? {
        guard case .record(let id) = place.target else { return nil }
        let anchor = CitationLinks(context: context).anchor(place, in: id)
        if id == record.id { return anchor.map { "#" + $0 } }
        guard let other = context.reference(id), LegislationFile.isThere(for: other) else { return nil }
        let work = WorkAddress(other)
        return anchor.map(work.provision) ?? work.path
    }
}

extension AkomaNtosoFile {
    struct Kind: PageKind {
        let id: RecordID

        static func pages(of site: PageInventory) -> [SitePage] {
            guard site.facts.catalogue.configuration.hasAkomaNtoso else { return [] }
            return site.facts.catalogue.records.filter(LegislationFile.isThere).map {
                SitePage(path: AkomaNtosoFile.path(of: $0), Self(id: $0.id), bodyID: $0.id)
            }
        }

        var identity: String { "akoma ntoso \(id)" }
        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            guard let record = context.own(id) else { return .bytes([]) }
            context.showsText(of: id)
            return .bytes(AkomaNtosoFile(context: context, record: record).bytes(body ?? RenderedBody()))
        }
    }
}
