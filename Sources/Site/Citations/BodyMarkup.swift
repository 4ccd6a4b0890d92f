import Markup

/// What a page adds to a body's text: the links of what it cites, and what was done to its provisions. It holds for every
/// text of the record that cites the same and has the same anchors.
public struct BodyMarkup: Sendable, Equatable {
    /// The tags around a stretch that cites.
    public struct Link: Sendable, Equatable {
        public var opening: [UInt8]
        public var closing: [UInt8]

        public init(opening: [UInt8], closing: [UInt8]) {
            self.opening = opening
            self.closing = closing
        }
    }

    /// One for each stretch that the renderer noted, nil for those without a link; or none at all.
    public var links: [Link?]
    /// HTML by the anchor of the provision that it stands at.
    public var notes: [String: [UInt8]]

    public init(links: [Link?] = [], notes: [String: [UInt8]] = [:]) {
        self.links = links
        self.notes = notes
    }

    /// The body as its page shows it.
    public func applied(to body: RenderedBody) -> RenderedBody {
        var insertions = BodyInsertions()
        for (link, noted) in zip(links, body.noted) where !noted.html.isEmpty {
            guard let link else { continue }
            insertions.insert(link.opening, at: noted.html.lowerBound)
            insertions.insert(link.closing, at: noted.html.upperBound)
        }
        if !notes.isEmpty {
            for (anchor, offset) in ProvisionPlaces.find(Set(notes.keys), in: body.html) {
                insertions.insert(notes[anchor, default: []], at: offset)
            }
        }
        guard !insertions.isEmpty else { return body }
        var marked = body
        marked.html = insertions.applied(to: body.html)
        return marked
    }
}
