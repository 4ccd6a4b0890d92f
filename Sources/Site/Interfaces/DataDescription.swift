import Encodings
import Markup

/// The two files that describe the JSON files to programs: their schema, and the interface in OpenAPI 3.1.
enum DataDescription: PageKind {
    case schema, openAPI

    static func pages(of site: PageInventory) -> [SitePage] {
        [SitePage(path: DataPath.schema, Self.schema), SitePage(path: DataPath.description, Self.openAPI)]
    }

    var isInSitemap: Bool { false }

    func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
        switch self {
        case .schema: return .bytes(Array(DataSchema.text.utf8))
        case .openAPI: return .bytes(Self.openAPI(context))
        }
    }

    /// One address, or one for each value of the parameters in its braces.
    private struct Operation {
        let id: String
        let path: String
        let summary: String
        let schema: String
        var parameters: [String] = []
    }

    private static let operations = [
        Operation(id: "getIndex", path: "index.json", summary: "Where the data starts.", schema: "Index"),
        Operation(id: "listRecordFiles", path: "records.json", summary: "The files of records.", schema: "Records"),
        Operation(
            id: "getRecords", path: "records/{file}.json",
            summary: "Records of a year: 2014, 2014-2 where they go on; undated, findings, pages.",
            schema: "RecordFile", parameters: ["file"]),
        Operation(id: "getLists", path: "lists.json", summary: "Every list.", schema: "Lists"),
        Operation(
            id: "getList", path: "lists/{kind}/{file}.json", summary: "The documents of a list, newest first.",
            schema: "ListFile", parameters: ["kind", "file"]),
        Operation(
            id: "getRelations", path: "relations.json", summary: "Relations between documents.", schema: "Relations"),
        Operation(id: "getObligations", path: "obligations.json", summary: "Obligations.", schema: "Obligations"),
        Operation(id: "getStates", path: "states.json", summary: "States of documents over time.", schema: "States"),
        Operation(
            id: "getChanges", path: "changes.json", summary: "What changed, took effect or ended, newest first.",
            schema: "Changes"),
    ]

    private static func openAPI(_ context: SiteContext) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("openapi", "3.1.0")
            json.object("info") {
                $0.member("title", context.configuration.title)
                $0.member("description", context.strings[.dataLead])
                $0.member("version", "1")
            }
            json.key("servers")
            json.list([context.absolute(DataPath.folder) ?? "./"]) { json, url in json.object { $0.member("url", url) }
            }
            json.object("paths") { paths in
                for operation in operations { write(operation, to: &paths) }
            }
        }
        return json.finished()
    }

    private static func write(_ operation: Operation, to paths: inout JSONText) {
        paths.object("/" + operation.path) {
            $0.object("get") { get in
                get.member("operationId", operation.id)
                get.member("summary", operation.summary)
                if !operation.parameters.isEmpty {
                    get.key("parameters")
                    get.list(operation.parameters) { json, name in
                        json.object {
                            $0.member("name", name)
                            $0.member("in", "path")
                            $0.member("required", true)
                            $0.object("schema") { $0.member("type", "string") }
                        }
                    }
                }
                get.object("responses") {
                    $0.object("200") {
                        $0.member("description", operation.summary)
                        $0.object("content") {
                            $0.object("application/json") {
                                $0.object("schema") { $0.member("$ref", "schema.json#/$defs/\(operation.schema)") }
                            }
                        }
                    }
                }
            }
        }
    }
}
