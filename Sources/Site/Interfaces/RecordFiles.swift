import Encodings
import Markup
import Records
import Storage

/// The records as JSON, a file for each year: a record that comes or goes changes the file of its year alone.
enum RecordFiles {
    /// Records in one file.
    static let length = 200

    /// The records that stand together: documents of one year, those without one, findings, pages.
    static func group(of record: Record) -> String {
        switch record.kind {
        case .page: "pages"
        case .finding: "findings"
        case .directive, .guidance: record.identityYear.map(String.init) ?? "undated"
        }
    }

    /// By name in byte order, the records of each by id.
    static func groups(_ records: [Record]) -> [(name: String, ids: [RecordID])] {
        Dictionary(grouping: records, by: group).map { ($0.key, $0.value.map(\.id)) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// One of the files.
    struct Kind: PageKind {
        let group: String
        let number: Int
        let count: Int
        let ids: ArraySlice<RecordID>

        static func pages(of site: PageInventory) -> [SitePage] {
            groups(site.facts.catalogue.records).flatMap { name, ids in
                let count = DataPath.parts(of: ids.count, each: length)
                return (1...count).map { number in
                    let kind = Self(
                        group: name, number: number, count: count,
                        ids: ids.dropFirst((number - 1) * length).prefix(length))
                    return SitePage(path: DataPath.part("records/\(name)", number), kind)
                }
            }
        }

        /// Which records it holds is no fact: with other ones it is another file.
        var identity: String {
            "records \(number) of \(count) " + String(Checksum.of { $0.list(ids) { $0.text($1) } }, radix: 16)
        }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            let data = RecordData(context: context)
            var json = JSONText(reserving: ids.count * 1_500)
            json.object {
                $0.member("group", group)
                $0.next("records/\(group)", after: number, of: count)
                $0.lines("records", ids) { json, id in data.write(id, to: &json) }
            }
            return .bytes(json.finished())
        }
    }

    /// Which files there are.
    struct Index: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] { [SitePage(path: DataPath.records, Self())] }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            var json = JSONText()
            json.object {
                $0.lines("groups", groups(context.everything.records)) { json, group in
                    json.object {
                        $0.member("group", group.name)
                        $0.member("count", group.ids.count)
                        $0.member("href", DataPath.part("records/\(group.name)", 1))
                    }
                }
            }
            return .bytes(json.finished())
        }
    }
}
