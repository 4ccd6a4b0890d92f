/// Addresses that lead nowhere for a slip that shows in their spelling.
public enum AddressSlips {
    /// The address as it was meant; nil where the spelling does not tell.
    /// - Parameter file: the path of the file that it stands in, from the content folder.
    public static func mended(_ address: String, in file: String) -> String? {
        if address.hasPrefix("//") { return "https:" + address }
        if address.contains("\\") {
            let path = address.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
            return mended(path, in: file) ?? path
        }
        if address.hasPrefix("www.") { return "https://" + address }
        for start in ["attachments/", "/attachments/", "content/attachments/", "./attachments/"]
        where address.hasPrefix(start) {
            let up = String(repeating: "../", count: file.utf8.count { $0 == UInt8(ascii: "/") })
            return "\(up)attachments/\(address.dropFirst(start.count))"
        }
        return isHost(address) ? "https://" + address : nil
    }

    /// `vanban.example.vn/1`: a host's name of a common ending, and no file of the collection.
    private static func isHost(_ address: String) -> Bool {
        let host = address.prefix { !"/?#".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, ["vn", "com", "org", "net", "gov"].contains(last) else {
            return false
        }
        return labels.allSatisfy { label in
            !label.isEmpty
                && label.utf8.allSatisfy {
                    $0 == UInt8(ascii: "-")
                        || $0 < 0x80 && ($0 >= 0x30 && $0 <= 0x39 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A)
                }
        }
    }
}
