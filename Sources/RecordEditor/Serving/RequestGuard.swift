import HTTPServing

/// Decides by the head of a request whether the editor answers it at all. Pages of other sites, of other ports of this machine
/// and of names that somebody made lead here (DNS rebinding) get nothing; nor does another program of this machine that does not
/// know the key.
struct RequestGuard: Sendable {
    let key: EditorKey
    let port: UInt16
    let policy: ScreenPolicy

    static let keyHeader = "x-tracuu-key"

    private var host: String { "127.0.0.1:\(port)" }
    var origin: String { "http://\(host)" }

    /// What becomes of a request.
    func admission(of request: HTTPRequest) -> HTTPListener.BodyAdmission {
        if let status = refusal(of: request) { return .refused(HTTPAnswer(status: status, headers: policy.headers)) }
        guard request.encodedPath.hasPrefix(Endpoint.prefix) else { return .unread }
        switch Endpoint.of(method: request.method, encodedPath: request.encodedPath) {
        case .failure(let refusal): return .refused(HTTPAnswer(status: refusal.status, headers: policy.headers))
        case .success(let endpoint):
            guard let limit = endpoint.bodyLimit else { return .unread }
            guard request.announcesBody else {
                return .refused(HTTPAnswer(status: .lengthRequired, headers: policy.headers))
            }
            return .upTo(bytes: limit)
        }
    }

    private func refusal(of request: HTTPRequest) -> HTTPAnswer.Status? {
        let guarded = ["host", "origin", "sec-fetch-site", Self.keyHeader]
        guard request.headers["host"] == host, request.repeatedHeaders.isDisjoint(with: guarded) else {
            return .misdirected
        }
        let isRead = request.method == "GET" || request.method == "HEAD"
        let origin = request.headers["origin"]
        guard origin == self.origin || (origin == nil && isRead) else { return .forbidden }
        let site = request.headers["sec-fetch-site"]
        if !request.encodedPath.hasPrefix(Endpoint.prefix) {
            guard isRead else { return .methodNotAllowed }
            // Somebody who opens the printed address comes from nowhere.
            return site == "same-origin" || (site == "none" && request.encodedPath == "/") ? nil : .forbidden
        }
        guard site == "same-origin" else { return .forbidden }
        return key.isShown(by: request.headers[Self.keyHeader]) ? nil : .unauthorized
    }
}
