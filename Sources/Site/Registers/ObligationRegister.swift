import Catalogue
import Markup
import Records

/// Every obligation of the edition, by the day it is due; those without a date come last.
struct ObligationRegister {
    struct Entry {
        var record: Record
        /// Its place among the obligations of its record.
        var ordinal: Int
        var obligation: Obligation
    }

    let entries: [Entry]

    init(_ catalogue: Catalogue) {
        var keyed: [(due: Int, place: Int, entry: Entry)] = []
        for record in catalogue.records {
            for (ordinal, obligation) in record.obligations.enumerated() {
                let due = obligation.due?.span?.upperBound ?? .max
                keyed.append((due, keyed.count, Entry(record: record, ordinal: ordinal, obligation: obligation)))
            }
        }
        entries = keyed.sorted { ($0.due, $0.place) < ($1.due, $1.place) }.map(\.entry)
    }
}

/// The page `/nhiem-vu/`: who must do what, by when, under which provision, and how it stands.
struct ObligationsPage {
    let context: SiteContext

    static let path = "nhiem-vu/index.html"

    func fields(_ page: SitePage) -> TemplateFields {
        var fields = context.common(page, title: context.strings[.obligations])
        fields["inObligations"] = true
        let entries = ObligationRegister(context.everything).entries
        fields["count"] = .text(context.strings.count(.word(.countObligations), entries.count))
        if !entries.isEmpty { fields["download"] = .text(ListDownload.obligationsPath) }
        fields["hasDates"] = .flag(entries.contains { $0.obligation.due?.span != nil })
        var groups: [TemplateFields] = []
        var rest = entries[...]
        while let first = rest.first {
            let due = first.obligation.due?.span == nil ? nil : first.obligation.due
            let group = rest.prefix { ($0.obligation.due?.span == nil ? nil : $0.obligation.due) == due }
            rest = rest.dropFirst(group.count)
            var fields: TemplateFields = [:]
            fields.set("due", due.map(context.dates.long))
            fields["isOverdue"] = .flag(group.contains { isOverdue($0.obligation) })
            let sources = Set(group.map(\.record.id))
            if sources.count == 1, group.count > 1 {
                fields["source"] = [
                    "label": .text(first.record.shortName), "path": .text(context.path(of: first.record)),
                ]
            }
            fields.set("rows", group.map { row($0, namesDocument: fields["source"] == nil) })
            groups.append(fields)
        }
        fields.set("groups", groups)
        return fields
    }

    private func isOverdue(_ obligation: Obligation) -> Bool { obligation.isOverdue(on: context.asOf) }

    private func row(_ entry: ObligationRegister.Entry, namesDocument: Bool) -> TemplateFields {
        let obligation = entry.obligation
        var fields: TemplateFields = [
            "task": .text(obligation.task), "path": .text(context.path(of: entry.record)),
            "state": .text(context.strings[.obligation(obligation.state)]),
            "stateCode": .text(obligation.state.rawValue),
            "when": .text(
                obligation.due?.span == nil ? "none" : isOverdue(obligation) ? "overdue" : "dated"),
        ]
        fields.set(
            "responsible",
            obligation.responsible.map { context.vocabulary.issuer($0)?.name ?? $0 })
        if namesDocument { fields["document"] = .text(entry.record.shortName) }
        fields.set("provision", obligation.provision.map(ProvisionWords.kept))
        return fields
    }
}

extension Obligation {
    /// Whether it is still to be done though the last day on which it may have been due has passed.
    func isOverdue(on day: CalendarDay) -> Bool {
        guard state == .open, let last = due?.span?.upperBound else { return false }
        return last < day.number
    }
}

extension ObligationsPage {
    struct Kind: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] {
            [SitePage(path: ObligationsPage.path, Self())]
        }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.obligations, ObligationsPage(context: context).fields(page))
        }
    }
}
