import Catalogue
import Markup

/// The Atom feed (RFC 4287) of what editors changed.
///
/// Identifiers are UUIDs of version 8 (RFC 9562) made from the record's id, the day and the change's place in it, so
/// that they stay the same when the site moves, when it has no address yet, and when a change is reworded.
struct FeedPage {
    let context: SiteContext

    static let path = "feed.xml"
    private static let length = 50

    func fields(_ page: SitePage) -> TemplateFields {
        let configuration = context.configuration
        let title = context.strings.filled(.word(.feedTitle), ["site": configuration.title])
        var fields = context.common(page, title: title, description: configuration.description)
        let entries = HistoryLog(context.everything).entries.prefix(Self.length)
        let asOf = context.asOf.partialDate.iso
        fields["id"] = .text(Self.identifier("feed\n\(configuration.title)"))
        fields["updated"] = .text(Self.moment(entries.first?.day ?? asOf))
        fields["selfURL"] = .text(context.absolute(Self.path) ?? Self.path)
        fields["homeURL"] = .text(context.absolute("") ?? "index.html")
        fields.set("entries", entries.map(entry))
        return fields
    }

    private func entry(_ entry: HistoryLog.Entry) -> TemplateFields {
        let record = entry.record
        let path = context.path(of: record)
        return [
            "id": .text(Self.identifier("\(record.id)\n\(entry.day)\n\(entry.ordinal)")),
            "title": .text([record.number?.printed, record.title].compactMap { $0 }.joined(separator: " – ")),
            "updated": .text(Self.moment(entry.day)), "change": .text(entry.change),
            "url": .text(context.absolute(context.folder(of: record)) ?? path),
        ]
    }

    /// The start of a day in Vietnam.
    private static func moment(_ day: String) -> String { "\(day)T00:00:00+07:00" }

    private static func identifier(_ name: String) -> String {
        let high = fnv1a(name, seed: 0xCBF2_9CE4_8422_2325)
        let low = fnv1a(name, seed: 0x6C62_272E_07BB_0142)
        let digits = hex((high & ~0xF000) | 0x8000) + hex((low & ~(3 << 62)) | (2 << 62))
        let cuts = [0, 8, 12, 16, 20, 32]
        let parts = zip(cuts, cuts.dropFirst()).map { String(digits.dropFirst($0).prefix($1 - $0)) }
        return "urn:uuid:" + parts.joined(separator: "-")
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo).
    private static func fnv1a(_ text: String, seed: UInt64) -> UInt64 {
        text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

extension FeedPage {
    struct Kind: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] {
            [SitePage(path: FeedPage.path, Self())]
        }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.feed, FeedPage(context: context).fields(page))
        }
    }
}
