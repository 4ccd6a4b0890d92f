import Catalogue
import Parallel
import Records
import Storage

/// What the facts of a site are known by. One function answers, both when a page is made and when it is asked whether the page
/// still holds: no fact can be noted by one digest and compared by another.
public struct SiteDigests: Sendable {
    private var facts: SiteFacts
    /// Of all that each record says, and of what others show of it, by its index in the catalogue.
    private let records: [UInt64]
    private let cards: [UInt64]
    private let everything: UInt64
    private var texts: UInt64
    private let findings: UInt64
    private let families: [String: Int]

    init(_ facts: SiteFacts) {
        self.facts = facts
        let catalogue = facts.catalogue
        let digests = ParallelMap.ask(catalogue.records.count) { index in
            let record = catalogue.records[index]
            let status = catalogue.status(of: record.id)
            let shown = catalogue.shownStatus(of: record)
            let card = Checksum.of {
                $0.record(facts.references[index])
                $0.optional(facts.references[index].finding?.released?.iso)
                $0.optional(status?.value.rawValue)
                $0.optional(status?.reason.rawValue)
                $0.optional(shown?.code)
            }
            // Where values stand in the file, no page shows; and in a dictionary they have no order to be known by.
            var shownRecord = record
            shownRecord.spans = [:]
            return (record: Checksum.of { $0.record(shownRecord) }, card: card)
        }
        records = digests.map(\.record)
        cards = digests.map(\.card)
        everything = Checksum.of { $0.list(digests) { $0.raw($1.record) } }
        let indices = catalogue.records.indices
        texts = Self.texts(facts)
        findings = Checksum.of {
            $0.list(indices.filter { catalogue.records[$0].kind == .finding }) { $0.raw(digests[$1].record) }
        }
        families = Dictionary(
            facts.families.folders.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func texts(_ facts: SiteFacts) -> UInt64 {
        Checksum.of { $0.list(facts.catalogue.records) { $0.raw(facts.texts.digests[$1.id]?.cited ?? 0) } }
    }

    func replacing(_ facts: SiteFacts) -> SiteDigests {
        var digests = self
        digests.facts = facts
        digests.texts = Self.texts(facts)
        return digests
    }

    /// The same number for the same answer; 0 where there is nothing of the name.
    public func digest(of fact: Fact) -> UInt64 {
        let (catalogue, subject) = (facts.catalogue, fact.subject)
        switch fact.kind {
        case .site: return Checksum.of { $0.value(facts.site) }
        case .everything: return everything
        case .texts: return texts
        case .findings: return findings
        case .record: return facts.indices[subject].map { records[$0] } ?? 0
        case .card: return facts.indices[subject].map { cards[$0] } ?? 0
        case .identity:
            return Checksum.of { writer in
                let current = catalogue.currentID(subject)
                writer.optional(current)
                writer.optional(current.flatMap { catalogue.record($0) }.map { PagePath.folder(of: $0) })
            }
        case .path:
            let record = catalogue.record(atPath: subject)
            return Checksum.of {
                $0.optional(record?.id)
                $0.optional(record.map { PagePath.folder(of: $0) })
            }
        case .state: return state(subject)
        case .relations: return Checksum.of { $0.list(catalogue.relations(of: subject)) { $0.relation($1) } }
        case .citations:
            let entries = [facts.citations.outgoing[subject] ?? [], facts.citations.incoming[subject] ?? []]
            return Checksum.of {
                $0.list(entries) {
                    $0.list($1) {
                        $0.text($1.id)
                        $0.list($1.provisions) { $0.text($1) }
                    }
                }
            }
        case .cited: return facts.texts.digests[subject]?.cited ?? 0
        case .anchors: return facts.texts.digests[subject]?.anchors ?? 0
        case .text: return facts.texts.digests[subject]?.text ?? 0
        case .listing, .rows, .isListed, .listings: return list(fact)
        case .number:
            guard let entry = catalogue.number(slug: subject) else { return 0 }
            return Checksum.of {
                $0.text(entry.printed)
                $0.flag(entry.isAlias)
                $0.list(entry.bearers) { $0.text($1) }
            }
        case .archive: return archive(subject)
        case .family: return families[subject].map { family(facts.families.families[facts.families.drawn + $0]) } ?? 0
        case .register:
            let register = facts.register
            return Checksum.of {
                for list in [register.documents, register.current] {
                    $0.list(list) { $0.text(catalogue.records[$1].id) }
                }
                $0.list(register.tallies) { $0.text($1) }
            }
        case .desk:
            let (desk, language) = (facts.desk, facts.strings.language)
            return Checksum.of {
                $0.list(desk?.diagnostics ?? []) {
                    $0.text($1.kind.code)
                    $0.text($1.span.file)
                    $0.number($1.span.line)
                    $0.text($1.message(language))
                }
            }
        case .bearers, .laws, .lawNames, .attachment:
            // Asked by texts, not by pages.
            return 0
        }
    }

    private func list(_ fact: Fact) -> UInt64 {
        let parts = fact.subject.split(separator: "/").map(String.init)
        guard let kind = parts.first.flatMap(ListingKind.init) else { return 0 }
        if fact.kind == .listings {
            return Checksum.of {
                $0.list(facts.listings[kind]) {
                    $0.text($1.id)
                    $0.text($1.name)
                    $0.number($1.records.count)
                }
            }
        }
        guard let listing = facts.listings.listing(kind, parts.count > 1 ? parts[1] : "") else { return 0 }
        if fact.kind == .rows {
            let rows = listing.rows(page: parts.last.flatMap { Int($0) } ?? 1)
            return Checksum.of { $0.list(rows) { $0.text(facts.catalogue.records[$1].id) } }
        }
        return Checksum.of {
            $0.text(listing.name)
            $0.text(listing.path())
            guard fact.kind == .listing else { return }
            $0.number(listing.records.count)
            $0.list(listing.years) {
                $0.number($1.year)
                $0.number($1.page)
            }
        }
    }

    private func archive(_ subject: String) -> UInt64 {
        let parts = subject.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let number = parts.last.flatMap(Int.init) else { return 0 }
        let listing = parts.first.flatMap(ListingKind.init).flatMap { facts.listings.listing($0, parts[1]) }
        guard parts.count == 2 || listing != nil else { return 0 }
        let (events, count) = facts.events.archive(number, of: listing)
        return Checksum.of {
            $0.number(count)
            $0.list(Array(events)) { writer, event in
                writer.text(event.record.id)
                writer.text(PagePath.folder(of: event.record))
                writer.text(event.record.title)
                for value in [event.record.number?.printed, event.change, event.by] { writer.optional(value) }
                writer.text(event.kind.rawValue)
                writer.text(event.date.iso)
                writer.number(event.ordinal)
            }
        }
    }

    private func state(_ id: RecordID) -> UInt64 {
        let catalogue = facts.catalogue
        return Checksum.of {
            $0.optional(catalogue.status(of: id)) {
                $0.text($1.value.rawValue)
                $0.text($1.reason.rawValue)
                $0.optional($1.checked?.iso)
                for value in [$1.source, $1.by, $1.note] { $0.optional(value) }
            }
            $0.list(catalogue.validity(of: id)?.intervals ?? []) {
                $0.optional($1.from) { $0.number($1) }
                $0.text($1.value.rawValue)
                $0.text($1.reason.rawValue)
                $0.optional($1.by)
                $0.flag($1.beginning == .undated)
                $0.optional($1.beginning.dated) {
                    $0.text($1.date.iso)
                    $0.text($1.word)
                }
            }
            for relations in [catalogue.endedGrounds(of: id), catalogue.restingOnEnded(id)] {
                $0.list(relations) { $0.relation($1) }
            }
        }
    }

    private func family(_ family: Family) -> UInt64 {
        let records = facts.catalogue.records
        return Checksum.of {
            $0.text(records[family.head].id)
            $0.list(family.members) { $0.text(records[$1].id) }
            $0.list(family.links) {
                $0.text(records[$1.from].id)
                $0.text(records[$1.to].id)
                $0.text($1.type.rawValue)
            }
        }
    }
}

extension ByteWriter {
    mutating func relation(_ relation: LinkedRelation) {
        text(relation.type.rawValue)
        flag(relation.isInverse)
        switch relation.other {
        case .record(let id): list(["record", id]) { $0.text($1) }
        case .wanted(let number, let type, let issued):
            list([number, type ?? "", issued?.iso ?? ""]) { $0.text($1) }
        }
        list(relation.provisions) { $0.text($1) }
        optional(relation.note)
    }

    mutating func value(_ value: TemplateValue) {
        switch value {
        case .text(let value): text("text \(value)")
        case .markup(let bytes): self.bytes(bytes)
        case .flag(let value): flag(value)
        case .list(let values): list(values) { $0.value($1) }
        case .object(let fields):
            list(fields.sorted { $0.key < $1.key }) {
                $0.text($1.key)
                $0.value($1.value)
            }
        }
    }
}
