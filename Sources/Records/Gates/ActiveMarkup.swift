/// Finds in SVG and other XML what a browser would run or load into the page's place. Drawing alone needs none of it.
enum ActiveMarkup {
    /// Where it stands and how it is named in a message.
    struct Found {
        var offset: Int
        var what: String
    }

    /// - Parameter isDrawing: Whether the file is SVG; other XML may hold anything but what browsers run.
    static func first(in bytes: [UInt8], isDrawing: Bool) -> Found? {
        // UTF-16 would be read past.
        if let zero = bytes.firstIndex(of: 0) { return Found(offset: zero, what: "UTF-16") }
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[(open + 1)...]
            if rest.starts(with: "!--".utf8) {
                index = end(of: "-->", in: bytes, from: open + 4)
            } else if rest.starts(with: "![CDATA[".utf8) {
                index = end(of: "]]>", in: bytes, from: open + 9)
            } else if rest.first == UInt8(ascii: "!") || rest.starts(with: "?xml-stylesheet".utf8) {
                // A plain document type is common; one with entities can hide anything.
                let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
                let isStyle = rest.first == UInt8(ascii: "?")
                if isStyle || bytes[open..<close].contains(UInt8(ascii: "[")) {
                    return Found(offset: open, what: isStyle ? "<?xml-stylesheet" : "<!DOCTYPE … [")
                }
                index = close
            } else {
                var tag = Tag(bytes, open + 1)
                if let what = tag.active(isDrawing: isDrawing) { return Found(offset: open, what: what) }
                index = tag.index
            }
        }
        return nil
    }

    private static func end(of closing: String, in bytes: [UInt8], from start: Int) -> Int {
        var index = min(start, bytes.count)
        while let next = bytes[index...].firstIndex(of: closing.utf8.first ?? 0) {
            if bytes[next...].starts(with: closing.utf8) { return next + closing.utf8.count }
            index = next + 1
        }
        return bytes.count
    }

    /// One tag with its attributes.
    private struct Tag {
        private let bytes: [UInt8]
        var index: Int

        init(_ bytes: [UInt8], _ start: Int) { (self.bytes, index) = (bytes, start) }

        mutating func active(isDrawing: Bool) -> String? {
            let name = localName()
            if Self.elements.contains(name) { return "<\(name)>" }
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") {
                    index += 1
                    continue
                }
                let start = index
                let attribute = localName()
                let value = value()
                if index == start { index += 1 }
                if attribute.hasPrefix("on"), attribute.count > 2, isDrawing { return attribute }
                if attribute.hasPrefix("xmlns") || attribute == "xhtml" || value == "http://www.w3.org/1999/xhtml" {
                    if value.hasPrefix("http://www.w3.org/1999/xhtml") { return value }
                    if !isDrawing, value == "http://www.w3.org/2000/svg" { return value }
                }
                if Self.addresses.contains(attribute), leadsToScript(value) { return attribute }
            }
            return nil
        }

        private static let elements: Set<String> = [
            "script", "foreignobject", "iframe", "embed", "object", "handler", "listener",
        ]
        /// Attributes that hold an address, or put one into another attribute.
        private static let addresses: Set<String> = [
            "href", "src", "to", "from", "values", "by", "action", "formaction",
        ]

        /// A name in lower case without its prefix.
        private mutating func localName() -> String {
            var name: [UInt8] = []
            while index < bytes.count {
                let byte = bytes[index]
                if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
                    break
                }
                if byte == UInt8(ascii: ":"), !name.elementsEqual("xmlns".utf8) { name = [] } else { name.append(byte) }
                index += 1
            }
            return String(decoding: name, as: UTF8.self).lowercased()
        }

        private mutating func value() -> String {
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return "" }
            index += 1
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
            guard index < bytes.count else { return "" }
            let quote = bytes[index]
            let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            let start = isQuoted ? index + 1 : index
            var end = start
            while end < bytes.count,
                isQuoted ? bytes[end] != quote : bytes[end] > 0x20 && bytes[end] != UInt8(ascii: ">")
            {
                end += 1
            }
            index = min(bytes.count, isQuoted ? end + 1 : end)
            return String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
        }

        /// Whether any address in a value has a scheme but those that only show or lead elsewhere. An escape before the first
        /// colon could spell anything.
        private func leadsToScript(_ value: String) -> Bool {
            value.split(separator: ";").contains { part in
                let address = part.unicodeScalars.filter { $0.value > 0x20 }
                let text = String(String.UnicodeScalarView(address)).lowercased()
                if text.hasPrefix("#") || text.hasPrefix("base64,") { return false }
                if text.hasPrefix("data:") {
                    return !["png", "jpeg", "jpg", "gif", "webp"].contains { text.hasPrefix("data:image/\($0)") }
                }
                guard let colon = text.firstIndex(of: ":") else { return text.contains("&") && text.contains("#") }
                return !["http", "https", "mailto"].contains(String(text[..<colon]))
                    && !text[..<colon].contains("/")
            }
        }
    }
}
