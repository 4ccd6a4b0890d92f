/// Finds where a template, script or style sheet names an asset.
///
/// Templates and scripts name it by its path from the site's root, `assets/site.css`, at the beginning of a text (such as
/// what follows `{{root}}`) or after a quotation mark, a closing brace or `../`. Style sheets name it in `url(…)`, by its
/// path from `assets/`.
enum AssetMentions {
    /// The folder of the site, and of the templates, where assets stand.
    static let folder = "assets/"

    struct Mention: Equatable {
        /// The bytes that name it.
        var range: Range<Int>
        /// Its path in the site, as the templates' folder has it.
        var path: String
    }

    /// In a template or script.
    static func inMarkup(_ bytes: [UInt8]) -> [Mention] {
        var found: [Mention] = []
        var next = 0
        while let start = bytes[next...].firstIndex(of: UInt8(ascii: "a")) {
            next = start + 1
            guard bytes[start...].starts(with: folder.utf8), begins(at: start, in: bytes) else { continue }
            let end = endOfName(from: start, in: bytes)
            guard end > start + folder.utf8.count else { continue }
            next = end
            found.append(Mention(range: start..<end, path: String(decoding: bytes[start..<end], as: UTF8.self)))
        }
        return found
    }

    /// In a style sheet of `assets/`.
    static func inStyle(_ bytes: [UInt8]) -> [Mention] {
        var found: [Mention] = []
        var next = 0
        while let mark = bytes[next...].firstIndex(of: UInt8(ascii: "u")) {
            next = mark + 1
            guard bytes[mark...].starts(with: "url(".utf8) else { continue }
            var start = mark + 4
            while start < bytes.count, "\"' ".utf8.contains(bytes[start]) { start += 1 }
            let end = endOfName(from: start, in: bytes)
            next = end
            // What goes on behind the name is an address with a scheme, or a part of the page (`#id`).
            guard end > start, end < bytes.count, "\"') ".utf8.contains(bytes[end]) else { continue }
            let name = String(decoding: bytes[start..<end], as: UTF8.self)
            found.append(Mention(range: start..<end, path: folder + name))
        }
        return found
    }

    /// In a file of `assets/`, by the kind that its name says.
    static func inAsset(_ path: String, _ bytes: [UInt8]) -> [Mention] {
        if path.hasSuffix(".js") { return inMarkup(bytes) }
        if path.hasSuffix(".css") { return inStyle(bytes) }
        return []
    }

    private static func begins(at start: Int, in bytes: [UInt8]) -> Bool {
        guard start > 0 else { return true }
        if "\"'`}".utf8.contains(bytes[start - 1]) { return true }
        return start > 2 && bytes[(start - 3)..<start].elementsEqual("../".utf8)
    }

    private static func endOfName(from start: Int, in bytes: [UInt8]) -> Int {
        bytes[start...].firstIndex { !isPartOfName($0) } ?? bytes.count
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "/"):
            true
        default: byte >= 0x80
        }
    }
}
