import Catalogue
import Markup
import Records

/// The dated obligations as a calendar (RFC 5545), an event for the last day on which each is due.
///
/// Events rather than to-dos, since most calendars that subscribe to an address show no to-dos. An obligation without a
/// date stands on the page and has no entry here: any day would be invented.
struct ObligationCalendar {
    let context: SiteContext

    static let path = "nhiem-vu.ics"

    var bytes: [UInt8] {
        var text = ContentLines()
        text.begin(context.strings[.obligations], as: "obligations", context)
        var used: [String: Int] = [:]
        for entry in ObligationRegister(context.everything).entries {
            guard let day = entry.obligation.due?.span?.upperBound else { continue }
            add(entry, day: day, to: &text, used: &used)
        }
        text.add("END", "VCALENDAR")
        return text.bytes
    }

    private func add(
        _ entry: ObligationRegister.Entry, day: Int, to text: inout ContentLines, used: inout [String: Int]
    ) {
        let (record, obligation) = (entry.record, entry.obligation)
        // The same while the task is worded the same, wherever it stands among its record's obligations.
        let digits = String(Self.fnv1a(obligation.task), radix: 16)
        let name = "\(record.id)-\(digits)"
        let count = used[name, default: 0] + 1
        used[name] = count
        text.add("BEGIN", "VEVENT")
        text.add("UID", count == 1 ? "\(name)@tracuu" : "\(name)-\(count)@tracuu")
        text.addRevision(of: record, context)
        text.add("DTSTART;VALUE=DATE", String(day))
        text.add("SUMMARY", escaping: obligation.task)
        let strings = context.strings
        let lines = [
            record.number.map { "\($0.printed): \(record.title)" } ?? record.title,
            obligation.responsible.map {
                "\(strings[.responsible]): \(context.vocabulary.issuer($0)?.name ?? $0)"
            },
            obligation.provision.map { "\(strings[.provision]): \($0)" },
            obligation.due.flatMap(context.dates.short).map { "\(strings[.due]): \($0)" },
            "\(strings[.state]): \(strings[.obligation(obligation.state)])",
        ]
        text.add("DESCRIPTION", escaping: lines.compactMap { $0 }.joined(separator: "\n"))
        if let url = context.absolute(context.folder(of: record)) { text.add("URL", url) }
        text.add("CATEGORIES", escaping: strings[.obligation(obligation.state)])
        text.add("STATUS", obligation.state == .lapsed ? "CANCELLED" : "CONFIRMED")
        text.add("TRANSP", "TRANSPARENT")
        text.add("END", "VEVENT")
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo).
    private static func fnv1a(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension ObligationCalendar {
    struct Kind: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] {
            [SitePage(path: ObligationCalendar.path, Self())]
        }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .bytes(ObligationCalendar(context: context).bytes)
        }
    }
}
