import Catalogue
import Records

/// What only a finding shows: its form and period, what it reviews and informs, how it was made.
struct FindingPanel {
    let context: SiteContext
    let record: Record
    let finding: Finding

    var fields: TemplateFields {
        var fields: TemplateFields = ["form": .text(context.strings[.form(finding.form)])]
        fields.set("conducted", finding.conducted.flatMap(context.dates.range))
        fields.set("period", finding.period.flatMap(context.dates.range))
        fields.set("released", finding.released.map(context.dates.long))
        // The panel of relations shows them once the catalogue has linked them.
        let linked = Set(context.catalogue.relations(of: record.id).filter { !$0.isInverse }.map(\.type))
        if !linked.contains(.reviews) { fields.set("reviews", finding.reviews.map(item)) }
        if !linked.contains(.informs) { fields.set("informs", finding.informs.map(item)) }
        fields.set("disclosure", finding.disclosure.map(disclosure) ?? [])
        fields.set("themes", finding.themes.map(theme))
        return fields
    }

    private func item(_ target: String) -> TemplateFields {
        context.card(target) ?? ["number": .text(target), "isWanted": true]
    }

    private func theme(_ theme: Theme) -> TemplateFields {
        var fields: TemplateFields = [
            "theme": .text(theme.theme), "scale": .text(context.strings[.scale(theme.scale)]),
            "direction": .text(context.strings[.direction(theme.direction)]),
        ]
        fields.set("text", theme.text)
        return fields
    }

    /// The items of AAPOR (2021) that the record states, “unknown” among them, in their usual order.
    private func disclosure(_ stated: Disclosure) -> [TemplateFields] {
        let strings = context.strings
        let items: [(StringKey.Word, String?)] = [
            (.sponsor, stated.sponsor), (.conductor, stated.conductor), (.population, stated.population),
            (.populationSize, stated.populationSize.map(strings.grouped)),
            (.samplingMethod, stated.sampling.map { $0 == .unknown ? "unknown" : strings[.sampling($0)] }),
            (.mode, stated.mode), (.sampleSize, stated.sampleSize.map(strings.grouped)),
            (.designEffect, stated.designEffect.map(strings.decimal)), (.weighting, stated.weighting),
            (.instrument, stated.instrument), (.processing, stated.processing), (.limitations, stated.limitations),
        ]
        return items.compactMap { term, value in
            guard let value else { return nil }
            let isUnknown = value == "unknown"
            return [
                "term": .text(strings[term]), "value": .text(isUnknown ? strings[.unknown] : value),
                "isUnknown": .flag(isUnknown),
            ]
        }
    }
}
