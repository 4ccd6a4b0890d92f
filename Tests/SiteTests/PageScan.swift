/// The tags of a page with their attributes, read with no regard to nesting; enough for checks over whole sites.
struct PageScan {
    struct Tag {
        var name: String
        var attributes: [String: String]
    }

    let tags: [Tag]

    init(_ html: String) {
        var tags: [Tag] = []
        var rest = Substring(html)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            guard rest.first?.isLetter == true else { continue }
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            rest = rest[name.endIndex...]
            var attributes: [String: String] = [:]
            while let next = rest.first, next != ">" {
                guard next.isLetter else {
                    rest.removeFirst()
                    continue
                }
                let key = rest.prefix { $0.isLetter || $0 == "-" || $0 == ":" }
                rest = rest[key.endIndex...]
                var value = ""
                if rest.hasPrefix("=\"") {
                    rest = rest.dropFirst(2)
                    value = String(rest.prefix { $0 != "\"" })
                    rest = rest.dropFirst(value.count + 1)
                }
                attributes[String(key)] = Self.decoded(value)
            }
            tags.append(Tag(name: String(name), attributes: attributes))
        }
        self.tags = tags
    }

    private static func decoded(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    func values(_ attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }
}
