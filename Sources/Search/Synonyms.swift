import Encodings
import VietnameseText

/// Groups of spellings that mean the same, in a shard of their own that few queries need.
///
/// One that begins with an empty spelling is read one way: its last spelling is that of the texts, and asks for itself alone.
enum Synonyms {
    static let shardName = "synonyms"

    static func shard(_ groups: [[String]]) -> Shard {
        var json = JSONBytes(reserving: groups.count * 60 + 2)
        json.list(groups) { json, group in json.list(group) { $0.string($1) } }
        return Shard(name: shardName, json: json.bytes)
    }

    /// What stands for the groups in the manifest: the first syllable or two, folded, of each spelling that asks for others,
    /// parted by commas. A query that holds none of them needs no groups.
    static func starts(_ groups: [[String]]) -> String {
        var starts: Set<String> = []
        for group in groups {
            let isOneWay = group.first == ""
            for spelling in group.dropFirst(isOneWay ? 1 : 0).dropLast(isOneWay ? 1 : 0) {
                let syllables = QueryTerms.tokens(spelling, limit: 2).map(\.folded)
                if !syllables.isEmpty { starts.insert(syllables.joined(separator: " ")) }
            }
        }
        return starts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ",")
    }

    /// Whether a query may hold one of the spellings.
    static func mayStand(in tokens: [QueryTerms.Token], _ starts: Set<String>) -> Bool {
        tokens.indices.contains { place in
            let first = tokens[place].folded
            return starts.contains(first)
                || place + 1 < tokens.count && starts.contains("\(first) \(tokens[place + 1].folded)")
        }
    }
}
