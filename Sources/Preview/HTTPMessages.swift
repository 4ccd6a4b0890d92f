import FoundationEssentials

/// What a browser asks for: the head of an HTTP/1.1 request (RFC 9112). Bodies are not read: nothing here takes any.
struct HTTPRequest: Sendable {
    var method: String
    /// Percent escapes read, without the query.
    var path: String
    var query: [String: String]
    /// By name in lower case.
    var headers: [String: String]

    /// Longer heads are refused.
    static let longestHead = 32 * 1024

    /// Reads a head without its closing empty line; nil when it is none.
    init?(head: some Sequence<UInt8>) {
        let lines = String(decoding: Array(head), as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: true)
        guard let start = lines.first?.split(separator: " "), start.count == 3, start[2].hasPrefix("HTTP/1."),
            let target = URLComponents(string: String(start[1])), target.percentEncodedPath.hasPrefix("/")
        else { return nil }
        method = String(start[0])
        path = target.path
        query = Dictionary(
            (target.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        headers = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            headers[line[..<colon].lowercased()] = String(value)
        }
    }

    /// Whether another request follows on the connection. A body would have to be read over first.
    var keepsConnection: Bool {
        headers["connection"]?.lowercased() != "close" && headers["content-length"] == nil
            && headers["transfer-encoding"] == nil
    }
}

/// What the browser gets.
struct HTTPAnswer: Sendable {
    enum Status: String, Sendable {
        case ok = "200 OK"
        case found = "302 Found"
        case badRequest = "400 Bad Request"
        case forbidden = "403 Forbidden"
        case notFound = "404 Not Found"
        case methodNotAllowed = "405 Method Not Allowed"
        case failed = "500 Internal Server Error"
        case unavailable = "503 Service Unavailable"
    }

    var status: Status
    var type: String = "text/plain; charset=utf-8"
    var location: String?
    var body: [UInt8] = []

    /// The bytes on the wire; the answer to HEAD has no body.
    func encoded(isHead: Bool, keepsConnection: Bool) -> Data {
        var head = "HTTP/1.1 \(status.rawValue)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
        head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        // No page of another origin loads this, in whatever element, nor shows it in a frame.
        head += "Cross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: SAMEORIGIN\r\n"
        if let location { head += "Location: \(location)\r\n" }
        head += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
        return Data(head.utf8) + (isHead ? [] : body)
    }
}
