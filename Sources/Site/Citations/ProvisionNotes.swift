import Catalogue
import Citations
import Encodings
import Markup
import Records

/// Says at a provision what was done to it: “Được sửa đổi, bổ sung bởi …”, under its heading or paragraph.
struct ProvisionNotes: Sendable {
    let links: CitationLinks

    private static let verbs: [RelationType] = [.amends, .corrects, .replaces, .repeals, .suspends]

    /// The notes by the anchor of the provision, as far as the text has it.
    func notes(on record: Record, _ body: RenderedBody) -> [String: [UInt8]] {
        let relations = links.context.relations(of: record.id).filter {
            $0.isInverse && !$0.provisions.isEmpty && Self.verbs.contains($0.type)
        }
        guard !relations.isEmpty else { return [:] }
        var notes: [String: [UInt8]] = [:]
        for relation in relations {
            for (anchor, type) in anchors(of: relation, in: body) {
                notes[anchor, default: []] += note(relation, type, on: record)
            }
        }
        return notes
    }

    /// The anchors of the very provisions; one that the text does not have stands in the relations alone. A provision that
    /// loses some words is amended, not repealed.
    private func anchors(
        of relation: LinkedRelation, in body: RenderedBody
    ) -> [(anchor: String, type: RelationType)] {
        var seen: Set<String> = []
        return relation.provisions.map(WrittenProvision.init).flatMap { written in
            let type = written.isOfPart && relation.type != .corrects ? .amends : relation.type
            return written.provisions.flatMap { NamedProvisions.anchors(of: $0, in: body) }
                .filter { seen.insert($0).inserted }.map { ($0, type) }
        }
    }

    private func note(_ relation: LinkedRelation, _ type: RelationType, on record: Record) -> [UInt8] {
        guard case .record(let id) = relation.other, let other = links.context.reference(id) else { return [] }
        let strings = links.context.strings
        let folder = links.context.folder(of: record)
        guard let link = links.link(to: id, CitedPlace(target: .record(id)), folder: folder) else { return [] }
        let verb = strings[.relation(type, isInverse: true)]
        let name = [links.typeName(of: other), other.shortName].compactMap { $0 }
        let date = links.context.dates.short(other.issued).map { ", " + $0 }
        var bytes = Array("<p class=\"provision-note\" lang=\"\(strings.language.rawValue)\">".utf8)
        Escaping.append(verb + " ", to: &bytes)
        // The name is Vietnamese, whatever the language of the interface.
        let isForeign = strings.language != .vietnamese
        if isForeign { bytes += "<span lang=\"vi\">".utf8 }
        bytes += link.opening
        Escaping.append(name.joined(separator: " "), to: &bytes)
        bytes += link.closing
        if isForeign { bytes += "</span>".utf8 }
        Escaping.append(date ?? "", to: &bytes)
        return bytes + "</p>\n".utf8
    }
}

/// Where a note of a provision can stand in a body's HTML.
enum ProvisionPlaces {
    /// Offsets behind the heading or paragraph that bears an anchor, or at the beginning of the list item that does.
    static func find(_ anchors: Set<String>, in html: [UInt8]) -> [(anchor: String, offset: Int)] {
        var found: [(anchor: String, offset: Int)] = []
        let mark = Array(" id=\"".utf8)
        var index = 0
        while found.count < anchors.count, let start = next(mark, in: html, from: index) {
            let from = start + mark.count
            let end = html[from...].firstIndex(of: UInt8(ascii: "\"")) ?? html.endIndex
            index = end
            let anchor = String(decoding: html[from..<end], as: UTF8.self)
            guard anchors.contains(anchor), let tag = html[..<start].lastIndex(of: UInt8(ascii: "<")),
                let opened = html[end...].firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            let name = html[(tag + 1)...].prefix { $0 != UInt8(ascii: " ") }
            if name.elementsEqual("li".utf8) {
                found.append((anchor, opened + 1))
            } else {
                let closing = Array("</".utf8) + name + [UInt8(ascii: ">")]
                guard let closed = next(closing, in: html, from: opened) else { continue }
                found.append((anchor, afterPermalink(closed + closing.count, in: html)))
            }
        }
        return found
    }

    /// The offset after the permalink that stands at an offset; the offset itself where none does.
    private static func afterPermalink(_ offset: Int, in html: [UInt8]) -> Int {
        let closing = Array(Permalink.closing.utf8)
        guard html[offset...].starts(with: Permalink.opening.utf8), let closed = next(closing, in: html, from: offset)
        else { return offset }
        return closed + closing.count
    }

    private static func next(_ mark: [UInt8], in html: [UInt8], from start: Int) -> Int? {
        var index = start
        while let place = html[index...].firstIndex(of: mark[0]), place + mark.count <= html.count {
            if html[place..<(place + mark.count)].elementsEqual(mark) { return place }
            index = place + 1
        }
        return nil
    }
}
