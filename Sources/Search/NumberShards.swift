import Citations
import VietnameseText

/// Every number and alias, filed under its sequence number so that partial look-ups (`KL 100`, `100`) find all of them.
///
/// An entry: key, year or 0, ways to name its type parted by spaces, record. Shards go by the sequence number modulo
/// a power of two.
struct NumberShards: Sendable {
    let shards: [Shard]

    init(_ documents: [SearchDocument], grammar: NumberGrammar, shardBytes: Int) {
        var entries: [Int: [Entry]] = [:]
        for (record, document) in documents.enumerated() {
            var seen = Set<String>()
            for text in [document.number] + document.aliases where !text.isEmpty {
                let entry = Entry(text, of: document, record, grammar)
                guard let sequence = entry.sequence, seen.insert(entry.key).inserted else { continue }
                entries[sequence, default: []].append(entry)
            }
        }
        let size = entries.values.reduce(0) { $0 + $1.reduce(12) { $0 + $1.key.utf8.count + $1.types.utf8.count + 16 } }
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
                    json.string(entry.key)
                    json.raw(",")
                    json.number(entry.year)
                    json.raw(",")
                    json.string(entry.types)
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
        var key: String
        var sequence: Int?
        var year: Int
        var types: String
        var record: Int

        init(_ text: String, of document: SearchDocument, _ record: Int, _ grammar: NumberGrammar) {
            let parsed = grammar.parse(text)
            key = parsed?.key ?? NumberKey.of(text)
            sequence = parsed?.sequence ?? NumberKey.sequence(of: key)
            year = parsed?.year ?? document.dateKey / 10_000
            var ways: [String] = []
            // A law's number names no type: whoever types NQ 116/2020 means it by the record's own type.
            let name = NumberKey.of(document.typeName)
            let abbreviations = grammar.codeBook.types.filter { NumberKey.of($0.name) == name }.map(\.abbreviation)
            for way in [parsed?.type ?? ""] + abbreviations + document.typeKeys + [document.typeName] {
                let key = NumberKey.of(way)
                if !key.isEmpty, !ways.contains(key) { ways.append(key) }
            }
            types = ways.joined(separator: " ")
            self.record = record
        }
    }
}

/// Numbers compared without case, marks, separators and leading zeros.
enum NumberKey {
    static func of(_ text: String) -> String {
        let kept = Folding.fold(text).utf8.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        return String(decoding: kept.drop { $0 == 0x30 }, as: UTF8.self)
    }

    /// The number that a key begins with.
    static func sequence(of key: String) -> Int? {
        Int(String(decoding: key.utf8.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }
}
