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
        let name = "\(context.configuration.title): \(context.strings[.obligations])"
        var text = ContentLines()
        text.add("BEGIN", "VCALENDAR")
        text.add("VERSION", "2.0")
        text.add("PRODID", "-//tracuu//obligations//\(context.strings.language.rawValue.uppercased())")
        text.add("CALSCALE", "GREGORIAN")
        text.add("METHOD", "PUBLISH")
        text.add("X-WR-CALNAME", escaping: name)
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
        text.add("DTSTAMP", "\(context.asOf.number)T000000Z")
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

/// Lines of a calendar: CRLF, folded at 75 octets, never inside a character (RFC 5545, 3.1).
struct ContentLines {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ name: String, escaping text: String) { add(name, Self.escaped(text)) }

    mutating func add(_ name: String, _ value: String) {
        var length = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if length + encoded.count > 75 {
                bytes += [0x0D, 0x0A, 0x20]
                length = 1
            }
            bytes += encoded
            length += encoded.count
        }
        bytes += [0x0D, 0x0A]
    }

    /// A text value (RFC 5545, 3.3.11); other control characters have no place in one.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                result += "\\"
                result.unicodeScalars.append(scalar)
            case "\n": result += "\\n"
            case "\u{0}"..<" ", "\u{7F}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
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
