import Records

/// A record about to be written: fields, remarks for a person as YAML comments, and the body.
struct RecordDraft {
    struct Field {
        var key: String
        /// YAML after `key:`; nil for a field that a person must fill in.
        var value: String?
        /// Comments above the field.
        var comments: [String] = []
    }

    var path = ""
    var kind = Kind.directive
    var fields: [Field] = []
    var comments: [String] = []
    var body = ""

    /// The whole file.
    var text: String {
        var text = "---\n"
        for field in fields {
            for comment in field.comments { text += Self.comment(comment) }
            text += field.value.map { "\(field.key): \($0)\n" } ?? "\(field.key):\n"
        }
        for comment in comments { text += Self.comment(comment) }
        return text + "---\n\n" + body
    }

    /// Lines that begin with “#” are fields: without that sign they count.
    private static func comment(_ text: String) -> String {
        text.split(separator: "\n").map { $0.hasPrefix("#") ? "\($0)\n" : "# \($0.trimmingBlanks())\n" }.joined()
    }

    /// A text as a YAML scalar; quoted wherever it could be read as something else.
    static func scalar(_ value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0 == " " || $0 == "-" || $0 == "/" || ("0"..."9").contains($0)
            }
            && (value.unicodeScalars.first?.properties.isAlphabetic ?? false || value.contains("/"))
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(value.lowercased())
            && !value.hasPrefix("-") && !value.hasSuffix(" ")
        if isPlain { return value }
        var quoted = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        return quoted + "\""
    }
}

extension Substring {
    func trimmingBlanks() -> String { String(self).trimmingBlanks() }
}
