import Catalogue
import Records

/// What only a finding shows: its form and period, what it reviews and informs, how it was made.
struct FindingPanel {
    let context: SiteContext
    let record: Record
    let finding: Finding

    var fields: TemplateFields {
        var fields: TemplateFields = [
            "form": .text(context.strings[.form(finding.form)]), "isExample": .flag(record.isExample),
            "isSurvey": .flag(finding.form == .survey), "isMonitoring": .flag(finding.form == .monitoring),
            "isReview": .flag(finding.form == .review),
        ]
        fields.set("conducted", finding.conducted.flatMap(context.dates.range))
        fields.set("period", finding.period.flatMap(context.dates.range))
        fields.set("released", finding.released.map(context.dates.long))
        // The panel of relations shows them once the catalogue has linked them; who reviews a document informs it, too.
        let linked = Set(context.relations(of: record.id).filter { !$0.isInverse }.map(\.other))
        let isShown = { (target: String) in
            context.currentID(target).map { linked.contains(.record($0)) } ?? false
        }
        fields.set("reviews", finding.reviews.filter { !isShown($0) }.map(item))
        fields.set("informs", finding.informs.filter { !isShown($0) }.map(item))
        fields.set("disclosure", finding.disclosure.map(disclosure) ?? [])
        fields.set("themes", themes)
        fields.set(
            "tables",
            context.tables(of: record.id).map {
                FindingTableFields(context: context, record: record, table: $0).fields
            })
        return fields
    }

    private func item(_ target: String) -> TemplateFields {
        context.card(target) ?? ["number": .text(target), "isWanted": true]
    }

    /// By direction, and in each the widest spread first.
    private var themes: [TemplateFields] {
        ThemeDirection.allCases.compactMap { direction in
            let themes = ThemeScale.allCases.flatMap { scale in
                finding.themes.filter { $0.direction == direction && $0.scale == scale }
            }
            guard !themes.isEmpty else { return nil }
            var fields: TemplateFields = [
                "direction": .text(context.strings[.direction(direction)]), "directionCode": .text(direction.rawValue),
            ]
            fields.set("rows", themes.map(theme))
            return fields
        }
    }

    private func theme(_ theme: Theme) -> TemplateFields {
        var fields: TemplateFields = [
            "theme": .text(theme.theme), "scale": .text(context.strings[.scale(theme.scale)]),
            "scaleCode": .text(theme.scale.rawValue),
        ]
        fields.set("text", theme.text)
        return fields
    }

    /// A figure, or that it is stated as unknown.
    private func figure(_ stated: Disclosure, _ key: String, _ value: String?) -> String? {
        stated.unknownFigures.contains(key) ? "unknown" : value
    }

    /// The items of AAPOR (2021) that the record states, “unknown” among them, in their usual order.
    private func disclosure(_ stated: Disclosure) -> [TemplateFields] {
        let strings = context.strings
        let items: [(StringKey.Word, String?)] = [
            (.sponsor, stated.sponsor), (.funder, stated.funder), (.conductor, stated.conductor),
            (.population, stated.population),
            (.populationSize, figure(stated, "population-size", stated.populationSize.map(strings.grouped))),
            (.samplingMethod, stated.sampling.map { $0 == .unknown ? "unknown" : strings[.sampling($0)] }),
            (.recruitment, stated.recruitment), (.mode, stated.mode),
            (.sampleSize, figure(stated, "sample-size", stated.sampleSize.map(strings.grouped))),
            (.designEffect, figure(stated, "design-effect", stated.designEffect.map(strings.decimal))),
            (.weighting, stated.weighting == "none" ? strings[.weightingNone] : stated.weighting),
            (.instrument, stated.instrument), (.processing, stated.processing), (.limitations, stated.limitations),
        ]
        let editors = [
            stated.sponsor, stated.funder, stated.conductor, stated.population, stated.recruitment, stated.mode,
            stated.weighting, stated.instrument, stated.processing, stated.limitations,
        ]
        return items.compactMap { term, value in
            guard let value else { return nil }
            let isUnknown = value == "unknown"
            return [
                "term": .text(strings[term]), "value": .text(isUnknown ? strings[.unknown] : value),
                "isUnknown": .flag(isUnknown), "isContent": .flag(!isUnknown && editors.contains(value)),
            ]
        }
    }
}
