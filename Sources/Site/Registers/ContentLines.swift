import Records

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

extension ContentLines {
    /// - Parameters:
    ///   - name: What the calendar is called beside the site's title.
    ///   - product: Tells this calendar from the site's others.
    mutating func begin(_ name: String, as product: String, _ context: SiteContext) {
        add("BEGIN", "VCALENDAR")
        add("VERSION", "2.0")
        add("PRODID", "-//tracuu//\(product)//\(context.strings.language.rawValue.uppercased())")
        add("CALSCALE", "GREGORIAN")
        add("METHOD", "PUBLISH")
        add("X-WR-CALNAME", escaping: "\(context.configuration.title): \(name)")
    }

    /// Which version of an event this is: it is later with each change that editors note in the record's history, and of two
    /// with the same number the later build's counts.
    mutating func addRevision(of record: Record, _ context: SiteContext) {
        add("DTSTAMP", "\(context.asOf.number)T000000Z")
        add("SEQUENCE", String(record.history.count))
        let days = record.history.compactMap { entry in entry.date.wholeDay == nil ? nil : entry.date.sortKey }
        if let last = days.max() { add("LAST-MODIFIED", "\(last)T000000Z") }
    }
}
