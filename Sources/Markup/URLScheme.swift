/// Decides whether an address may stand in a page.
enum URLScheme {
    /// Schemes that do nothing but lead somewhere; `id` is resolved by the caller and never written.
    private static let allowed: Set<String> = ["http", "https", "mailto", "tel", "id"]

    /// The scheme when it is not one of those allowed.
    ///
    /// Browsers skip control characters and spaces before and inside a scheme, so this does too.
    static func forbidden(in address: String) -> String? {
        guard let scheme = scheme(of: address), !allowed.contains(scheme) else { return nil }
        return scheme
    }

    /// In lower case, nil for a relative address.
    static func scheme(of address: String) -> String? {
        var scheme: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case 0...0x20, 0x7F: continue
            case UInt8(ascii: ":"):
                return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
            default: scheme.append(byte)
            }
            if scheme.count > 64 { return nil }
        }
        return nil
    }
}
