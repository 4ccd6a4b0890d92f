import Encodings

/// A dictionary cut into shards by the hash of its keys, so that a reader fetches one of them for a key: `definitions/3`.
struct HashedShards {
    let shards: [Shard]

    /// - Parameters:
    ///   - entries: By key, the JSON of its value.
    ///   - shardBytes: Bytes of a shard before compression, about.
    init(_ family: String, _ entries: [String: [UInt8]], shardBytes: Int) {
        let size = entries.reduce(0) { $0 + $1.key.utf8.count + $1.value.count + 4 }
        var count = entries.isEmpty ? 0 : 1
        while count * shardBytes < size { count *= 2 }
        var keys = [[String]](repeating: [], count: count)
        for key in entries.keys { keys[Self.place(of: key, among: count)].append(key) }
        shards = keys.enumerated().map { place, keys in
            var json = JSONBytes(reserving: shardBytes * 2)
            json.raw("{")
            let sorted = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for (index, key) in sorted.enumerated() {
                if index > 0 { json.raw(",") }
                json.string(key)
                json.raw(":")
                json.raw(entries[key] ?? [])
            }
            json.raw("}")
            return Shard(name: "\(family)/\(place)", json: json.bytes)
        }
    }

    static func place(of key: String, among count: Int) -> Int { Int(StableHash.of(key.utf8)) % max(1, count) }
}
