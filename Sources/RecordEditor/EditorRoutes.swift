import Building
import Diagnostics
import Encodings
import HTTPServing
import Preview
import Records

/// Answers what the screens ask.
struct EditorRoutes: Sendable {
    let language: Language
    let policy: ScreenPolicy
    let preview: String
    let collection: CollectionDesk
    let folder: ContentFolder

    init(
        options: BuildOptions, site: PreviewSite, language: Language, policy: ScreenPolicy, preview: String
    ) throws {
        self.language = language
        self.policy = policy
        self.preview = preview
        collection = CollectionDesk(SiteBuild(options), site)
        folder = ContentFolder(options.content, followsLinks: options.followsLinks)
    }

    func answer(_ request: HTTPRequest) async -> HTTPAnswer {
        do {
            let endpoint = try Endpoint.of(method: request.method, encodedPath: request.encodedPath).get()
            var answer = try await self.answer(endpoint, request)
            answer.headers += policy.headers
            return answer
        } catch let refusal as Endpoint.Refusal {
            return HTTPAnswer(status: refusal.status, headers: policy.headers)
        } catch {
            return HTTPAnswer(status: .failed, headers: policy.headers, body: Array("\(error)\n".utf8))
        }
    }

    private func answer(_ endpoint: Endpoint, _ request: HTTPRequest) async throws -> HTTPAnswer {
        switch endpoint {
        case .fields:
            let state = try await collection.state()
            let forms = FieldForms(
                language: language, configuration: state.drafted.content.configuration, preview: preview)
            return Self.json(forms.json())
        case .records:
            let listing = RecordListing(language: language, drafts: [])
            return Self.json(listing.json(try await collection.state(), request.query))
        case .pick:
            let list = PickList(language: language)
            let choices = list.json(
                try await collection.state(), list: request.query["list"] ?? "", typed: request.query["q"] ?? "")
            return choices.map { Self.json($0) } ?? HTTPAnswer(status: .badRequest)
        default: return HTTPAnswer(status: .notFound)
        }
    }

    static func json(_ bytes: [UInt8], status: HTTPAnswer.Status = .ok) -> HTTPAnswer {
        HTTPAnswer(status: status, type: "application/json", body: bytes)
    }
}
