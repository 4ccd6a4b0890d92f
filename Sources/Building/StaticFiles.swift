import Diagnostics
import Output
import Records
import Site

/// The files of `static/`, which an office adds to its site: they are copied as they are, to the same paths below the site's
/// root, and into every edition. Names are held to the rules of all names of the content folder; links that lead out of it are
/// refused, and what the site has itself is not replaced.
struct StaticFiles: Sendable {
    static let folder = "static/"

    /// Relative to `static/`, in byte order.
    let files: [String]

    init(of content: Content) { files = content.staticFiles }

    /// Files that stand where the site has a file or folder of its own, or need a folder where it has a file.
    ///
    /// - Parameter pages: Paths of the site.
    func problems(among pages: some Sequence<String>) -> [Diagnostic] {
        guard !files.isEmpty else { return [] }
        var taken = Self.reserved
        for page in pages { taken.insert(Self.first(of: page)) }
        return files.filter { taken.contains(Self.first(of: $0).lowercased()) }.map {
            Diagnostic(.takenBySite, at: SourceSpan(file: Self.folder + $0), $0, Self.first(of: $0))
        }
    }

    /// What a publication adds to the pages, and folders that the site may come to have.
    private static let reserved: Set<String> = [
        "search", "tep", "manifest.json", "edition.json", "sha256sums", "release.json", "van-ban", "ket-qua", "trang",
        "loai", "co-quan", "chu-de", "nam", "so-hieu", "hieu-luc", "nhiem-vu", "tim-kiem", "bien-tap", "api", "assets",
    ]

    private static func first(of path: String) -> String {
        String(path.prefix { $0 != "/" })
    }

    /// One of the files, as it goes into the site.
    func output(_ file: String, from folder: ContentFolder) throws -> OutputFile {
        guard let bytes = try folder.read(Self.folder + file, limit: Limits.attachmentBytes) else {
            throw ContentReadError(path: Self.folder + file, reason: "removed while it was being read")
        }
        return OutputFile(path: file, bytes: bytes)
    }
}
