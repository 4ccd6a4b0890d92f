import Building
import Diagnostics
import Editing
import Encodings
import HTTPServing
import Preview
import Records

/// Answers what the screens ask.
struct EditorRoutes: Sendable {
    let language: Language
    let policy: ScreenPolicy
    /// The origin of the preview.
    let preview: String
    private let desk: RecordDesk
    private let saving: RecordSaving
    private let making: RecordMaking
    private let attachments: AttachmentSaving

    init(
        options: BuildOptions, site: PreviewSite, language: Language, policy: ScreenPolicy, preview: String
    ) throws {
        self.language = language
        self.policy = policy
        self.preview = preview
        let folder = ContentFolder(options.content, followsLinks: options.followsLinks)
        let state = try StateFolder(content: folder.path)
        let versions = VersionStore(state)
        let files = RecordFileStore(root: folder.path, versions: versions)
        // What a save that was cut off has left is kept, and nobody else is writing yet.
        try files.collectLeftovers()
        desk = RecordDesk(
            collection: CollectionDesk(SiteBuild(options), site), folder: folder, files: files, versions: versions,
            drafts: DraftShelf(store: DraftStore(state)), known: KnownVersions(), language: language)
        saving = RecordSaving(desk: desk)
        let store = AttachmentStore(root: folder.path)
        attachments = AttachmentSaving(store: store, language: language)
        making = RecordMaking(desk: desk, saving: saving, attachments: store)
    }

    /// Keeps up with the folders, until the task is cancelled.
    func follow() async throws { try await desk.collection.follow() }

    func answer(_ request: HTTPRequest) async -> HTTPAnswer {
        do {
            let endpoint = try Endpoint.of(method: request.method, encodedPath: request.encodedPath).get()
            var answer = try await self.answer(endpoint, request)
            answer.headers += policy.headers
            return answer
        } catch let refusal as Endpoint.Refusal {
            return HTTPAnswer(status: refusal.status, headers: policy.headers)
        } catch let refusal as EditRefusal {
            var answer = RecordMaking.message(refusal.message[language], status: .unprocessable)
            answer.headers += policy.headers
            return answer
        } catch is RecordSourceFault {
            // Fields of a file that has none to be changed.
            return HTTPAnswer(status: .badRequest, headers: policy.headers)
        } catch {
            return HTTPAnswer(status: .failed, headers: policy.headers, body: Array("\(error)\n".utf8))
        }
    }

    private func answer(_ endpoint: Endpoint, _ request: HTTPRequest) async throws -> HTTPAnswer {
        switch endpoint {
        case .fields: return try await fields()
        case .records:
            let listing = RecordListing(language: language, drafts: desk.drafts.paths)
            return Self.json(listing.json(await desk.collection.state(), request.query))
        case .pick:
            let choices = PickList(language: language).json(
                await desk.collection.state(), list: request.query["list"] ?? "", typed: request.query["q"] ?? "")
            guard let choices else { throw Endpoint.Refusal(.badRequest) }
            return Self.json(choices)
        case .proposal:
            let proposal = NewRecordProposal(language: language)
            return Self.json(proposal.json(typed: request.query["q"] ?? "", await desk.collection.state()))
        case .events: return try await RecordEvents(desk: desk).wait(request.query)
        case .record(let path): return try await desk.open(path, asText: request.query["as"] == "text")
        case .saving(let path): return try await saving.save(path, request)
        case .undo(let path): return try await saving.undo(path, request)
        case .check: return try await desk.check(request)
        case .preview: return try await desk.preview(request)
        case .draft(let path): return try draft(path)
        case .keepingDraft(let path):
            try desk.keepDraft(try ChangedRecord(request), of: path)
            return HTTPAnswer(status: .noContent)
        case .droppingDraft(let path):
            desk.drafts.drop(path)
            return HTTPAnswer(status: .noContent)
        case .newRecord: return try await making.make(request)
        case .importing: return try await making.read(request)
        case .paste: return try await making.paste(request)
        case .attachment(let name): return try await attachments.save(name, request)
        }
    }

    private func fields() async throws -> HTTPAnswer {
        let state = await desk.collection.state()
        let forms = FieldForms(
            language: language, configuration: state.drafted.content.configuration, preview: preview)
        return Self.json(forms.json())
    }

    private func draft(_ path: String) throws -> HTTPAnswer {
        guard let draft = desk.drafts.read(path) else { throw Endpoint.Refusal(.notFound) }
        return Self.json(try draft.json())
    }

    static func json(_ bytes: [UInt8], status: HTTPAnswer.Status = .ok) -> HTTPAnswer {
        HTTPAnswer(status: status, type: "application/json", body: bytes)
    }
}
