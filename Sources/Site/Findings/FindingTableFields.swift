import Findings
import Records

/// What a page shows of one published table: picture, figures, and what must be known to read them.
struct FindingTableFields {
    let context: SiteContext
    let record: Record
    let table: PublishedTable

    private var words: FindingWords { FindingWords(strings: context.strings) }

    var fields: TemplateFields {
        let strings = context.strings
        let charts = FindingCharts(words: words, table: table)
        var fields: TemplateFields = [
            "anchor": .text("bang-\(table.id)"), "question": .text(table.question), "title": .text(charts.headline),
            "isOwnTitle": .flag(table.title != nil), "csvPath": .text(TableDownload.path(record.id, table.id)),
            "csvName": .text("\(record.id)-\(table.id).csv"),
        ]
        fields.set("by", table.by)
        fields.set(
            "charts",
            pictures(charts.chart, "bang-\(table.id)", charts.headline, charts.description).map {
                $0.merging(["source": .object(source(charts.groupsLeftOut))]) { _, new in new }
            })
        fields.set("columns", table.columns.map(column))
        fields.set("rows", table.answers.indices.map(row))
        var notes = [words.precision(table)]
        switch table.weighting {
        case .none: break
        case .totals: notes.append(strings[.noteWeighted])
        case .everything: notes.append(strings[.noteWeightedAll])
        }
        if table.answerForm == .several { notes.append(strings[.noteSeveral]) }
        if table.withheldCount > 0 {
            notes.append(
                strings.filled(
                    .word(.noteWithheld), ["cell": String(table.rules.cell), "base": String(table.rules.base)]))
        }
        if table.columns.contains(where: { $0.isSmall && !$0.isBelowBase }) { notes.append(strings[.noteSmall]) }
        fields.set("notes", notes.map { ["text": .text($0)] })
        if let trend = FindingSeries(context: context).trend(of: table, in: record) {
            fields.set(
                "trend",
                pictures(.trend(trend.chart), "xu-huong-\(table.id)", trend.headline, trend.description).map {
                    var picture = $0
                    picture.set("surveys", trend.surveys)
                    return picture
                })
            fields["trendTitle"] = .text(trend.headline)
        }
        return fields
    }

    /// Its line in the outline.
    var entry: TemplateFields {
        ["anchor": .text("bang-\(table.id)"), "title": .text(FindingCharts(words: words, table: table).headline)]
    }

    /// The line under a picture: who asked whom and when, and how many; what else must be known to believe it.
    private func source(_ leftOut: [String]) -> TemplateFields {
        let strings = context.strings
        let finding = record.finding
        let stated = finding?.disclosure
        let who = [stated?.conductor, stated?.sponsor].compactMap { $0 }.first { $0 != "unknown" }
        var fields: TemplateFields = [
            "who": .text(who ?? strings[.sourceUnknown]), "isContent": .flag(who != nil),
        ]
        var facts: [String] = []
        if let when = finding?.conducted.flatMap(context.dates.range) { facts.append(when) }
        facts.append(table.total.base.map { "n = \(strings.grouped($0))" } ?? "n: –")
        let sampling = stated?.sampling ?? .unknown
        facts.append(
            sampling == .unknown
                ? strings[.sourceSamplingUnknown]
                : strings.filled(.word(.sourceSampling), ["sampling": strings[.sampling(sampling)]]))
        facts.append(strings[table.weighting == .none ? .sourceUnweighted : .sourceWeighted])
        fields["facts"] = .text(facts.joined(separator: "; "))
        if !leftOut.isEmpty { fields["leftOut"] = .text(leftOut.joined(separator: ", ")) }
        return fields
    }

    /// The picture at both widths and the words that stand for it.
    private func pictures(_ chart: FindingCharts.Drawing?, _ anchor: String, _ label: String, _ text: String)
        -> [TemplateFields]
    {
        guard let chart else { return [] }
        let id = "_\(anchor)-mo-ta"
        return [
            [
                "describedBy": .text(id), "description": .text(text),
                "wide": .markup(chart.svg(.wide, label: label, describedBy: id)),
                "narrow": .markup(chart.svg(.narrow, label: label, describedBy: id)),
            ]
        ]
    }

    private func column(_ column: PublishedTable.Column) -> TemplateFields {
        var fields: TemplateFields = [
            "label": .text(words.label(column.label)), "isContent": .flag(words.isContent(column.label)),
        ]
        fields["base"] = .text(column.base.map { "n = \(context.strings.grouped($0))" } ?? "n: –")
        fields["isBelow"] = .flag(column.isBelowBase)
        return fields
    }

    private func row(_ index: Int) -> TemplateFields {
        let label = table.answers[index]
        var fields: TemplateFields = [
            "label": .text(words.label(label)), "isContent": .flag(words.isContent(label)),
        ]
        fields.set("cells", table.columns.map { cell($0.cells[index], $0) })
        return fields
    }

    private func cell(_ cell: PublishedTable.Cell, _ column: PublishedTable.Column) -> TemplateFields {
        var fields: TemplateFields = ["column": .text(words.label(column.label))]
        guard let figures = cell.figures else {
            fields["isWithheld"] = true
            return fields
        }
        fields.set("share", figures.share.map { words.share($0, isSmall: column.isSmall) })
        fields.set("count", words.people(figures.count))
        fields.set("interval", figures.interval.map { words.interval($0, isSmall: column.isSmall) })
        return fields
    }
}
