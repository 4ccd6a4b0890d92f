import Encodings

/// The file that a client reads first: what the index holds, where it is, and the numbers that ranking needs.
///
/// Everything that depends on the whole collection stands here and nowhere else, so that an edit rewrites the manifest
/// and the few shards that hold the edited record's terms.
struct SearchManifest: Codable, Sendable {
    static let formatName = "tracuu-search"
    static let currentVersion = 7

    var format = Self.formatName
    var version = Self.currentVersion
    var records: Int
    var weights: Weights
    /// First terms of the shards of single syllables and of pairs, as `ShardStarts` writes them.
    var singles: String
    var pairs: String
    /// Syllables that stand in many records, parted by spaces, in byte order.
    var common: String
    /// Of a record's row.
    var columns = RecordColumn.names
    var recordsPerShard: Int
    var numberShards: Int
    /// By family, how many scripts hold its shards for pages opened from disk.
    var scripts: [String: Int]
    /// Ways to name the types of numbers, each list parted by spaces.
    var types: [String]
    /// How many shards hold what short forms stand for, and what texts define.
    var abbreviationShards: Int
    var definitionShards: Int
    /// Records whose year is not known; they are the first.
    var undated: Int
    /// Runs of records with the same year.
    var years: String
    /// Records no longer in force, as gaps in the index's alphabet.
    var inactive: String
    /// Percents that scores rise by for what rests on a record, as levels, each with its records as gaps.
    var cited: String
    /// What the spellings begin with that mean the same as others (`Synonyms`).
    var synonyms: String

    /// What ranking is told by the builder; meanings in `SearchParameters`. Shares and weights are percents.
    struct Weights: Codable, Sendable {
        var syllable: Int
        var pair: Int
        var otherTone: Int
        var folded: Int
        var synonym: Int
        var prefix: Int
        var prefixExpansions: Int
        var inactive: Int
        var maximumTerms: Int
        var settledAnswers: Int
        var leanFrom: Int
        var leanTo: Int
        var match: Int
        var nearest: Int
        var near: Int
        var titled: Int
        var named: Int
        var abbreviation: Int
        var year: Int
        var unwanted: Int
        var newest: Int

        init(_ parameters: SearchParameters) {
            syllable = parameters.syllableWeight
            pair = parameters.pairWeight
            otherTone = parameters.otherToneShare
            folded = parameters.foldedShare
            synonym = parameters.synonymShare
            prefix = parameters.prefixShare
            prefixExpansions = parameters.prefixExpansions
            inactive = parameters.inactiveShare
            maximumTerms = parameters.maximumTerms
            settledAnswers = parameters.settledAnswers
            leanFrom = parameters.leanLengths.lowerBound
            leanTo = parameters.leanLengths.upperBound
            match = parameters.matchShare
            nearest = parameters.nearestAnswers
            near = parameters.nearShare
            titled = parameters.titledShare
            named = parameters.namedShare
            abbreviation = parameters.abbreviationShare
            year = parameters.yearShare
            unwanted = parameters.unwantedShare
            newest = parameters.newestShare
        }
    }
}

extension SearchManifest {
    /// The manifest and, in a small index, the shards themselves.
    func shard(inline: [Shard]) -> Shard {
        var json = JSONBytes(reserving: 4_000 + inline.reduce(0) { $0 + $1.json.count })
        json.raw("{\"format\":")
        json.string(format)
        json.raw(",\"version\":")
        json.number(version)
        json.raw(",\"records\":")
        json.number(records)
        json.raw(",\"weights\":{")
        let named: [(StaticString, Int)] = [
            ("\"syllable\":", weights.syllable), (",\"pair\":", weights.pair), (",\"otherTone\":", weights.otherTone),
            (",\"folded\":", weights.folded), (",\"synonym\":", weights.synonym), (",\"prefix\":", weights.prefix),
            (",\"prefixExpansions\":", weights.prefixExpansions), (",\"inactive\":", weights.inactive),
            (",\"maximumTerms\":", weights.maximumTerms), (",\"settledAnswers\":", weights.settledAnswers),
            (",\"leanFrom\":", weights.leanFrom), (",\"leanTo\":", weights.leanTo),
            (",\"match\":", weights.match), (",\"nearest\":", weights.nearest), (",\"near\":", weights.near),
            (",\"titled\":", weights.titled), (",\"named\":", weights.named),
            (",\"abbreviation\":", weights.abbreviation), (",\"year\":", weights.year),
            (",\"unwanted\":", weights.unwanted), (",\"newest\":", weights.newest),
        ]
        for (name, value) in named {
            json.raw(name)
            json.number(value)
        }
        json.raw("},\"singles\":")
        json.string(singles)
        json.raw(",\"pairs\":")
        json.string(pairs)
        json.raw(",\"common\":")
        json.string(common)
        json.raw(",\"columns\":")
        json.list(columns) { $0.string($1) }
        json.raw(",\"recordsPerShard\":")
        json.number(recordsPerShard)
        json.raw(",\"numberShards\":")
        json.number(numberShards)
        json.raw(",\"scripts\":{")
        for (index, (family, count)) in scripts.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { json.raw(",") }
            json.string(family)
            json.raw(":")
            json.number(count)
        }
        json.raw("},\"types\":")
        json.list(types) { $0.string($1) }
        json.raw(",\"abbreviationShards\":")
        json.number(abbreviationShards)
        json.raw(",\"definitionShards\":")
        json.number(definitionShards)
        json.raw(",\"undated\":")
        json.number(undated)
        json.raw(",\"years\":")
        json.string(years)
        json.raw(",\"inactive\":")
        json.string(inactive)
        json.raw(",\"cited\":")
        json.string(cited)
        json.raw(",\"synonyms\":")
        json.string(synonyms)
        if !inline.isEmpty {
            json.raw(",\"shards\":{")
            for (index, shard) in inline.enumerated() {
                if index > 0 { json.raw(",") }
                json.string(shard.name)
                json.raw(":")
                json.raw(shard.json)
            }
            json.raw("}")
        }
        json.raw("}")
        return Shard(name: "manifest", json: json.bytes)
    }
}
