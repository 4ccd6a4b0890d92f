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
            isInactive: [.expired, .suspended].contains(catalogue.status(of: record.id)?.value), title: record.title,
            summary: record.summary ?? "", topics: topics)
        append(body)
        typeValue = type.map {
            FacetValue(id: $0.id, label: $0.name, ways: [$0.nameEN, $0.abbreviation, $0.code].compactMap { $0 })
        }
        issuerValues = record.issuers.map { id in
            let issuer = vocabulary.issuer(id)
            return FacetValue(
                id: id, label: issuer?.name ?? id,
                ways: (issuer?.names.map(\.name) ?? [])
                    + [issuer?.nameEN, issuer?.abbreviation, issuer?.code].compactMap { $0 })
        }
        topicValues = record.topics.map { id in
            let topic = vocabulary.topic(id)
            let ways = (topic?.synonyms ?? []) + [topic?.nameEN].compactMap { $0 }
            return FacetValue(id: id, label: topic?.name ?? id, ways: ways)
        }
    }
    /// As lists show it. A day and a month alone would be read as a month and a year, or as this year's.
    private static func date(_ date: PartialDate, _ language: Language) -> String {
        guard let text = date.short(language) else { return "" }
        guard case .dayWithoutYear = date else { return text }
        return text + (language == .english ? " (year unknown)" : " (không rõ năm)")
    }
}
