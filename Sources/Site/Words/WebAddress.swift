/// What may stand in a link.
enum WebAddress {
    /// The text when it is an address that a page may link to: http or https, nothing that runs.
    static func linkable(_ text: String) -> String? {
        let lower = text.prefix(8).lowercased()
        return lower.hasPrefix("http://") || lower.hasPrefix("https://") ? text : nil
    }

    /// Whose address it is: `vanban.chinhphu.vn` of a linkable address, without `www.`.
    static func host(_ address: String) -> String {
        let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        let host = parts.count > 1 ? String(parts[1].prefix { $0 != "/" && $0 != "?" && $0 != "#" }) : address
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
