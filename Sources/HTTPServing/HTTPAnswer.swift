import FoundationEssentials

/// What the browser gets.
public struct HTTPAnswer: Sendable {
    public enum Status: String, Sendable {
        case ok = "200 OK"
        case created = "201 Created"
        case noContent = "204 No Content"
        case found = "302 Found"
        case badRequest = "400 Bad Request"
        case unauthorized = "401 Unauthorized"
        case forbidden = "403 Forbidden"
        case notFound = "404 Not Found"
        case methodNotAllowed = "405 Method Not Allowed"
        case conflict = "409 Conflict"
        case lengthRequired = "411 Length Required"
        case preconditionFailed = "412 Precondition Failed"
        case tooLarge = "413 Content Too Large"
        case unsupportedMedia = "415 Unsupported Media Type"
        case misdirected = "421 Misdirected Request"
        case unprocessable = "422 Unprocessable Content"
        case preconditionRequired = "428 Precondition Required"
        case failed = "500 Internal Server Error"
        case unavailable = "503 Service Unavailable"
        case diskFull = "507 Insufficient Storage"
    }

    public var status: Status
    public var type: String
    public var location: String?
    /// Further headers, in their order.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(
        status: Status, type: String = "text/plain; charset=utf-8", location: String? = nil,
        headers: [(name: String, value: String)] = [], body: [UInt8] = []
    ) {
        self.status = status
        self.type = type
        self.location = location
        self.headers = headers
        self.body = body
    }

    /// The bytes on the wire; the answer to HEAD has no body.
    func encoded(isHead: Bool, keepsConnection: Bool) -> Data {
        var head = "HTTP/1.1 \(status.rawValue)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
        head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        // No page of another origin loads this, in whatever element, nor shows it in a frame.
        head += "Cross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: SAMEORIGIN\r\n"
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        if let location { head += "Location: \(location)\r\n" }
        head += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
        return Data(head.utf8) + (isHead ? [] : body)
    }
}
