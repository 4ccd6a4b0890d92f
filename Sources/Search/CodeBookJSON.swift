import Citations

/// Reads the code book of a manifest back, as `CodeBook.json` wrote it.
enum CodeBookJSON {
    static func decode(_ stored: Stored) -> CodeBook {
        CodeBook(
            types: stored.types.map {
                .init($0.abbreviation, $0.name, $0.nameEN.isEmpty ? nil : $0.nameEN, .init(rawValue: $0.systems))
            },
            organs: stored.organs.map { .init($0.abbreviation, .init(rawValue: $0.systems)) })
    }

    struct Stored: Decodable, Sendable {
        var types: [StoredType]
        var organs: [StoredOrgan]
    }

    struct StoredType: Decodable, Sendable {
        var abbreviation: String
        var name: String
        var nameEN: String
        var systems: Int

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            abbreviation = try row.decode(String.self)
            name = try row.decode(String.self)
            nameEN = try row.decode(String.self)
            systems = try row.decode(Int.self)
        }
    }

    struct StoredOrgan: Decodable, Sendable {
        var abbreviation: String
        var systems: Int

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            abbreviation = try row.decode(String.self)
            systems = try row.decode(Int.self)
        }
    }
}
