import Catalogue
import Citations
import Diagnostics
import Markup
import Records
import Site

/// Names what relations and texts say of provisions that the other text, where it is here, does not have.
struct ProvisionChecks {
    let catalogue: Catalogue
    let rendered: BodyRendering.Rendered
    /// The records' texts by path, for places in them.
    let texts: [String: RecordBody]

    var diagnostics: [Diagnostic] {
        catalogue.records.flatMap(diagnostics)
    }

    /// Of one record.
    func diagnostics(of record: Record) -> [Diagnostic] { relations(of: record) + citations(of: record) }

    private func relations(of record: Record) -> [Diagnostic] {
        record.relations.enumerated().flatMap { index, claim -> [Diagnostic] in
            guard !claim.provisions.isEmpty else { return [] }
            let target = catalogue.relations(of: record.id).first {
                !$0.isInverse && $0.type == claim.type && $0.provisions == claim.provisions && $0.other.id != nil
            }?.other.id
            return claim.provisions.enumerated().flatMap { place, written -> [Diagnostic] in
                let span = span("relations[\(index)].provisions", place, claim, record)
                let read = WrittenProvision(written)
                if !read.unread.isEmpty { return [Diagnostic(.provisionUnread, at: span, written, read.unread)] }
                guard let target else { return [] }
                let asked = read.provisions.filter { claim.type != .amends || !isAdded($0, to: target) }
                return missing(asked, in: target).map { Diagnostic(.provisionNotThere, at: span, $0, target) }
            }
        }
    }

    /// Whether an amendment may well have put a provision into a text: Điều 5b behind Điều 5, where the text has that.
    private func isAdded(_ reference: ProvisionReference, to id: RecordID) -> Bool {
        guard let last = reference.steps.last, let letter = last.slug.last, letter.isLetter else { return false }
        let number = last.slug.prefix { $0.isNumber }
        guard !number.isEmpty, let body = rendered.bodies[id] else { return false }
        var neighbour = reference
        neighbour.steps[reference.steps.count - 1].slug = String(number)
        return !NamedProvisions.lacks(neighbour, in: body)
    }

    private func span(_ key: String, _ place: Int, _ claim: RelationClaim, _ record: Record) -> SourceSpan {
        record.spans["\(key)[\(place)]"] ?? record.spans[key] ?? claim.span
    }

    /// The words of the provisions that a record's text lacks; none where it has no text with provisions.
    private func missing(_ references: [ProvisionReference], in id: RecordID) -> [String] {
        guard let body = rendered.bodies[id], !body.provisions.isEmpty else { return [] }
        return references.filter { $0.current == nil && NamedProvisions.lacks($0, in: body) }.map(\.words)
    }

    /// Whether a text has units such as the outermost of a reference: annexes are seldom printed with what they belong to,
    /// so that their lack says nothing.
    private func isOfKind(_ reference: ProvisionReference, in id: RecordID) -> Bool {
        guard let unit = reference.steps.first?.unit, let body = rendered.bodies[id] else { return false }
        let name =
            switch unit {
            case .attachment: "kem-theo"
            case .annex: "phu-luc"
            case .part: "phan"
            case .chapter: "chuong"
            case .section: "muc"
            case .subsection: "tieu-muc"
            case .article: "dieu"
            case .clause: "khoan"
            case .point: "diem"
            }
        return body.provisions.contains { $0.unit == name }
    }

    private func citations(of record: Record) -> [Diagnostic] {
        guard let body = rendered.bodies[record.id], let places = rendered.citations.places[record.id],
            places.count == body.noted.count
        else { return [] }
        var said: Set<String> = []
        let lacks = zip(places, body.noted).enumerated().flatMap { index, pair -> [(index: Int, lack: Lack)] in
            let (place, noted) = pair
            guard case .record(let target) = place.target, let words = place.words else { return [] }
            let provisions = WrittenProvision(words).provisions.filter { provision in
                // In an annex or an attached document, provisions of that may be meant.
                provision.exactAnchors.contains(where: place.anchors.contains) && isOfKind(provision, in: target)
            }
            return missing(provisions, in: target).compactMap {
                // A line that cites it twice gets one diagnostic.
                guard said.insert("\(noted.line) \($0) \(target)").inserted else { return nil }
                return (index, Lack(provision: $0, target: target))
            }
        }
        guard !lacks.isEmpty else { return [] }
        let spans = spans(of: body.noted.map { Array(body.text(of: $0).utf8) }, in: record)
        return lacks.map { index, lack in
            let span = spans[index] ?? SourceSpan(file: record.path, line: body.noted[index].line)
            return Diagnostic(.citedProvisionNotThere, at: span, lack.provision, lack.target)
        }
    }

    /// Where pieces of a record's text, in the order in which they are read on the page, stand in its file; nil where one is not
    /// found.
    private func spans(of pieces: [[UInt8]], in record: Record) -> [SourceSpan?] {
        guard let text = texts[record.path] else { return pieces.map { _ in nil } }
        return text.bytes.withUnsafeBufferPointer { source in
            var lines = SourceLines(source, file: record.path, firstLine: text.firstLine)
            var search = SourceSearch(source)
            return pieces.map { piece in
                let range = search.next(piece)
                return range.isEmpty ? nil : lines.span(range)
            }
        }
    }

    /// A provision, in words, that is cited and that the text of its document does not have.
    private struct Lack {
        var provision: String
        var target: RecordID
    }
}

extension RelationEnd {
    fileprivate var id: RecordID? { if case .record(let id) = self { id } else { nil } }
}
