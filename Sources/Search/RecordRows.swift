import Encodings

/// The rows of a published index, and their shards with some of them changed.
struct RecordRows {
    let perShard: Int
    let numbers: Renumbering
    private var published: [Int: [ArraySlice<UInt8>]] = [:]

    init(perShard: Int, _ numbers: Renumbering) {
        self.perShard = perShard
        self.numbers = numbers
    }

    private static func name(_ shard: Int) -> String { "records/\(shard)" }

    /// A row by its record's number of before.
    mutating func row(_ number: Int, _ files: inout IndexFiles) throws -> ArraySlice<UInt8> {
        let shard = number / perShard
        var rows = published[shard]
        if rows == nil, let json = try files.json(Self.name(shard)) {
            rows = try TermShardReader.rows(json)
            published[shard] = rows
        }
        guard let rows, rows.indices.contains(number % perShard) else {
            throw SearchIndexError.damaged(path: "search/\(Self.name(shard)).json")
        }
        return rows[number % perShard]
    }

    /// Writes the shards that hold other rows than before.
    mutating func put(_ fresh: [Int: [UInt8]], _ files: inout IndexFiles) throws {
        let count = numbers.count
        var shards = Set(fresh.keys.map { $0 / perShard })
        for now in 0..<count where numbers.before[now] != now { shards.insert(now / perShard) }
        // Where the last records are gone, the last shard ends sooner.
        if count < numbers.numbers.count { shards.insert((count - 1) / perShard) }
        let last = (count - 1) / perShard
        let lastBefore = (numbers.numbers.count - 1) / perShard
        func records(of shard: Int) -> Range<Int> { shard * perShard..<min(count, (shard + 1) * perShard) }
        let old = shards.flatMap { records(of: $0).filter { fresh[$0] == nil }.map { numbers.before[$0] / perShard } }
        try files.load(Set(old).map(Self.name))
        for shard in shards.sorted() {
            var json = JSONBytes(reserving: perShard * 2_000)
            let rows = try records(of: shard).map { now in
                try fresh[now].map { $0[...] } ?? row(numbers.before[now], &files)
            }
            json.list(rows) { $0.raw($1) }
            try files.put(Self.name(shard), json.bytes)
        }
        for shard in stride(from: last + 1, through: lastBefore, by: 1) { try files.put(Self.name(shard), nil) }
    }
}
