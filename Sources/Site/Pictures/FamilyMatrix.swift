import Catalogue
import Records

/// How many relations of each kind documents of each five years set up: the whole of a large collection at a glance.
struct FamilyMatrix {
    let context: SiteContext
    let links: [Family.Link]

    private static let span = 5

    var fields: TemplateFields {
        var counts: [RelationType: [Int: Int]] = [:]
        var undated = 0
        var periods: Set<Int> = []
        for link in links {
            guard let year = context.reference(at: link.from).appeared.year else {
                undated += 1
                continue
            }
            let period = year / Self.span * Self.span
            periods.insert(period)
            counts[link.type, default: [:]][period, default: 0] += 1
        }
        let columns = periods.sorted()
        let largest = counts.values.flatMap(\.values).max() ?? 1
        var fields: TemplateFields = [:]
        fields.set("columns", columns.map { ["label": .text("\($0)–\($0 + Self.span - 1)")] })
        fields.set(
            "verbs",
            RelationType.allCases.filter { counts[$0] != nil }.map { type in
                let row = counts[type] ?? [:]
                var fields: TemplateFields = [
                    "verb": .text(context.strings[.relation(type, isInverse: false)]),
                    "total": .text(context.strings.grouped(row.values.reduce(0, +))),
                ]
                fields.set(
                    "cells",
                    columns.map { period in
                        let count = row[period] ?? 0
                        // Five steps by the square root, so that small counts are told apart from none.
                        let step = (Double(count) / Double(largest)).squareRoot() * 5
                        return [
                            "count": .text(count == 0 ? "–" : context.strings.grouped(count)),
                            "step": .text(String(Int(step.rounded(.up)))),
                        ]
                    })
                return fields
            })
        if undated > 0 { fields["undated"] = .text(context.strings.grouped(undated)) }
        return fields
    }
}
