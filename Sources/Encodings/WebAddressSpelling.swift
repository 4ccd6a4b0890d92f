/// Slips in the spelling of web addresses: `www.a.vn`, `http//a.vn`, `https:/a.vn`, `htttps://a.vn`.
public enum WebAddressSpelling {
    /// Whether a text is an address that a page may link to: http or https, and a host.
    public static func isWhole(_ text: String) -> Bool {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
        guard let first = text.dropFirst(scheme.utf8.count).utf8.first else { return false }
        return first > 0x20 && !"/:.?#".utf8.contains(first) && mendedScheme(of: text) == nil
    }

    /// The address as it was meant; nil where the spelling is right, or does not tell.
    public static func mended(_ text: String) -> String? {
        if let mended = mendedScheme(of: text) { return mended }
        if text.hasPrefix("//") { return isHost(text.dropFirst(2)) ? "https:" + text : nil }
        if text.lowercased().hasPrefix("www."), isHost(text[...]) { return "https://" + text }
        return isHost(text[...], endings: ["vn", "com", "org", "net", "gov"]) ? "https://" + text : nil
    }

    /// A scheme that lacks a letter, the colon or a slash, or is written twice, before a host.
    public static func mendedScheme(of text: String) -> String? {
        let letters = text.prefix { $0.isASCII && $0.isLetter }
        guard let scheme = schemes[letters.lowercased()] else { return nil }
        let rest = text.dropFirst(letters.count)
        let signs = rest.prefix { ":;/\\ ".contains($0) }
        guard signs.contains(where: { ":/\\".contains($0) }) else { return nil }
        let host = rest.dropFirst(signs.count)
        // `https://https://a.vn`
        if let inner = schemes[host.prefix { $0.isASCII && $0.isLetter }.lowercased()],
            host.dropFirst(inner.count).hasPrefix("://") || host.dropFirst(inner.count).hasPrefix("//")
        {
            return mendedScheme(of: String(host)) ?? String(host)
        }
        let isRight = signs == "://" && letters.lowercased() == scheme
        guard !isRight, isHost(host) else { return nil }
        return "\(scheme)://" + host.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    }

    private static let schemes: [String: String] = [
        "http": "http", "htp": "http", "ttp": "http", "htttp": "http", "hhttp": "http", "htpp": "http",
        "https": "https", "htps": "https", "ttps": "https", "htttps": "https", "hhttps": "https", "htpps": "https",
        "httpss": "https", "httsp": "https", "hptts": "https", "httpps": "https",
    ]

    /// Whether a text begins with the name of a host, a dot in it: letters, digits and hyphens only (RFC 1123).
    private static func isHost(_ text: Substring, endings: Set<String>? = nil) -> Bool {
        let host = text.prefix { !"/\\?#:".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2 else { return false }
        if let endings, !endings.contains(last.lowercased()) { return false }
        return labels.allSatisfy { label in
            !label.isEmpty
                && label.utf8.allSatisfy {
                    $0 == UInt8(ascii: "-") || $0 >= 0x30 && $0 <= 0x39 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
                }
        }
    }
}
