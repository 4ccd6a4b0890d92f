import Catalogue
import Records

/// Where records stood under the ids they were published under before.
enum FormerPaths {
    /// The files that lead to the record's present page. The year of an old page is that of the old id or, where the
    /// record's date was right all along, the record's own; both are kept.
    static func paths(of record: Record) -> [String] {
        var paths: [String] = []
        for id in record.formerIDs {
            var former = record
            former.id = id
            paths.append(PagePath.folder(of: former))
            if let tail = id.split(separator: "-").last, tail.utf8.count == 4, let year = Int(tail) {
                former.number = nil
                former.issued = .year(year)
                paths.append(PagePath.folder(of: former))
            }
        }
        var seen: Set<String> = []
        return paths.filter { seen.insert($0).inserted }.map { $0 + "index.html" }
    }
}
