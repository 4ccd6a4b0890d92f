import Encodings

/// Cuts the sorted terms into shards at places that depend on the terms themselves, so that an edit moves few cuts.
///
/// Single syllables and pairs are two families: a prefix then reads one or two shards of singles, and all pairs that
/// begin with one syllable stand together. A shard is named after its first term; the manifest lists these names.
struct TermShards: Sendable {
    /// First terms of the shards of single syllables and of pairs; the first of each is empty.
    private(set) var singles: [String] = [""]
    private(set) var pairs: [String] = [""]
    private(set) var shards: [Shard] = []

    init(_ table: TermTable, _ lexicon: Lexicon, shardBytes: Int) {
        var single = ShardCutter(family: "s", shardBytes: shardBytes)
        var pair = ShardCutter(family: "p", shardBytes: shardBytes)
        for piece in table.pieces {
            for entry in piece.entries {
                let first = lexicon.syllables[entry.first]
                let bytes = piece.bytes[entry.range]
                if entry.second == 0 {
                    single.add(first, nil, bytes)
                } else {
                    pair.add(first, lexicon.syllables[entry.second], bytes)
                }
                if !entry.rest.isEmpty {
                    let second = entry.second == 0 ? nil : lexicon.syllables[entry.second]
                    shards.append(Self.rest(first, second, piece.rest[entry.rest]))
                }
            }
        }
        single.finish()
        pair.finish()
        singles = single.starts
        pairs = pair.starts
        shards = single.shards + pair.shards + shards
    }

    /// The second tier of a term, in a file of its own.
    private static func rest(_ first: [UInt8], _ second: [UInt8]?, _ entry: ArraySlice<UInt8>) -> Shard {
        var json = JSONBytes(reserving: entry.count + 2)
        json.raw("\"")
        json.raw(entry)
        json.raw("\"")
        return Shard(name: TermName.rest(first, second), json: json.bytes)
    }
}

/// Names of term shards.
enum TermName {
    /// `terms/p-dieu-tra` for the shard of pairs that begins with “dieu tra”. The letter in front also keeps clear of
    /// the names that Windows reserves, such as `con`.
    static func shard(_ family: String, _ start: String) -> String {
        "terms/\(family)-" + String(start.map { $0 == " " ? "-" : $0 })
    }

    /// `rest/p-dieu-tra` for the second tier of a term, which is plain ASCII.
    static func rest(_ first: [UInt8], _ second: [UInt8]?) -> String {
        let term = first + (second.map { [0x2D] + $0 } ?? [])
        return "rest/\(second == nil ? "s" : "p")-\(String(decoding: term, as: UTF8.self))"
    }
}

/// Fills one shard after the other of a family.
struct ShardCutter {
    let family: String
    let shardBytes: Int
    var starts: [String] = [""]
    var shards: [Shard] = []

    private var json = JSONBytes()
    private var open: [UInt8]?
    private var isEmpty = true
    /// First syllable and the second one's first letters of the term before.
    private var lastFirst: [UInt8] = []
    private var lastLetters: [UInt8]?
    /// Bytes of entries since the last place where a cut may be.
    private var gathered = 0

    init(family: String, shardBytes: Int) {
        self.family = family
        self.shardBytes = shardBytes
        json.raw("{")
    }

    /// Goes on where a shard starts with the next term, behind a term of the shard before; nil for the first shard.
    init(family: String, shardBytes: Int, resumingAt start: String, after last: IndexTerm?) {
        self.init(family: family, shardBytes: shardBytes)
        starts = [start]
        guard let last else { return }
        (lastFirst, lastLetters) = (last.first, Self.letters(last.second))
    }

    /// Whether there may be a cut before a term at any size of the shard.
    static func isBoundary(_ term: IndexTerm, after last: IndexTerm?) -> Bool {
        term.second == nil || term.first != last?.first ?? [] || letters(term.second) != letters(last?.second)
    }

    private static func letters(_ second: [UInt8]?) -> [UInt8]? { second.map { Array($0.prefix(2)) } }

    mutating func add(_ first: [UInt8], _ second: [UInt8]?, _ entry: ArraySlice<UInt8>) {
        let cost = entry.count + (second?.count ?? first.count) + 6
        gathered += cost
        if let start = cut(first, second, cost) {
            finish()
            starts.append(String(decoding: start, as: UTF8.self))
            json = JSONBytes(reserving: shardBytes * 3 / 2)
            json.raw("{")
            open = nil
            isEmpty = true
        }
        if let second {
            if open != first {
                if open != nil { json.raw("},") }
                key(first)
                json.raw("{")
                open = first
            } else {
                json.raw(",")
            }
            key(second)
        } else {
            if !isEmpty { json.raw(",") }
            key(first)
        }
        json.raw("\"")
        json.raw(entry)
        json.raw("\"")
        isEmpty = false
    }

    /// The start of a new shard when one begins with this term, as short as parts it from the term before: the manifest
    /// lists thousands of them.
    ///
    /// Pairs are cut between first syllables and where the second one's first two letters change. Past half the size such
    /// a place is a cut with a chance in proportion to the bytes since the last one, drawn from its own hash.
    private mutating func cut(_ first: [UInt8], _ second: [UInt8]?, _ cost: Int) -> [UInt8]? {
        let letters = Self.letters(second)
        let isBoundary = second == nil || first != lastFirst || letters != lastLetters
        let isOther = first != lastFirst
        (lastFirst, lastLetters) = (first, letters)
        guard json.bytes.count >= shardBytes / 2, first.count + (second?.count ?? 0) <= 32,
            first.allSatisfy({ $0 < 0x80 }), second?.allSatisfy({ $0 < 0x80 }) ?? true
        else {
            if isBoundary { gathered = 0 }
            return nil
        }
        let start = first + (isOther ? [] : [0x20] + (letters ?? []))
        if isBoundary {
            let share = Double(gathered) / Double(shardBytes / 2)
            gathered = 0
            if Double(StableHash.of(start)) / 4_294_967_296 < share { return start }
        }
        guard json.bytes.count + cost > shardBytes * 2 else { return nil }
        return isBoundary ? start : first + [0x20] + (second ?? [])
    }

    private mutating func key(_ syllable: [UInt8]) {
        json.raw("\"")
        json.raw(syllable)
        json.raw("\":")
    }

    mutating func finish() {
        if open != nil { json.raw("}") }
        json.raw("}")
        shards.append(Shard(name: TermName.shard(family, starts.last ?? ""), json: json.bytes))
    }
}
