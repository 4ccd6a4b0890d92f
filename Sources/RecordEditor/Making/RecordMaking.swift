import Diagnostics
import Documents
import Editing
import Encodings
import FoundationEssentials
import HTTPServing
import Importing
import Records

/// Makes new records, from what an editor typed or from a file that was read.
struct RecordMaking: Sendable {
    let desk: RecordDesk
    let saving: RecordSaving
    let attachments: AttachmentStore
    private let read = ReadFiles()

    init(desk: RecordDesk, saving: RecordSaving, attachments: AttachmentStore) {
        self.desk = desk
        self.saving = saving
        self.attachments = attachments
    }

    // MARK: Reading files

    /// Reads a Word file or another document and says what it is; nothing is written.
    func read(_ request: HTTPRequest) async throws -> HTTPAnswer {
        var options = ImportOptions()
        options.isDryRun = true
        options.takesProposals = request.query["additions"] == "yes"
        let name = (request.query["name"] ?? "").split(whereSeparator: { "/\\".contains($0) }).last.map(String.init)
        let content = await desk.collection.state().drafted.content
        // Reading is long, and the other requests need not wait for it.
        let outcome = await Task.detached { [folder = desk.folder.path, body = request.body, options] in
            var importer = Importer(folder: folder, content: content, options: options)
            return importer.importDocument(name: name ?? "tep", body)
        }.value
        if let refusal = outcome.refusal {
            let message = desk.language == .vietnamese ? refusal.vi : refusal.en
            return Self.message(message, status: .unprocessable)
        }
        return EditorRoutes.json(json(outcome, key: read.keep(outcome.files)))
    }

    private func json(_ outcome: ImportOutcome, key: String) -> [UInt8] {
        var json = JSONText()
        json.object {
            $0.member("imported", key)
            $0.key("records")
            $0.list(outcome.files.records) { json, record in
                json.object {
                    $0.member("path", record.path)
                    $0.member("text", record.text)
                }
            }
            $0.key("fields")
            $0.list(outcome.fields) { json, field in
                json.object {
                    $0.member("label", RecordFields.field(field.key, of: .directive)?.label[desk.language] ?? field.key)
                    $0.member("value", field.value)
                    $0.member("certainty", field.certainty.rawValue)
                }
            }
            $0.key("remarks")
            $0.list(outcome.remarks) { $0.string($1.message(isVietnamese: desk.language == .vietnamese)) }
            $0.key("additions")
            $0.list(outcome.additions) { $0.string($1) }
            $0.member("words", outcome.words)
            $0.member("lost", outcome.lostCount)
            $0.key("lostWords")
            $0.list(outcome.lostWords) { $0.string($1) }
        }
        return json.finished()
    }

    /// Turns what the clipboard holds into Markdown; nothing is written.
    func paste(_ request: HTTPRequest) async throws -> HTTPAnswer {
        struct Clipboard: Decodable { var html: String }
        guard let clipboard = try? JSONDecoder().decode(Clipboard.self, from: Data(request.body)) else {
            throw Endpoint.Refusal(.badRequest)
        }
        // What begins like no page is one all the same.
        let html = Array("<!doctype html><meta charset=\"utf-8\">\(clipboard.html)".utf8)
        guard let fragment = try? PastedFragment(html: html) else { throw Endpoint.Refusal(.unprocessable) }
        var json = JSONText()
        json.object {
            $0.member("markdown", fragment.markdown)
            $0.key("dropped")
            $0.list(fragment.remarks) { $0.string($1.message(isVietnamese: desk.language == .vietnamese)) }
        }
        return EditorRoutes.json(json.finished())
    }

    // MARK: Making

    func make(_ request: HTTPRequest) async throws -> HTTPAnswer {
        let wanted = try NewRecordRequest(request)
        let content = await desk.collection.state().drafted.content
        if let key = wanted.imported {
            guard let files = read[key] else { throw Endpoint.Refusal(.notFound) }
            return try await make(files, isForced: wanted.force == true)
        }
        if wanted.isOther != true, let same = wanted.sameDocument(in: content) { return Self.exists(same.path) }
        guard let (path, text) = wanted.record(in: content) else { throw Endpoint.Refusal(.badRequest) }
        return try await make(ImportedFiles(records: [(path, text)]), isForced: wanted.force == true)
    }

    private func make(_ files: ImportedFiles, isForced: Bool) async throws -> HTTPAnswer {
        for record in files.records {
            let bytes = Array(record.text.utf8)
            // Nothing is written before everything may be.
            if let answer = try await saving.refusal(record.path, nil, bytes, isForced: isForced) { return answer }
            if let place = RecordPath(record.path), (try? desk.files.read(place)) != nil {
                return Self.exists(record.path)
            }
        }
        for (name, bytes) in files.images.sorted(by: { $0.key < $1.key }) {
            // A picture that is there already is the same one.
            try? attachments.create(name, with: bytes)
        }
        for addition in files.additions {
            try addition.append(to: URL(filePath: desk.folder.path), remark: Self.additionRemark)
        }
        for record in files.records {
            guard let place = RecordPath(record.path) else { throw Endpoint.Refusal(.badRequest) }
            do {
                _ = try desk.files.create(place, with: Array(record.text.utf8))
            } catch {
                if case .exists = error { return Self.exists(record.path) }
                throw StoreAnswer.refusal(error)
            }
        }
        var json = JSONText()
        json.object {
            $0.member("path", files.records.first?.path)
            $0.strings("paths", files.records.map(\.path))
        }
        return EditorRoutes.json(json.finished(), status: .created)
    }

    private static let additionRemark = "Thêm khi nhập tệp; cần người xem lại tên, chữ viết tắt và mã."

    private static func exists(_ path: String) -> HTTPAnswer {
        var json = JSONText()
        json.object { $0.member("path", path) }
        return EditorRoutes.json(json.finished(), status: .conflict)
    }

    static func message(_ message: String, status: HTTPAnswer.Status) -> HTTPAnswer {
        var json = JSONText()
        json.object { $0.member("message", message) }
        return EditorRoutes.json(json.finished(), status: status)
    }
}
