import Building
import Diagnostics
import Editing
import Encodings
import FoundationEssentials
import HTTPServing
import Preview
import Records

/// Opens, checks and previews records.
struct RecordDesk: Sendable {
    let collection: CollectionDesk
    let folder: ContentFolder
    let files: RecordFileStore
    let versions: VersionStore
    let drafts: DraftShelf
    let known: KnownVersions
    let language: Language

    // MARK: Opening

    func open(_ path: String, asText: Bool) async throws -> HTTPAnswer {
        let (bytes, etag) = try read(path)
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Endpoint.Refusal(.unsupportedMedia) }
        // A text that bears a secrecy mark goes no further.
        guard try !bearsSecrecyMark(path, bytes) else { throw Endpoint.Refusal(.forbidden) }
        var view = await view(path, bytes, etag, try await collection.check(path, bytes))
        view.isAsText = asText
        view.draft = drafts.read(path)
        var json = JSONText()
        view.write(&json)
        var answer = EditorRoutes.json(json.finished())
        answer.headers.append(("ETag", "\"\(etag)\""))
        return answer
    }

    func view(_ path: String, _ bytes: [UInt8], _ etag: String, _ check: RecordCheck) async -> RecordView {
        known.remember(etag, bytes)
        return RecordView(
            path: path, bytes: bytes, etag: etag, site: await collection.state().drafted, check: check,
            language: language,
            canGoBack: RecordPath(path).flatMap { try? versions.previous(of: $0, etag: etag) } != nil)
    }

    /// - Throws: A refusal where there is no such file or it must not be read.
    func read(_ path: String) throws -> (bytes: [UInt8], etag: String) {
        guard let place = RecordPath(path) else { throw Endpoint.Refusal(.badRequest) }
        do {
            return try files.read(place)
        } catch {
            throw StoreAnswer.refusal(error)
        }
    }

    func bearsSecrecyMark(_ path: String, _ bytes: [UInt8]) throws -> Bool {
        try ContentLoader(folder: folder, jobs: 1).recordReader().read(path, bytes).diagnostics.contains {
            $0.kind == .secrecyMark
        }
    }

    // MARK: Changes that are not saved

    /// Keeps a draft, unless it bears a secrecy mark: such a text is stored nowhere.
    func keepDraft(_ draft: ChangedRecord, of path: String) throws {
        let base = try base(draft.base, of: path)
        // A change of a version that nobody has any more could not be made again.
        guard let base else { throw Endpoint.Refusal(.preconditionFailed) }
        // Where the changes do not fit together yet, their text is looked at by itself.
        let text = "---\ntitle: …\n---\n\n\(draft.body ?? draft.text ?? "")"
        let bytes = (try? changed(path, base, draft)) ?? Array(text.utf8)
        guard try !bearsSecrecyMark(path, bytes) else { throw Endpoint.Refusal(.forbidden) }
        try drafts.keep(draft, of: path, over: base)
    }

    /// The version that a change was made of; nil where nobody knows it any more.
    func base(_ etag: String?, of path: String) throws -> [UInt8]? {
        guard let etag else { return nil }
        if let bytes = known[etag] { return bytes }
        if let (bytes, now) = try? read(path), now == etag { return bytes }
        if let bytes = drafts.base(of: path), RecordFileStore.etag(of: bytes) == etag { return bytes }
        guard let place = RecordPath(path), let kept = try? versions.all(of: place).last(where: { $0.etag == etag })
        else {
            return nil
        }
        return try? versions.bytes(of: kept, place)
    }

    /// The file with a change.
    /// - Throws: `EditRefusal` where the change cannot be written.
    func changed(_ path: String, _ base: [UInt8], _ changes: ChangedRecord) throws -> [UInt8] {
        if let text = changes.text { return WholeFileText.written(text, over: base) }
        if changes.isEmpty { return base }
        let source = try RecordSource(bytes: base, path: path)
        return try source.applying(
            changes.edits ?? [], body: changes.body, order: FieldOrder.of(RecordView.kind(of: source, path: path)))
    }

    /// The path, the version and the changed file that a request is about.
    private func edited(_ request: HTTPRequest) throws -> (path: String, base: [UInt8], bytes: [UInt8]) {
        let changes = try ChangedRecord(request)
        guard let path = changes.path, PathSegments.read(Substring(PercentEncoding.path(path))) != nil,
            ContentLoader.isRecord(path)
        else { throw Endpoint.Refusal(.badRequest) }
        guard let base = try base(changes.base, of: path) else { throw Endpoint.Refusal(.preconditionFailed) }
        return (path, base, try changed(path, base, changes))
    }

    /// What `tracuu check` would say of the record if it were saved, and which lines would differ.
    func check(_ request: HTTPRequest) async throws -> HTTPAnswer {
        let (path, base, bytes) = try edited(request)
        let check = try await collection.check(path, bytes)
        var json = JSONText()
        json.object {
            $0.key("diagnostics")
            DiagnosticListing(language: language, path: path).write(check.diagnostics, check.record, &$0)
            $0.key("diff")
            DifferenceListing.write(base, bytes, &$0)
        }
        return EditorRoutes.json(json.finished())
    }

    /// The address of the page as it would be if the record were saved.
    func preview(_ request: HTTPRequest) async throws -> HTTPAnswer {
        let (path, _, bytes) = try edited(request)
        guard try !bearsSecrecyMark(path, bytes) else { throw Endpoint.Refusal(.forbidden) }
        let page = try await collection.page(of: path, bytes)
        var json = JSONText()
        json.object {
            $0.member("address", page?.address)
            $0.member("isOld", page?.isOld ?? false)
        }
        return EditorRoutes.json(json.finished())
    }
}
