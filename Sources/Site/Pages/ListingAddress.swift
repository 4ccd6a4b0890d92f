import VietnameseText

/// The name of a listing's folder.
enum ListingAddress {
    /// The id as it stands when it is fit for an address, else folded and hyphenated.
    static func name(of id: String) -> String {
        let isFit =
            !id.isEmpty && !id.hasPrefix(".")
            && id.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || "-_.".utf8.contains($0)
            }
        return isFit ? id : Slug.make(id)
    }
}
