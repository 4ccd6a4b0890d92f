import Catalogue
import Records

/// The strings that the search page's script shows, as a classic script: `fetch` does not work from a folder.
enum ClientStrings {
    static let prefix = "client-"
    static let path = "assets/strings.js"

    /// Strings of the pages that the script shows too: the words for statuses, and for what bears on a document.
    static let shared: Set<String> = Set(
        StatusValue.allCases.map { StringKey.status($0).name }
            + [.statusBySource, .statusReplaced].map { StringKey.word($0).name }
            + [.replaces, .repeals, .suspends, .amends, .guides, .details].map {
                StringKey.relation($0, isInverse: true).name
            }
            + [.guides, .details].map { StringKey.relation($0, isInverse: false).name })

    /// `"use strict";globalThis.tracuuStrings = {"key": "text", …};` with `key.one` for the English singular.
    static func script(_ strings: InterfaceStrings) -> [UInt8] {
        var members: [String] = ["\"language\":\(quoted(strings.language.rawValue))"]
        for value in StatusValue.allCases where value != .unverified {
            members.append(
                "\(quoted("status-" + ShownStatus.withoutSource(value).code)):\(quoted(strings.withoutSource(value)))")
        }
        for (key, text, one) in strings.forClient {
            members.append("\(quoted(key)):\(quoted(text))")
            if let one { members.append("\(quoted(key + ".one")):\(quoted(one))") }
        }
        return Array("\"use strict\";globalThis.tracuuStrings={\(members.joined(separator: ",\n"))};\n".utf8)
    }

    /// A JSON string (RFC 8259), safe in a script too: U+2028 and U+2029 end lines in old JavaScript.
    static func quoted(_ text: String) -> String {
        var text = text
        // Most texts need no escaping. Of the two line ends, 0xE2 is the first byte.
        let isPlain = text.withUTF8 { $0.allSatisfy { $0 >= 0x20 && !Self.suspects.contains($0) } }
        if isPlain { return "\"\(text)\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{2028}": quoted += "\\u2028"
            case "\u{2029}": quoted += "\\u2029"
            case "<": quoted += "\\u003C"
            case "\u{0}"..<"\u{20}": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static let suspects: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0xE2]
}
