import Catalogue
import Records

/// Where records stood under the ids they were published under before.
enum FormerPaths {
    /// The files that lead to the record's present page.
    ///
    /// The id of a numbered document ends in its year, or has none where the date was not known: that tells its folder.
    /// Where the id is a file's name, its year may be part of the name, so the record's own year counts, too.
    static func paths(of record: Record) -> [String] {
        var seen: Set<String> = []
        return record.formerIDs.flatMap { folders(of: $0, record) }.filter { seen.insert($0).inserted }
            .map { $0 + "index.html" }
    }

    private static func folders(of id: RecordID, _ record: Record) -> [String] {
        var former = record
        former.id = id
        let own = PagePath.folder(of: former)
        guard record.kind == .directive || record.kind == .guidance else { return [own] }
        former.number = nil
        guard let tail = id.split(separator: "-").last, tail.utf8.count == 4, let year = Int(tail) else {
            former.issued = .unknown
            return record.number == nil ? [own, PagePath.folder(of: former)] : [PagePath.folder(of: former)]
        }
        former.issued = .year(year)
        return record.number == nil ? [own, PagePath.folder(of: former)] : [PagePath.folder(of: former)]
    }
}
