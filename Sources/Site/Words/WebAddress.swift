/// What may stand in a link.
public enum WebAddress {
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

    /// A path with everything but unreserved characters and slashes percent-encoded (RFC 3986, 2.3).
    public static func encoded(_ path: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
