import Catalogue
import Encodings
import Markup
import Records

/// What the whole collection says of relations, obligations and states, as JSON, and where all data lies.
enum RegisterFiles: PageKind {
    case index
    case relations(Int)
    case obligations
    case states(Int)
    case changes

    /// Rows in one file.
    static let length = 5_000

    static func pages(of site: PageInventory) -> [SitePage] {
        let catalogue = site.facts.catalogue
        let relations = catalogue.relations.values.reduce(0) { $0 + $1.count { !$0.isInverse } }
        return [SitePage(path: DataPath.index, Self.index)]
            + (1...DataPath.parts(of: relations, each: length)).map {
                SitePage(path: DataPath.part("relations", $0), Self.relations($0))
            } + [SitePage(path: DataPath.part("obligations", 1), Self.obligations)]
            + (1...DataPath.parts(of: site.facts.register.documents.count, each: length)).map {
                SitePage(path: DataPath.part("states", $0), Self.states($0))
            } + [SitePage(path: DataPath.part("changes", 1), Self.changes)]
    }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        var json = JSONText()
        json.object { json in
            switch self {
            case .index: Self.index(context, &json)
            case .relations(let number): Self.relations(context, number, &json)
            case .obligations: Self.obligations(context, &json)
            case .states(let number): Self.states(context, number, &json)
            case .changes: Self.changes(context, &json)
            }
        }
        return .bytes(json.finished())
    }

    private static func index(_ context: SiteContext, _ json: inout JSONText) {
        let catalogue = context.everything
        json.member("title", context.configuration.title)
        json.member("description", context.configuration.description)
        json.member("url", context.absolute(""))
        json.member("language", context.strings.language.rawValue)
        json.member("asOf", context.asOf.partialDate.iso)
        json.object("counts") {
            for kind in Kind.allCases { $0.member(kind.rawValue, catalogue.records.count { $0.kind == kind }) }
        }
        json.member("records", DataPath.records)
        json.member("lists", DataPath.lists)
        for name in ["relations", "obligations", "states", "changes"] { json.member(name, DataPath.part(name, 1)) }
        json.member("schema", DataPath.schema)
        json.member("openapi", DataPath.description)
    }

    private static func relations(_ context: SiteContext, _ number: Int, _ json: inout JSONText) {
        let catalogue = context.everything
        let all = catalogue.records.lazy.flatMap { record in
            catalogue.relations(of: record.id).lazy.filter { !$0.isInverse }.map { (record.id, $0) }
        }
        let rows = all.dropFirst((number - 1) * length).prefix(length + 1)
        json.member("next", rows.count > length ? DataPath.part("relations", number + 1) : nil)
        json.lines("relations", rows.prefix(length)) { json, row in
            json.object {
                $0.member("from", row.0)
                $0.member("type", row.1.type.rawValue)
                $0.end(row.1.other)
                $0.strings("provisions", row.1.provisions)
                $0.member("note", row.1.note)
            }
        }
    }

    private static func obligations(_ context: SiteContext, _ json: inout JSONText) {
        json.lines("obligations", ObligationRegister(context.everything).entries) { json, entry in
            json.object {
                $0.member("record", entry.record.id)
                $0.members(of: entry.obligation)
            }
        }
    }

    private static func states(_ context: SiteContext, _ number: Int, _ json: inout JSONText) {
        let catalogue = context.everything
        let documents = catalogue.records.filter { catalogue.validity(of: $0.id) != nil }
        json.next("states", after: number, of: DataPath.parts(of: documents.count, each: length))
        json.member("asOf", context.asOf.partialDate.iso)
        json.lines("documents", documents.dropFirst((number - 1) * length).prefix(length)) { json, record in
            json.object {
                $0.member("record", record.id)
                $0.member("code", catalogue.shownStatus(of: record)?.code)
                guard let validity = catalogue.validity(of: record.id) else { return }
                $0.key("states")
                validity.write(to: &$0) { catalogue.shown($0, of: record).code }
            }
        }
    }

    private static func changes(_ context: SiteContext, _ json: inout JSONText) {
        json.lines("changes", context.allEvents) { json, change in
            json.object {
                $0.member("record", change.record.id)
                $0.member("date", change.date.iso)
                $0.member("kind", change.kind.rawValue)
                $0.member("change", change.change)
                $0.member("by", change.by)
            }
        }
    }
}
