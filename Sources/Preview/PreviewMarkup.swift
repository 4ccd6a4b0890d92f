import Records

/// What the preview adds to pages: files of `preview/` in the templates' folder, none of which is ever published.
struct PreviewMarkup: Sendable {
    /// Goes into the head of every page; `{tag}` stands for what the page is known by.
    private let head: [UInt8]
    /// Stands in for the site until there is one.
    let waiting: [UInt8]
    let script: [UInt8]
    let style: [UInt8]

    /// - Throws: `PreviewError.noTemplates` when the folder lacks one of the files.
    init(templates: String) throws {
        let folder = ContentFolder(templates)
        func read(_ name: String) throws -> [UInt8] {
            guard let bytes = try folder.read("preview/\(name)") else {
                throw PreviewError.missingTemplate("\(templates)/preview/\(name)")
            }
            return bytes
        }
        head = try read("head.html")
        waiting = try read("waiting.html")
        script = try read("preview.js")
        style = try read("preview.css")
    }

    /// The page with the preview's script in its head.
    func page(_ html: [UInt8], tag: String) -> [UInt8] {
        let end = Array("</head>".utf8)
        guard let place = Self.first(end, in: html) else { return html }
        var page: [UInt8] = []
        page.reserveCapacity(html.count + head.count + tag.utf8.count)
        page += html[..<place]
        page +=
            String(decoding: head, as: UTF8.self).split(separator: "{tag}", omittingEmptySubsequences: false)
            .joined(separator: tag).utf8
        page += html[place...]
        return page
    }

    private static func first(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { start in
            bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}
