import Catalogue
import Diagnostics
import Markup
import Records
import Search

extension SearchDocument {
    /// A record of the catalogue with its rendered body.
    init(_ record: Record, in catalogue: Catalogue, body: RenderedBody) {
        let vocabulary = catalogue.vocabulary
        let type = record.type.flatMap(vocabulary.type)
        var topics: [String] = []
        for topic in record.topics.compactMap(vocabulary.topic) {
            topics.append(topic.name)
            topics += topic.synonyms
        }
        let isEnglish = catalogue.configuration.language == .english
        if isEnglish {
            // Whoever reads the site in English looks for a “circular”.
            let named = [type?.nameEN] + record.issuers.map { vocabulary.issuer($0)?.nameEN }
            topics += (named + record.topics.map { vocabulary.topic($0)?.nameEN }).compactMap { $0 }
        }
        func shown(_ name: String, _ english: String?) -> String {
            isEnglish ? english.map { "\(name) (\($0))" } ?? name : name
        }
        self.init(
            id: record.id, fileName: record.fileName, url: catalogue.folder(of: record) + "index.html",
            kind: record.kind, typeName: type?.name ?? "",
            typeKeys: [record.type, type?.abbreviation, type?.code].compactMap { $0 },
            issuerNames: record.issuers.map { vocabulary.issuer($0)?.name(on: record.issued.sortKey) ?? $0 },
            number: record.number?.printed ?? "", aliases: record.aliases,
            date: [Self.date(record.issued, catalogue.configuration.language), vocabulary.tellingPlace(of: record)]
                .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "),
            dateKey: record.issued.sortKey ?? 0,
            status: catalogue.shownStatus(of: record)?.code ?? StatusValue.unverified.rawValue,
            bearing: Self.bearing(on: record, in: catalogue),
            isInactive: [.expired, .suspended].contains(catalogue.status(of: record.id)?.value), title: record.title,
            summary: record.summary ?? "", topics: topics)
        append(body)
        typeValue = type.map {
            FacetValue(
                id: $0.id, label: shown($0.name, $0.nameEN),
                ways: [$0.name, $0.nameEN, $0.abbreviation, $0.code].compactMap { $0 })
        }
        issuerValues = record.issuers.map { id in
            let issuer = vocabulary.issuer(id)
            return FacetValue(
                id: id, label: issuer.map { shown($0.name, $0.nameEN) } ?? id,
                ways: (issuer?.names.map(\.name) ?? [])
                    + [issuer?.nameEN, issuer?.abbreviation, issuer?.code].compactMap { $0 })
        }
        topicValues = record.topics.map { id in
            let topic = vocabulary.topic(id)
            return FacetValue(
                id: id, label: topic.map { shown($0.name, $0.nameEN) } ?? id,
                ways: (topic?.synonyms ?? []) + [topic?.name, topic?.nameEN].compactMap { $0 })
        }
    }

    /// What changed a document, by how much it changes, and whether in part; then what guides it, or else what it guides.
    private static func bearing(on record: Record, in catalogue: Catalogue) -> String {
        let relations = catalogue.relations(of: record.id)
        let inPart = catalogue.configuration.language == .english ? " (in part)" : " (một phần)"
        let ends: Set<RelationType> = [.replaces, .repeals, .suspends]
        func line(_ types: [RelationType], isInverse: Bool) -> String? {
            for type in types {
                let others = relations.filter { $0.type == type && $0.isInverse == isInverse }.compactMap {
                    relation -> (day: Int, number: String)? in
                    let extent = ends.contains(relation.type) && !relation.provisions.isEmpty ? inPart : ""
                    switch relation.other {
                    case .record(let id):
                        guard let other = catalogue.record(id), let number = other.number else { return nil }
                        return (other.issued.sortKey ?? 0, number.printed + extent)
                    case .wanted(let number, _, let issued): return (issued?.sortKey ?? 0, number + extent)
                    }
                }
                guard let newest = others.max(by: { $0 < $1 }) else { continue }
                return "\(type.rawValue)\(isInverse ? "-inverse" : "") \(newest.number)"
            }
            return nil
        }
        let guidance: [RelationType] = [.guides, .details]
        return [
            line([.replaces, .repeals, .suspends, .amends], isInverse: true),
            line(guidance, isInverse: true) ?? line(guidance, isInverse: false),
        ].compactMap { $0 }.joined(separator: "\n")
    }

    /// As lists show it. A day and a month alone would be read as a month and a year, or as this year's.
    private static func date(_ date: PartialDate, _ language: Language) -> String {
        guard let text = date.short(language) else { return "" }
        guard case .dayWithoutYear = date else { return text }
        return text + (language == .english ? " (year unknown)" : " (không rõ năm)")
    }
}
