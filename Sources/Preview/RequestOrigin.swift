import Glibc
import HTTPServing

/// Who may ask the preview: pages that it serves itself, and readers who type or keep its address. Pages of other sites in the
/// same browser may not, whether they would read an answer or only run it as a script.
struct RequestOrigin: Sendable {
    /// The address that the server listens at.
    let host: String
    /// Whether an editor on another port of this machine shows pages in a frame. Which editor it is, the header `frame-ancestors`
    /// says.
    var isFramed = false

    /// Whether a request is answered.
    func allows(_ request: HTTPRequest) -> Bool {
        // Names that lead to this machine by somebody else's entry in the name system (DNS rebinding).
        guard let named = request.headers["host"], isOwnName(named) else { return false }
        // What browsers say of the page that asks (Fetch Metadata); "none" is a reader's own deed.
        if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" {
            guard isFramed, site == "same-site", request.headers["sec-fetch-dest"] == "iframe",
                request.headers["sec-fetch-mode"] == "navigate"
            else { return false }
        }
        // Older browsers, and addresses that browsers hold for insecure, have at most this.
        if let origin = request.headers["origin"], origin != "http://\(named)" { return false }
        return true
    }

    private func isOwnName(_ named: String) -> Bool {
        let name = (named.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? "")
            .lowercased()
        if name == "localhost" || name == host { return true }
        // To other machines this one has addresses of its own, and its name.
        guard !host.hasPrefix("127.") else { return false }
        var address = in_addr()
        if inet_pton(AF_INET, name, &address) == 1 { return true }
        let own = Self.machineName
        return !own.isEmpty && (name == own || name.hasPrefix(own + "."))
    }

    private static let machineName: String = {
        var bytes = [CChar](repeating: 0, count: 256)
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return "" }
        let text = String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text.split(separator: ".").first.map { $0.lowercased() } ?? ""
    }()
}
