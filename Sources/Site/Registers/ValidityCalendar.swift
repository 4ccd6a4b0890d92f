import Catalogue
import Markup
import Records

/// The days on which documents take effect, end, end in part or are suspended, as a calendar (RFC 5545): those of the past
/// year and all that are known to come. A day that no source gives is left out.
struct ValidityCalendar {
    let context: SiteContext

    static let path = "hieu-luc.ics"
    /// Days of the past that the calendar holds.
    private static let past = 366

    var bytes: [UInt8] {
        let catalogue = context.everything
        var text = ContentLines()
        text.begin(context.strings[.inForce], as: "validity", context)
        let turns = catalogue.records.flatMap { record in
            RecordEvent.turns(of: record, catalogue.validity(of: record.id)) { catalogue.record($0) }
        }
        for event in turns.filter(isShown).sorted(by: { RecordEvent.isNewer($1, $0) }) { add(event, to: &text) }
        text.add("END", "VCALENDAR")
        return text.bytes
    }

    private func isShown(_ event: RecordEvent) -> Bool {
        guard let day = CalendarDay(number: event.day) else { return false }
        return context.asOf.days(since: day) <= Self.past
    }

    private func add(_ event: RecordEvent, to text: inout ContentLines) {
        let record = event.record
        let strings = context.strings
        text.add("BEGIN", "VEVENT")
        // The same when the day is another.
        text.add(
            "UID", [record.id, event.kind.rawValue, event.by].compactMap { $0 }.joined(separator: "-") + "@tracuu")
        text.addRevision(of: record, context)
        text.add("DTSTART;VALUE=DATE", String(event.day))
        text.add("SUMMARY", escaping: "\(record.shortName): \(strings[event.kind.word])")
        var lines = [record.title]
        if let by = event.by.flatMap(context.reference) {
            lines.append(strings.filled(.word(.eventBy), ["document": by.shortName]))
        }
        text.add("DESCRIPTION", escaping: lines.joined(separator: "\n"))
        if let url = context.absolute(context.folder(of: record)) { text.add("URL", url) }
        text.add("TRANSP", "TRANSPARENT")
        text.add("END", "VEVENT")
    }
}

extension ValidityCalendar {
    struct Kind: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] { [SitePage(path: ValidityCalendar.path, Self())] }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .bytes(ValidityCalendar(context: context).bytes)
        }
    }
}
