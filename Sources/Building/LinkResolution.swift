import Catalogue
import Encodings
import Markup
import Records
import Site

/// Finds what a link in a record's body leads to. Content links to records by the path of their file, so that they work
/// in an editor too, or by `id:`; to files by their path into `attachments/`.
struct LinkResolution: Sendable {
    let catalogue: Catalogue
    /// Files below `attachments/` that this edition may show, relative to it.
    let attachmentFiles: Set<String>
    /// Notes what is asked.
    var questions: Questions?

    func resolve(_ destination: String, from record: Record) -> LinkTarget {
        if destination.hasPrefix("#") {
            return .here(anchor: String(destination.dropFirst()))
        }
        if destination.hasPrefix("id:") {
            let (id, anchor) = Self.cut(destination.dropFirst(3))
            questions?.note(Fact(.identity, id))
            return link(to: catalogue.currentID(id), anchor, from: record)
        }
        if Self.isOutside(destination) {
            // `http:/a.vn` leads nowhere.
            return WebAddressSpelling.mendedScheme(of: destination) == nil ? .outside : .broken
        }
        let (path, anchor) = Self.cut(destination[...])
        guard let file = Self.normalised(path, relativeTo: record.path) else { return .broken }
        questions?.note(Fact(.path, file))
        if let other = catalogue.record(atPath: file) { return link(to: other.id, anchor, from: record) }
        if file.hasPrefix("attachments/") {
            let name = String(file.dropFirst("attachments/".count))
            questions?.note(Fact(.attachment, name))
            guard attachmentFiles.contains(name) else { return .broken }
            let href = PagePath.relative(from: catalogue.folder(of: record), to: AttachmentPath.path(of: name))
            return .attachment(file: name, href: PercentEncoding.path(href))
        }
        return .broken
    }

    private func link(to id: RecordID?, _ anchor: String?, from record: Record) -> LinkTarget {
        guard let id, let other = catalogue.record(id) else { return .broken }
        var href = PagePath.relative(
            from: catalogue.folder(of: record), to: catalogue.folder(of: other) + "index.html")
        if let anchor { href += "#\(anchor)" }
        return .record(id: id, anchor: anchor, href: href)
    }

    /// A path and its anchor.
    private static func cut(_ destination: Substring) -> (path: String, anchor: String?) {
        guard let hash = destination.firstIndex(of: "#") else { return (unescaped(destination), nil) }
        let anchor = destination[destination.index(after: hash)...]
        return (unescaped(destination[..<hash]), anchor.isEmpty ? nil : String(anchor))
    }

    /// An address with a scheme (RFC 3986, 3.1) or a network path.
    private static func isOutside(_ destination: String) -> Bool {
        if destination.hasPrefix("//") { return true }
        guard let colon = destination.firstIndex(of: ":") else { return false }
        let scheme = destination[..<colon].utf8
        guard let first = scheme.first, (first | 0x20) >= UInt8(ascii: "a"), (first | 0x20) <= UInt8(ascii: "z") else {
            return false
        }
        return scheme.allSatisfy {
            ($0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z"))
                || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || "+-.".utf8.contains($0)
        }
    }

    /// The content folder's path of a file named relative to another; nil when it leaves the folder.
    private static func normalised(_ path: String, relativeTo file: String) -> String? {
        var parts = file.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// Percent-escapes read (RFC 3986, 2.1), since Markdown needs them for blanks in file names.
    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("%") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
