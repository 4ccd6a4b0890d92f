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

    var diagnostics: [Diagnostic] {
        catalogue.records.flatMap { relations(of: $0) + citations(of: $0) }
    }

    private func relations(of record: Record) -> [Diagnostic] {
        record.relations.enumerated().flatMap { index, claim -> [Diagnostic] in
            guard !claim.provisions.isEmpty else { return [] }
            let target = catalogue.relations(of: record.id).first {
                !$0.isInverse && $0.type == claim.type && $0.provisions == claim.provisions && $0.other.id != nil
            }?.other.id
            return claim.provisions.enumerated().flatMap { place, written -> [Diagnostic] in
                let span = span("relations[\(index)].provisions", place, claim, record)
                let references = WrittenProvision.read(written)
                if references.isEmpty { return [Diagnostic(.provisionUnread, at: span, written)] }
                guard let target else { return [] }
                return missing(references, in: target).map { Diagnostic(.provisionNotThere, at: span, $0, target) }
            }
        }
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
        return zip(places, body.noted).flatMap { place, noted -> [Diagnostic] in
            guard case .record(let target) = place.target, let words = place.words else { return [] }
            return missing(WrittenProvision.read(words).filter { isOfKind($0, in: target) }, in: target).compactMap {
                provision in
                // A line that says it twice is told once.
                guard said.insert("\(place.line) \(provision) \(target)").inserted else { return nil }
                return Diagnostic(
                    .citedProvisionNotThere, at: SourceSpan(file: record.path, line: place.line), provision, target)
            }
        }
    }
}

extension RelationEnd {
    fileprivate var id: RecordID? { if case .record(let id) = self { id } else { nil } }
}
