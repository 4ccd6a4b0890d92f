import Catalogue
import Records

/// The families of the collection, largest first, and where each is shown: drawn on the first page of `/so-do/` while
/// there is room, else on a page of its own.
struct FamilyRegister: Sendable {
    let families: [Family]
    /// How many of them the first page draws.
    let drawn: Int
    /// Folders of the others, by their place behind those that are drawn: `so-do/luat-29-qh-2018/`.
    let folders: [String]
    /// Documents that no relation binds to another of the collection.
    let single: Int

    static let folder = "so-do/"
    /// Rows that fit on the first page, and in one picture.
    static let mostRows = 60
    static let mostDrawn = 40

    init(_ catalogue: Catalogue) {
        families = catalogue.families
        var rows = 0
        drawn =
            families.firstIndex { family in
                rows += family.members.count
                return rows > Self.mostRows || family.members.count > Self.mostDrawn
            } ?? families.count
        var taken: Set<String> = []
        folders = families[drawn...].map { family in
            let name = ListingAddress.name(of: catalogue.records[family.head].id)
            var address = name
            var number = 2
            while !taken.insert(address).inserted {
                address = "\(name)-\(number)"
                number += 1
            }
            return Self.folder + address + "/"
        }
        let bound = families.reduce(0) { $0 + $1.members.count }
        single = catalogue.records.count { $0.kind != .page } - bound
    }
}
