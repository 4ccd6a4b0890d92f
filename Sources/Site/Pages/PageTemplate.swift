/// The templates that stand for a page or feed of their own; the others are parts of these.
enum PageTemplate: String, CaseIterable, Sendable {
    case home, record, finding, page, listing, index, number, search, redirect, feed, sitemap, opensearch, obligations
    case editors, families, data, withdrawn
    case inForce = "in-force"
    case releaseChanges = "release-changes"
    case notFound = "not-found"

    /// What the template may name.
    var shape: [String: TemplateShape] {
        let own: [String: TemplateShape] =
            switch self {
            case .home: PageShapes.home
            case .record, .finding, .page: PageShapes.record
            case .listing: PageShapes.listing
            case .index: PageShapes.index
            case .number: PageShapes.number
            case .search: ["csvSeparator": .text]
            case .obligations: PageShapes.obligations
            case .editors: PageShapes.editors
            case .families: PageShapes.families
            case .data: PageShapes.data
            case .withdrawn: ["date": .text, "reason": .text]
            case .inForce: PageShapes.inForce
            case .releaseChanges: PageShapes.releaseChanges
            case .redirect: ["target": .text]
            case .notFound: ["address": .text]
            case .feed: PageShapes.feed
            case .sitemap: PageShapes.sitemap
            case .opensearch: ["searchURL": .text, "address": .text]
            }
        return PageShapes.common.merging(own) { _, own in own }.withPresenceFlags
    }
}
