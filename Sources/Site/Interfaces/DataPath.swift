import Encodings

/// Where the data interfaces lie. These names are promised to other programs: what has to be named otherwise gets a new
/// version beside the old one.
enum DataPath {
    static let folder = "api/v1/"
    static let index = folder + "index.json"
    static let schema = folder + "schema.json"
    static let description = folder + "openapi.json"
    static let lists = folder + "lists.json"
    static let records = folder + "records.json"

    /// One file of a row of files: `relations.json`, then `relations-2.json`, …
    static func part(_ name: String, _ number: Int) -> String {
        folder + (number == 1 ? "\(name).json" : "\(name)-\(number).json")
    }

    /// How many files hold so many rows; an empty one where there is none.
    static func parts(of count: Int, each length: Int) -> Int { max(1, (count + length - 1) / length) }
}

extension JSONText {
    /// Where the row of files goes on; left out in the last.
    mutating func next(_ name: String, after number: Int, of count: Int) {
        member("next", number < count ? DataPath.part(name, number + 1) : nil)
    }
}
