import Encodings

/// Addresses that lead nowhere for a slip that shows in their spelling.
public enum AddressSlips {
    /// The address as it was meant; nil where the spelling does not tell.
    /// - Parameter file: the path of the file that it stands in, from the content folder.
    public static func mended(_ address: String, in file: String) -> String? {
        if address.hasPrefix("//") { return "https:" + address }
        if let whole = WebAddressSpelling.mendedScheme(of: address) { return whole }
        if address.contains("\\") {
            let path = address.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
            return mended(path, in: file) ?? path
        }
        for start in ["attachments/", "/attachments/", "content/attachments/", "./attachments/"]
        where address.hasPrefix(start) {
            let up = String(repeating: "../", count: file.utf8.count { $0 == UInt8(ascii: "/") })
            return "\(up)attachments/\(address.dropFirst(start.count))"
        }
        return WebAddressSpelling.mended(address)
    }
}
