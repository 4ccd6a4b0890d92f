import Records

/// Where pages stand in the site. Links are relative and end in `index.html`, so that they work from a folder too.
public enum PagePath {
    /// The folder of a record's page, ending in `/`.
    public static func folder(of record: Record) -> String {
        switch record.kind {
        case .page: "trang/\(record.id)/"
        case .finding: "ket-qua/\(record.id)/"
        case .directive, .guidance:
            if let year = record.identityYear {
                "van-ban/\(year)/\(slug(record.id, withoutYear: year))/"
            } else {
                "van-ban/khong-ro/\(record.id)/"
            }
        }
    }

    /// From the page in one folder (ending in `/`, or empty for the root) to a file of the site.
    public static func relative(from folder: String, to path: String) -> String {
        let here = folder.split(separator: "/")
        let there = path.split(separator: "/")
        var shared = 0
        while shared < here.count, shared < there.count - 1, here[shared] == there[shared] { shared += 1 }
        let up = String(repeating: "../", count: here.count - shared)
        return up + there[shared...].joined(separator: "/")
    }

    private static func slug(_ id: RecordID, withoutYear year: Int) -> String {
        let tail = "-\(year)"
        return id.hasSuffix(tail) && id.utf8.count > tail.utf8.count ? String(id.dropLast(tail.utf8.count)) : id
    }
}
