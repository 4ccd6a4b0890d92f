import Catalogue
import Citations
import Records
import Site
import Storage

/// What all facts are known by: those that pages ask for, and those that texts ask for.
struct FactBook: Sendable {
    let collection: LinkedCollection
    var site: SiteDigests

    /// What texts ask for depends on no other text.
    static func isOfTexts(_ kind: Fact.Kind) -> Bool {
        [.path, .identity, .attachment, .bearers, .relations, .laws, .lawNames].contains(kind)
    }

    func digest(of fact: Fact) -> UInt64 {
        switch fact.kind {
        case .attachment: return collection.attachments.available.contains(fact.subject) ? 1 : 0
        case .bearers:
            let bearers = collection.citations.bearers(ofKey: fact.subject)
            return Checksum.of { $0.list(bearers) { $0.record($1.reference) } }
        case .lawNames:
            let hashes = collection.citations.names.hashes
            return Checksum.of {
                $0.list(hashes.names.keys.sorted()) { $0.raw($1) }
                $0.list(hashes.beginnings.sorted()) { $0.raw($1) }
            }
        case .laws: return laws
        default: return site.digest(of: fact)
        }
    }

    /// Who bears which name, since when, and until what ended it.
    private var laws: UInt64 {
        let catalogue = collection.catalogue
        return Checksum.of {
            $0.list(collection.citations.names.hashes.names.sorted { $0.key < $1.key }) { writer, name in
                writer.raw(name.key)
                writer.list(name.value) { writer, index in
                    let law = catalogue.records[index]
                    writer.record(law.reference)
                    writer.optional(law.expires?.iso)
                    let ends = catalogue.relations(of: law.id).filter {
                        $0.isInverse && ($0.type == .replaces || $0.type == .repeals)
                    }
                    writer.list(ends) { writer, relation in
                        writer.flag(relation.provisions.isEmpty)
                        guard case .record(let id) = relation.other, let other = catalogue.record(id) else { return }
                        writer.record(other.reference)
                    }
                }
            }
        }
    }
}
