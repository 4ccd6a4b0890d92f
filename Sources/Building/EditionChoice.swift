import Catalogue
import Diagnostics
import Records

/// The records that this build may see, and the configuration as its edition has it.
struct EditionChoice: Sendable {
    var configuration: SiteConfiguration
    var records: [Record]
    /// Records of the edition that are published no more.
    var withdrawn: [Record] = []
    var problems: [Diagnostic] = []
    /// Whether its readers see the editors' page: the widest audience does only where `site.yml` says so.
    var hasEditorsPage = true
    /// Ids of the records that this edition's readers may not see.
    var withheld: Set<RecordID> = []

    /// Without an id everything is chosen. Throws when no edition bears the id.
    init(_ id: String?, in content: Content) throws {
        configuration = content.configuration
        let selection: EditionSelection
        var audience: String?
        if let id {
            guard let edition = content.configuration.editions.first(where: { $0.id == id }) else {
                throw BuildError.unknownEdition(id, known: content.configuration.editions.map(\.id))
            }
            selection = EditionSelection(edition, of: content.configuration)
            configuration.title = edition.title ?? configuration.title
            configuration.baseURL = edition.baseURL ?? configuration.baseURL
            audience = edition.audience
            hasEditorsPage = edition.editorsPage ?? (audience != content.configuration.audiences.last?.id)
        } else {
            selection = EditionSelection(everythingOf: content.configuration)
        }
        records = selection.select(content.records)
        // All of a collection is for everybody only where nothing in it tells readers apart.
        let tellsReadersApart = content.configuration.namesEditions || Set(records.map(\.audience)).count > 1
        configuration.isForEverybody =
            id == nil ? !tellsReadersApart : audience == content.configuration.audiences.last?.id
        if records.count < content.records.count {
            withheld = Set(content.records.map { $0.id }).subtracting(records.map { $0.id })
        }
        withdrawn = records.filter { $0.withdrawn != nil }
        records.removeAll { $0.withdrawn != nil }
        // Drafts and papers for internal circulation may not go out to the widest audience.
        if audience == content.configuration.audiences.last?.id {
            problems = records.compactMap { record in
                content.circulationMarks[record.path].map { Diagnostic(.circulationMark, at: $0) }
            }
        }
    }
}
