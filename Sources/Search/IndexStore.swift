import FoundationEssentials
import Synchronization

/// The files of a built index, read when they are first needed and kept.
final class IndexStore: Sendable {
    private let directory: URL
    private let inline: [String: JSONValue]
    private let singles = Mutex<[String: [String: String]]>([:])
    private let pairs = Mutex<[String: [String: [String: String]]]>([:])
    private let abbreviationShards = Mutex<[Int: [String: [String]]]>([:])
    private let syllables = Mutex<[String: [String]]>([:])
    private let synonymStarts: Set<String>
    private let synonyms = Mutex<[String: [[String]]]>([:])
    private let records = Mutex<[Int: [RecordRow]]>([:])

    let manifest: SearchManifest
    /// First terms of the shards of both families.
    private let singleStarts: [String]
    private let pairStarts: [String]

    /// Opens the index of a built site.
    init(site: URL) throws {
        directory = site.appending(path: "search", directoryHint: .isDirectory)
        let data = try Self.read(directory, "manifest")
        guard let manifest = try? JSONDecoder().decode(SearchManifest.self, from: data),
            manifest.format == SearchManifest.formatName
        else { throw SearchIndexError.damaged(path: "search/manifest.json") }
        guard manifest.version == SearchManifest.currentVersion else {
            throw SearchIndexError.unknownVersion(manifest.version)
        }
        self.manifest = manifest
        guard let parts = try? JSONDecoder().decode(ManifestParts.self, from: data) else {
            throw SearchIndexError.damaged(path: "search/manifest.json")
        }
        inline = parts.shards ?? [:]
        synonymStarts = Set(manifest.synonyms.split(separator: ",").map(String.init))
        singleStarts = ShardStarts.singles(manifest.singles)
        pairStarts = ShardStarts.pairs(manifest.pairs)
    }

    /// Groups of spellings that mean the same, where some of a query may be among them.
    func synonyms(for tokens: [QueryTerms.Token]) throws -> [[String]] {
        guard Synonyms.mayStand(in: tokens, synonymStarts) else { return [] }
        return try cached(synonyms, Synonyms.shardName) { try decode(Synonyms.shardName) }
    }

    func single(_ syllable: String) throws -> String? { try singleShard(containing: syllable)[syllable] }

    func pair(_ first: String, _ second: String) throws -> String? {
        try pairShard(Self.shard(of: first + " " + second, pairStarts))[first]?[second]
    }

    func singleShard(containing term: String) throws -> [String: String] {
        let name = TermName.shard("s", Self.shard(of: term, singleStarts))
        return try cached(singles, name) { try decode(name) }
    }

    /// Shard of pairs by its first term.
    func pairShard(_ start: String) throws -> [String: [String: String]] {
        let name = TermName.shard("p", start)
        return try cached(pairs, name) { try decode(name) }
    }

    func rest(_ first: String, _ second: String?) throws -> String {
        try decode(TermName.rest(Array(first.utf8), second.map { Array($0.utf8) }))
    }

    func numbers(sequence: Int) throws -> [NumberRow] {
        guard manifest.numberShards > 0, sequence >= 0 else { return [] }
        let shard: [String: [NumberRow]] = try decode("numbers/\(sequence % manifest.numberShards)")
        return shard[String(sequence)] ?? []
    }

    func record(_ number: Int) throws -> RecordRow? {
        let shard = number / manifest.recordsPerShard
        let rows = try cached(records, shard) { try decode("records/\(shard)") }
        let place = number % manifest.recordsPerShard
        return place < rows.count ? rows[place] : nil
    }

    /// What a short form, folded, may stand for.
    func longForms(of short: String) throws -> [String] {
        guard manifest.abbreviationShards > 0 else { return [] }
        let place = HashedShards.place(of: short, among: manifest.abbreviationShards)
        return try cached(abbreviationShards, place) { try decode("abbreviations/\(place)") }[short] ?? []
    }

    /// The provisions that define a term, folded.
    func definitions(of term: String) throws -> [Definitions.Answer] {
        guard manifest.definitionShards > 0 else { return [] }
        let place = HashedShards.place(of: term, among: manifest.definitionShards)
        let shard: [String: [Definitions.Answer]] = try decode("definitions/\(place)")
        return shard[term] ?? []
    }

    /// Runs of records of the same day.
    func dates() throws -> [ColumnRun] { ColumnRun.all(in: try decode("dates")) }

    /// The syllables that corrections are chosen from, the commonest first.
    func lexicon() throws -> [String] {
        try cached(syllables, "") {
            let text: String = try decode("lexicon")
            return text.split(separator: " ").map(String.init)
        }
    }

    func sections(of row: RecordRow) throws -> RecordSections { try decode(DocumentShards.sectionsName(row.url)) }

    func facets() throws -> FacetTable {
        FacetTable(try decode("facets"), records: manifest.records)
    }

    /// First term of the shard that a term stands in: the last one not after it, in byte order.
    static func shard(of term: String, _ starts: [String]) -> String {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if term.utf8.lexicographicallyPrecedes(starts[middle].utf8) { high = middle } else { low = middle }
        }
        return starts.isEmpty ? "" : starts[low]
    }

    private func cached<Key: Hashable & Sendable, Value: Sendable>(
        _ cache: borrowing Mutex<[Key: Value]>, _ key: Key, _ make: () throws -> Value
    ) throws -> Value {
        if let known = cache.withLock({ $0[key] }) { return known }
        let value = try make()
        cache.withLock { $0[key] = value }
        return value
    }

    private func decode<Value: Decodable>(_ name: String) throws -> Value {
        if let value = inline[name] {
            guard let typed = try? JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) else {
                throw SearchIndexError.damaged(path: "search/manifest.json")
            }
            return typed
        }
        let data = try Self.read(directory, name)
        guard let value = try? JSONDecoder().decode(Value.self, from: data) else {
            throw SearchIndexError.damaged(path: "search/\(name).json")
        }
        return value
    }

    private static func read(_ directory: URL, _ name: String) throws -> Data {
        do {
            return try Data(contentsOf: directory.appending(path: name + ".json"))
        } catch {
            throw SearchIndexError.unreadable(path: "search/\(name).json")
        }
    }
}

/// A row of a record shard.
struct RecordRow: Decodable, Sendable {
    var fileName: String
    var id: String
    var url: String
    var kind: String
    var typeName: String
    var number: String
    var date: String
    var status: String
    var bearing: String
    var title: String
    var text: String
    var sections: Int
    /// As `ProvisionCode` writes them; only where no sections stand in a shard of their own.
    var provisions: String

    init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        var texts: [RecordColumn: String] = [:]
        var sections = 0
        for column in RecordColumn.allCases where column != .provisions || !row.isAtEnd {
            if column == .sections {
                sections = try row.decode(Int.self)
            } else {
                texts[column] = try row.decode(String.self)
            }
        }
        func text(_ column: RecordColumn) -> String { texts[column] ?? "" }
        fileName = text(.fileName)
        id = text(.id).isEmpty ? fileName : text(.id)
        (url, kind, typeName, number) = (text(.url), text(.kind), text(.typeName), text(.number))
        (date, status, title, self.text) = (text(.date), text(.status), text(.title), text(.text))
        bearing = text(.bearing)
        self.sections = sections
        provisions = text(.provisions)
    }
}

/// A shard of sections: the record's provisions, then its headed sections.
struct RecordSections: Decodable, Sendable {
    struct Section: Decodable, Sendable {
        var anchor: String
        var heading: String
        var text: String

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            anchor = try row.decode(String.self)
            heading = try row.decode(String.self)
            text = try row.decode(String.self)
        }
    }

    var provisions: String
    var sections: [Section] = []

    init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        provisions = try list.decode(String.self)
        while !list.isAtEnd { sections.append(try list.decode(Section.self)) }
    }
}

extension Definitions.Answer: Decodable {
    init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        self.init(record: try row.decode(Int.self), anchor: try row.decode(String.self))
    }
}

/// A row of a number shard.
struct NumberRow: Decodable, Sendable {
    /// What follows the sequence number: letters and figures, lower case.
    var tail: String
    var year: Int
    /// Place in the manifest's list of types.
    var type: Int
    var record: Int

    init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        tail = try row.decode(String.self)
        year = try row.decode(Int.self)
        type = try row.decode(Int.self)
        record = try row.decode(Int.self)
    }
}

/// What the manifest holds besides the numbers of ranking.
private struct ManifestParts: Decodable {
    var shards: [String: JSONValue]?
}

/// A JSON value whose shape is not known yet.
enum JSONValue: Codable, Sendable {
    case text(String)
    case number(Int)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else if let list = try? value.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
