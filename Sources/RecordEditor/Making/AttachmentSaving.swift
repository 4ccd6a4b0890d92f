import Diagnostics
import Editing
import HTTPServing
import Importing
import Records

/// Takes files that go with records: never over another one, and none that a browser would run or that bears a secrecy mark.
struct AttachmentSaving: Sendable {
    let store: AttachmentStore
    let language: Language

    func save(_ name: String, _ request: HTTPRequest) async throws -> HTTPAnswer {
        guard request.headers["if-none-match"] == "*" else { throw Endpoint.Refusal(.preconditionRequired) }
        if let problem = PortableName.problem(name.utf8) {
            return RecordMaking.message(problem[language], status: .unprocessable)
        }
        let found = AttachmentContents.diagnostics(of: "attachments/\(name)", request.body)
        if let diagnostic = found.first {
            return RecordMaking.message(
                "\(diagnostic.message(language)) \(diagnostic.hint(language))", status: .unprocessable)
        }
        let isSecret = await Task.detached { [body = request.body] in SecrecyGate.refuses(body) }.value
        guard !isSecret else { throw Endpoint.Refusal(.forbidden) }
        do {
            try store.create(name, with: request.body)
        } catch {
            throw error == .exists ? Endpoint.Refusal(.preconditionFailed) : StoreAnswer.refusal(error)
        }
        return RecordMaking.message(name, status: .created)
    }
}
