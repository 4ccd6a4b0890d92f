import VietnameseText

enum HeadingName {
    /// The anchor of a heading that is no unit of a document.
    static func slug(_ title: String) -> String {
        let slug = Slug.make(title)
        if slug.utf8.count <= 80 { return slug.isEmpty ? "de-muc" : slug }
        // Long titles make unwieldy addresses: whole words up to 80 characters.
        let head = slug.prefix(80)
        return String(head[..<(head.lastIndex(of: "-") ?? head.endIndex)])
    }

    /// “Điều 5” of “Điều 5. Phạm vi”, for the label of its permalink.
    static func short(_ title: String) -> String {
        let bytes = title.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = bytes.index(after: index)
            if bytes[index] == UInt8(ascii: "."), next < bytes.endIndex, bytes[next] == UInt8(ascii: " ") {
                let short = title[..<index]
                // “1” of “1. Mục đích” says too little.
                return short.utf8.contains(UInt8(ascii: " ")) ? String(short) : title
            }
            index = next
        }
        return title
    }
}
