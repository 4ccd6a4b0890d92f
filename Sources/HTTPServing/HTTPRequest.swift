import FoundationEssentials

/// What a browser asks for: the head of an HTTP/1.1 request (RFC 9112), and its body where the server wants one.
public struct HTTPRequest: Sendable {
    public var method: String
    /// Percent escapes read, without the query.
    public var path: String
    /// As it came, with its percent escapes.
    public var encodedPath: String
    public var query: [String: String]
    /// By name in lower case.
    public var headers: [String: String]
    /// Headers that came more than once, by name in lower case.
    public var repeatedHeaders: Set<String> = []
    /// Empty unless the server admitted one.
    public var body: [UInt8] = []

    /// Longer heads are refused.
    static let longestHead = 32 * 1024

    /// Reads a head without its closing empty line; nil when it is none.
    init?(head: some Sequence<UInt8>) {
        let lines = String(decoding: Array(head), as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: true)
        guard let start = lines.first?.split(separator: " "), start.count == 3, start[2].hasPrefix("HTTP/1."),
            let target = URLComponents(string: Self.withoutPlus(start[1])), target.percentEncodedPath.hasPrefix("/")
        else { return nil }
        method = String(start[0])
        path = target.path
        encodedPath = target.percentEncodedPath
        query = Dictionary(
            (target.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        headers = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            if headers.updateValue(String(value), forKey: line[..<colon].lowercased()) != nil {
                repeatedHeaders.insert(line[..<colon].lowercased())
            }
        }
    }

    /// A target in whose query a blank is no plus: forms and `URLSearchParams` write one so.
    private static func withoutPlus(_ target: Substring) -> String {
        guard let mark = target.firstIndex(of: "?") else { return String(target) }
        return target[..<mark]
            + target[mark...].split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%20")
    }

    /// How long the body is; nil where that is not told in one plain number.
    var bodyLength: Int? {
        guard announcesBody else { return 0 }
        guard headers["transfer-encoding"] == nil, !repeatedHeaders.contains("content-length"),
            let written = headers["content-length"], !written.isEmpty, written.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
        else { return nil }
        return Int(written)
    }

    /// Whether a body follows the head.
    public var announcesBody: Bool { headers["content-length"] != nil || headers["transfer-encoding"] != nil }

    /// Whether another request follows on the connection. A body that was not read would have to be read over first.
    func keepsConnection(bodyIsRead: Bool) -> Bool {
        headers["connection"]?.lowercased() != "close" && (bodyIsRead || !announcesBody)
    }
}
