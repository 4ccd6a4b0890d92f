import Records

/// One file that the site consists of, named before it is rendered, so that pages can be rendered in any order,
/// in parallel, or only where something changed.
public struct SitePage: Sendable {
    /// Where the file goes, such as `loai/ket-luan/index.html`.
    public let path: String
    let kind: any PageKind
    /// What the page is, beside its path: a path can come to belong to another page.
    public var identity: String { kind.identity }
    /// The record whose page this is.
    public let recordID: RecordID?
    /// The record whose rendered body is needed to make the file; nil where none is.
    public let bodyID: RecordID?

    init(path: String, _ kind: any PageKind, recordID: RecordID? = nil, bodyID: RecordID? = nil) {
        self.path = path
        self.kind = kind
        self.recordID = recordID
        self.bodyID = bodyID ?? recordID
    }

    /// From the page up to the site's root: empty, or `../` for each folder.
    var root: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }

    /// The folder of an `index.html`, which canonical addresses name; other files by their own path.
    var canonicalPath: String { path.hasSuffix("index.html") ? String(path.dropLast("index.html".utf8.count)) : path }
}
