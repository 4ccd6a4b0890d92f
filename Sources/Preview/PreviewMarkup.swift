import Records

/// What the preview adds to pages: files of `preview/` in the templates' folder, none of which is ever published.
struct PreviewMarkup: Sendable {
    /// Goes into the head of every page; `{tag}` stands for what the page is known by.
    private let head: [UInt8]
    /// Stands in for the site until there is one.
    let waiting: [UInt8]
    let script: [UInt8]
    /// Goes into the head of pages that are not saved yet.
    private let draftHead: [UInt8]
    let draftScript: [UInt8]
    let style: [UInt8]

    /// - Throws: `PreviewError.missingTemplate` when the folder lacks one of the files.
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
        // Copies of the templates that were made before there was an editor have neither.
        draftHead = try folder.read("preview/draft-head.html") ?? []
        draftScript = try folder.read("preview/draft.js") ?? []
        style = try read("preview.css")
    }

    /// The page with the preview's script in its head.
    func page(_ html: [UInt8], tag: String) -> [UInt8] {
        let parts = String(decoding: head, as: UTF8.self).split(separator: "{tag}", omittingEmptySubsequences: false)
        return Self.adding(Array(parts.joined(separator: tag).utf8), toHeadOf: html)
    }

    /// A page that is not saved yet: it is not loaded again by itself, and keeps its place when a newer one takes its place.
    func draftedPage(_ html: [UInt8]) -> [UInt8] { Self.adding(draftHead, toHeadOf: html) }

    private static func adding(_ markup: [UInt8], toHeadOf html: [UInt8]) -> [UInt8] {
        guard let place = first(Array("</head>".utf8), in: html) else { return html }
        return html[..<place] + markup + html[place...]
    }

    private static func first(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { start in
            bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}
