import Citations
import Encodings
import VietnameseText

/// Every number and alias, filed under its sequence number so that partial look-ups (`KL 100`, `100`) find all of them.
///
/// An entry: what follows the sequence number, year or 0, place of its type, record. Shards go by the sequence number
/// modulo a power of two.
struct NumberShards: Sendable {
    let shards: [Shard]
    /// Ways to name each type, parted by spaces.
    let types: [String]

    init(_ documents: [SearchDocument], grammar: NumberGrammar, shardBytes: Int) {
        var entries: [Int: [Entry]] = [:]
        var places: [String: Int] = [:]
        var ways = TypeWays(grammar.codeBook)
        for (record, document) in documents.enumerated() {
            var seen = Set<String>()
            for text in [document.number] + document.aliases where !text.isEmpty {
                let entry = Entry(text, of: document, record, grammar, &ways)
                guard let sequence = entry.sequence, seen.insert("\(sequence) \(entry.tail)").inserted else { continue }
                entries[sequence, default: []].append(entry)
                places[entry.types] = 0
            }
        }
        types = places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for (place, ways) in types.enumerated() { places[ways] = place }
        let size = entries.values.reduce(0) { $0 + $1.reduce(12) { $0 + $1.tail.utf8.count + 20 } }
        var count = 1
        while count * shardBytes < size { count *= 2 }
        if entries.isEmpty { count = 0 }
        let sequences = entries.keys.sorted()
        shards = (0..<count).map { shard in
            var json = JSONBytes()
            json.raw("{")
            var isFirst = true
            for sequence in sequences where sequence % count == shard {
                if !isFirst { json.raw(",") }
                isFirst = false
                json.raw("\"")
                json.number(sequence)
                json.raw("\":")
                json.list(entries[sequence] ?? []) { json, entry in
                    json.raw("[")
                    json.string(entry.tail)
                    json.raw(",")
                    json.number(entry.year)
                    json.raw(",")
                    json.number(places[entry.types] ?? 0)
                    json.raw(",")
                    json.number(entry.record)
                    json.raw("]")
                }
            }
            json.raw("}")
            return Shard(name: "numbers/\(shard)", json: json.bytes)
        }
    }

    private struct Entry {
        /// Letters and figures behind the sequence number, lower case: `2020nđcp`.
        var tail: String
        var sequence: Int?
        var year: Int
        var types: String
        var record: Int

        init(
            _ text: String, of document: SearchDocument, _ record: Int, _ grammar: NumberGrammar, _ ways: inout TypeWays
        ) {
            let parsed = grammar.parse(text)
            let tokens = NumberToken.all(in: parsed?.canonical ?? text)
            sequence = tokens.first.flatMap { $0.isFigures ? Int($0.word) : nil }
            tail = tokens.dropFirst().map(\.exact).joined()
            year = parsed?.year ?? document.dateKey / 10_000
            types = ways.of(document, numberedAs: parsed?.type ?? "")
            self.record = record
        }
    }
}

/// Ways to name the type of a number: the one in it, and the record's own. A law's number names no type: whoever types
/// NQ 116/2020 means it by the record's type.
private struct TypeWays {
    private let names: [String: [CodeBook.TypeEntry]]
    private var known: [[String]: String] = [:]

    init(_ codeBook: CodeBook) { names = Dictionary(grouping: codeBook.types) { NumberKey.of($0.name) } }

    /// Folded as `NumberToken.plain`, parted by spaces.
    mutating func of(_ document: SearchDocument, numberedAs type: String) -> String {
        let given = [type, document.typeName] + document.typeKeys
        if let ways = known[given] { return ways }
        let entries = names[NumberKey.of(document.typeName)] ?? []
        var ways: [String] = []
        for way in [type] + entries.flatMap({ [$0.abbreviation, $0.nameEN ?? ""] }) + document.typeKeys
            + [document.typeName]
        {
            let key = NumberToken.loose(NumberKey.of(way))
            if !key.isEmpty, !ways.contains(key) { ways.append(key) }
        }
        // Whoever types “luật 45/2019” may mean a code of laws.
        if ways.contains("boluat") { ways.append("luat") }
        let joined = ways.joined(separator: " ")
        known[given] = joined
        return joined
    }
}

/// Numbers compared without case, marks, separators and leading zeros.
enum NumberKey {
    static func of(_ text: String) -> String {
        let kept = Folding.fold(text).utf8.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        return String(decoding: kept.drop { $0 == 0x30 }, as: UTF8.self)
    }
}
