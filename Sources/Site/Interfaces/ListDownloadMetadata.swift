import Encodings
import Markup
import Records

/// What the CSV file beside a list holds, column by column, for programs: CSV on the Web (W3C, 2015). It lies beside the file
/// under the name that the recommendation looks for.
struct ListDownloadMetadata: PageKind {
    let download: ListDownload
    let name: String

    private static let ending = "-metadata.json"

    static func pages(of site: PageInventory) -> [SitePage] {
        ListDownload.pages(of: site).compactMap { page in
            guard let download = page.kind as? ListDownload else { return nil }
            let name = page.path.split(separator: "/").last.map(String.init) ?? page.path
            return SitePage(path: page.path + ending, Self(download: download, name: name))
        }
    }

    var identity: String { "metadata of " + download.identity }
    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        var json = JSONText()
        json.object { json in
            json.key("@context")
            json.list([true, false]) { json, isAddress in
                if isAddress {
                    json.string("http://www.w3.org/ns/csvw")
                } else {
                    json.object { $0.member("@language", context.strings.language.rawValue) }
                }
            }
            json.member("url", name)
            json.object("dialect") {
                $0.member("delimiter", context.configuration.csvSeparator)
                $0.member("encoding", "utf-8")
                $0.member("header", true)
            }
            json.object("tableSchema") { json in
                json.key("columns")
                json.list(download.columns) { json, column in
                    json.object {
                        $0.member("name", column.name)
                        $0.member("titles", context.strings[column.title])
                        $0.member("datatype", column.datatype)
                    }
                }
            }
        }
        return .bytes(json.finished())
    }
}
