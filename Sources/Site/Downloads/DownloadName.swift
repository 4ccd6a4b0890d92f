import Catalogue
import Records

/// What downloads of a document are called, and which documents have one.
enum DownloadName {
    static func path(of record: Record, _ ending: String) -> String {
        PagePath.folder(of: record) + name(of: record, ending)
    }

    static func name(of record: Record, _ ending: String) -> String { "\(record.id).\(ending)" }

    /// A file beside the page of every document.
    static func pages(of site: PageInventory, _ ending: String, _ kind: (RecordID) -> any PageKind) -> [SitePage] {
        site.facts.catalogue.records.filter(LegislationFile.isThere).map {
            SitePage(path: path(of: $0, ending), kind($0.id), bodyID: $0.id)
        }
    }
}
