import Diagnostics

/// Finds what the site's content security policy would block: style and script written into a template.
///
/// A light scan of tags and attributes; template tags count as opaque text.
struct InlineCodeCheck {
    private let bytes: [UInt8]
    private let places: PlaceCounter
    private var position = 0
    private var found: [Diagnostic] = []

    static func diagnostics(file: String, bytes: [UInt8]) -> [Diagnostic] {
        var check = InlineCodeCheck(bytes: bytes, places: PlaceCounter(file: file, bytes: bytes))
        check.run()
        return check.found
    }

    private init(bytes: [UInt8], places: PlaceCounter) {
        self.bytes = bytes
        self.places = places
    }

    private mutating func run() {
        while position < bytes.count {
            if skipTemplateTag() { continue }
            if at("<!--") {
                position += 4
                while position < bytes.count, !at("-->") { position += 1 }
            } else if bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count, bytes[position + 1].isLetter {
                readElement()
            } else {
                position += 1
            }
        }
    }

    private mutating func readElement() {
        let start = position
        position += 1
        let name = readName()
        var attributes: Set<String> = []
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            if skipTemplateTag() { continue }
            if bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
                skipQuoted()
            } else if bytes[position].isLetter {
                let attributeStart = position
                let attribute = readName()
                attributes.insert(attribute)
                if attribute == "style" || attribute.hasPrefix("on") {
                    report("\(attribute)=", attributeStart, attribute)
                } else if attribute == "href" || attribute == "src" || attribute == "action" {
                    checkAddress()
                }
                skipUnquotedValue()
            } else {
                position += 1
            }
        }
        if name == "style" || name == "base" { report("<\(name)>", start, name) }
        if name == "script", !attributes.contains("src") { report("<script>", start, name) }
    }

    private mutating func checkAddress() {
        var start = position
        while start < bytes.count, "=\"' ".utf8.contains(bytes[start]) { start += 1 }
        let value = String(decoding: bytes[start...].prefix { !"\"'> ".utf8.contains($0) }, as: UTF8.self)
        if value.lowercased().hasPrefix("javascript:") { report("javascript:", start, value) }
    }

    private mutating func report(_ what: String, _ offset: Int, _ source: String) {
        found.append(Diagnostic(.inlineCode, at: places.span(offset, length: source.unicodeScalars.count), what))
    }

    // MARK: Reading

    private func at(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func skipTemplateTag() -> Bool {
        guard at("{{") else { return false }
        while position < bytes.count, !at("}}") { position += 1 }
        position = min(position + 2, bytes.count)
        return true
    }

    private mutating func readName() -> String {
        let start = position
        while position < bytes.count,
            bytes[position].isLetter || bytes[position].isDigit
                || "-:_".utf8.contains(bytes[position])
        { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    }

    private mutating func skipQuoted() {
        let quote = bytes[position]
        position += 1
        while position < bytes.count, bytes[position] != quote {
            if !skipTemplateTag() { position += 1 }
        }
        position = min(position + 1, bytes.count)
    }

    private mutating func skipUnquotedValue() {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return }
        position += 1
        while position < bytes.count, !"\"'> \n".utf8.contains(bytes[position]) {
            if !skipTemplateTag() { position += 1 }
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
