import Building
import Diagnostics
import Editing
import Encodings
import FoundationEssentials
import HTTPServing
import Records

/// Saves records: only over the version that was changed, never with a secrecy mark or broken front matter, and not with new
/// errors unless that is asked for.
struct RecordSaving: Sendable {
    let desk: RecordDesk
    private let queue = SaveQueue()

    init(desk: RecordDesk) { self.desk = desk }

    func save(_ path: String, _ request: HTTPRequest) async throws -> HTTPAnswer {
        let changes = try ChangedRecord(request)
        let etag = try Self.etag(request)
        return try await queue.run(path) { try await saveNow(path, changes, over: etag) }
    }

    /// The version that a request is about.
    static func etag(_ request: HTTPRequest) throws -> String {
        guard let written = request.headers["if-match"] else { throw Endpoint.Refusal(.preconditionRequired) }
        guard written.hasPrefix("\""), written.hasSuffix("\""), written.utf8.count == 66 else {
            throw Endpoint.Refusal(.badRequest)
        }
        return String(written.dropFirst().dropLast())
    }

    private func saveNow(_ path: String, _ changes: ChangedRecord, over etag: String) async throws -> HTTPAnswer {
        let (bytes, now) = try desk.read(path)
        guard now == etag else { return try await conflict(path, changes, over: etag, bytes, now) }
        let new: [UInt8]
        do {
            new = try desk.changed(path, bytes, changes)
        } catch let refusal as EditRefusal {
            return refused(message: refusal.message[desk.language], isNever: true)
        } catch is RecordSourceFault {
            throw Endpoint.Refusal(.badRequest)
        }
        if new == bytes { return try await saved(path, bytes, bytes, etag) }
        if let answer = try await refusal(path, bytes, new, isForced: changes.force == true) { return answer }
        guard let place = RecordPath(path) else { throw Endpoint.Refusal(.badRequest) }
        let written: String
        do {
            written = try desk.files.replace(place, ifMatch: etag, with: new)
        } catch {
            if case .changed(let theirs, let other) = error {
                return try await conflict(path, changes, over: etag, theirs, other)
            }
            throw StoreAnswer.refusal(error)
        }
        desk.drafts.drop(path)
        return try await saved(path, bytes, new, written)
    }

    /// Brings back the version before this one.
    func undo(_ path: String, _ request: HTTPRequest) async throws -> HTTPAnswer {
        let etag = try Self.etag(request)
        return try await queue.run(path) {
            guard let place = RecordPath(path) else { throw Endpoint.Refusal(.badRequest) }
            let (bytes, now) = try desk.read(path)
            guard now == etag else {
                return try await conflict(path, ChangedRecord(base: etag), over: etag, bytes, now)
            }
            do {
                guard let version = try desk.versions.previous(of: place, etag: etag) else {
                    throw Endpoint.Refusal(.notFound)
                }
                let before = try desk.versions.bytes(of: version, place)
                guard try !desk.bearsSecrecyMark(path, before) else { throw Endpoint.Refusal(.forbidden) }
                let written = try desk.files.restore(version, of: place, ifMatch: etag)
                return try await saved(path, bytes, before, written)
            } catch let fault as StoreFault {
                throw StoreAnswer.refusal(fault)
            }
        }
    }

    // MARK: Gates

    /// The answer that keeps a version from being saved; nil where it may be.
    /// - Parameter old: Nil for a record that is not there yet.
    func refusal(_ path: String, _ old: [UInt8]?, _ new: [UInt8], isForced: Bool) async throws -> HTTPAnswer? {
        let check = try await desk.collection.check(path, new)
        if check.diagnostics.contains(where: { $0.kind == .secrecyMark }) {
            return refused(check.diagnostics, check.record, path, isNever: true)
        }
        do {
            _ = try RecordSource(bytes: new, path: path)
        } catch {
            let found = check.diagnostics.isEmpty ? [error.diagnostic] : check.diagnostics
            return refused(found, check.record, path, isNever: true)
        }
        guard !isForced else { return nil }
        let known: [Diagnostic]
        if let old {
            let before = try await desk.collection.check(path, old)
            known = before.diagnostics + before.othersErrors
        } else {
            known = await desk.collection.state().drafted.diagnostics
        }
        let brought = NewErrors.of(check.diagnostics + check.othersErrors, since: known)
        return brought.isEmpty ? nil : refused(brought, check.record, path, isNever: false)
    }

    private func refused(
        _ diagnostics: [Diagnostic] = [], _ record: Record? = nil, _ path: String = "", message: String? = nil,
        isNever: Bool
    ) -> HTTPAnswer {
        var json = JSONText()
        json.object {
            $0.member("never", isNever)
            $0.member("message", message)
            $0.key("diagnostics")
            DiagnosticListing(language: desk.language, path: path).write(diagnostics, record, &$0)
        }
        return EditorRoutes.json(json.finished(), status: .unprocessable)
    }

    // MARK: Answers

    private func saved(_ path: String, _ old: [UInt8], _ new: [UInt8], _ etag: String) async throws -> HTTPAnswer {
        let view = await desk.view(path, new, etag, try await desk.collection.check(path, new))
        var json = JSONText()
        json.object {
            $0.member("etag", etag)
            $0.key("diff")
            DifferenceListing.write(old, new, &$0)
            $0.key("record")
            view.write(&$0)
        }
        return EditorRoutes.json(json.finished())
    }

    /// The versions of a record that was changed elsewhere, and what they come to together.
    private func conflict(
        _ path: String, _ changes: ChangedRecord, over etag: String, _ theirs: [UInt8], _ now: String
    ) async throws -> HTTPAnswer {
        guard String(validating: theirs, as: UTF8.self) != nil, try !desk.bearsSecrecyMark(path, theirs) else {
            throw Endpoint.Refusal(.preconditionFailed)
        }
        let base = try desk.base(etag, of: path)
        let mine = try base.map { try? desk.changed(path, $0, changes) } ?? nil
        let merged = base.flatMap { MergeProposal(changes, base: $0, theirs: theirs, etag: now, path: path) }
        var view = await desk.view(path, theirs, now, try await desk.collection.check(path, theirs))
        view.isAsText = changes.text != nil
        var json = JSONText()
        json.object {
            $0.member("base", base.map(WholeFileText.shown))
            $0.member("mine", mine.map(WholeFileText.shown))
            $0.key("theirs")
            view.write(&$0)
            $0.member("theirText", WholeFileText.shown(theirs))
            guard let merged else { return }
            $0.object("merged") { json in
                json.member("base", now)
                json.key("edits")
                json.raw((try? JSONEncoder().encode(merged.changes.edits ?? [])) ?? Data("[]".utf8))
                json.member("body", merged.changes.body)
                json.member("text", merged.changes.text)
                json.member("conflicts", merged.conflicts)
                json.key("diff")
                DifferenceListing.write(theirs, merged.bytes, &json)
            }
        }
        return EditorRoutes.json(json.finished(), status: .preconditionFailed)
    }
}
