import HTTPServing
import Records

/// What the editor's screens may ask of the server.
enum Endpoint: Sendable, Equatable {
    case fields, records, pick, proposal, events
    case record(String)
    case saving(String)
    case check, preview
    case draft(String)
    case keepingDraft(String)
    case droppingDraft(String)
    case newRecord
    case undo(String)
    case attachment(String)
    case importing, paste

    static let prefix = "/_tracuu/edit/api/"

    /// The endpoint of a request, or the status that refuses it.
    static func of(method: String, encodedPath: String) -> Result<Endpoint, Refusal> {
        guard encodedPath.hasPrefix(prefix) else { return .failure(Refusal(.notFound)) }
        guard let parts = PathSegments.read(encodedPath.dropFirst(prefix.count)), let name = parts.first else {
            return .failure(Refusal(.badRequest))
        }
        let rest = parts.dropFirst().joined(separator: "/")
        let methods = byMethod(name, rest)
        guard let methods else { return .failure(Refusal(.notFound)) }
        if isOfRecord(name), !ContentLoader.isRecord(rest) { return .failure(Refusal(.badRequest)) }
        guard let endpoint = methods[method] else { return .failure(Refusal(.methodNotAllowed)) }
        return .success(endpoint)
    }

    private static func isOfRecord(_ name: String) -> Bool { ["record", "draft", "undo"].contains(name) }

    /// What each method asks for; nil where there is no such endpoint.
    private static func byMethod(_ name: String, _ rest: String) -> [String: Endpoint]? {
        switch (name, rest.isEmpty) {
        case ("fields", true): ["GET": .fields]
        case ("records", true): ["GET": .records, "POST": .newRecord]
        case ("pick", true): ["GET": .pick]
        case ("proposal", true): ["GET": .proposal]
        case ("events", true): ["GET": .events]
        case ("check", true): ["POST": .check]
        case ("preview", true): ["POST": .preview]
        case ("import", true): ["POST": .importing]
        case ("paste", true): ["POST": .paste]
        case ("record", false): ["GET": .record(rest), "PUT": .saving(rest)]
        case ("draft", false): ["GET": .draft(rest), "PUT": .keepingDraft(rest), "DELETE": .droppingDraft(rest)]
        case ("undo", false): ["POST": .undo(rest)]
        case ("attachment", false) where !rest.contains("/"): ["PUT": .attachment(rest)]
        default: nil
        }
    }

    /// How many bytes a body may have; nil where none is read.
    var bodyLimit: Int? {
        switch self {
        case .importing: 32 << 20
        case .attachment: 64 << 20
        case .saving, .check, .preview, .keepingDraft, .newRecord, .paste, .undo: 2 << 20
        case .fields, .records, .pick, .proposal, .events, .record, .draft, .droppingDraft: nil
        }
    }

    /// Why a request gets no answer.
    struct Refusal: Error, Equatable {
        var status: HTTPAnswer.Status
        init(_ status: HTTPAnswer.Status) { self.status = status }
    }
}
