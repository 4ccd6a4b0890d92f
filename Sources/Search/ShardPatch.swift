import Parallel

/// Puts changed entries into the shards of one family of terms, and cuts anew from the first changed shard on until a cut
/// falls where one was: from there all is as before. The cuts are those of a whole build.
struct ShardPatch {
    private let family: String
    private let shardBytes: Int
    private let starts: [String]
    /// By shard, the changed terms that stand there, with their entries; nil for those that are no more.
    private var changes: [Int: [IndexTerm: [UInt8]?]] = [:]
    private var merged: [Int: [TermShardReader.Entry]] = [:]

    init(family: String, starts: [String], shardBytes: Int) {
        self.family = family
        self.starts = starts
        self.shardBytes = shardBytes
    }

    /// The entry of a term as published; nil when there is none.
    mutating func entry(_ term: IndexTerm, _ files: inout IndexFiles) throws -> ArraySlice<UInt8>? {
        try published(shard(of: term), &files).first { $0.term == term }?.bytes
    }

    mutating func set(_ term: IndexTerm, _ entry: [UInt8]?) {
        changes[shard(of: term), default: [:]][term] = .some(entry)
    }

    /// The last shard that does not start behind the term.
    private func shard(of term: IndexTerm) -> Int {
        let text = term.text
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if text.lexicographicallyPrecedes(starts[middle].utf8) { high = middle } else { low = middle }
        }
        return low
    }

    /// Writes the shards that change.
    /// - Returns: the starts of all shards; nil where only a whole build knows the cuts.
    mutating func apply(to files: inout IndexFiles) throws -> [String]? {
        var result: [String] = []
        var next = 0
        var last: IndexTerm?
        for changed in changes.keys.sorted() where changed >= next {
            // What becomes of the first entry decides whether there is a cut before it.
            var start = try changed > next && isFirstTouched(changed, &files) ? changed - 1 : changed
            // Where a shard had to be cut between two terms of one place, only the shard before knows what was gathered.
            while start > next, let first = try entries(start, &files).first,
                try !ShardCutter.isBoundary(first.term, after: published(start - 1, &files).last?.term)
            {
                start -= 1
            }
            result += starts[next..<start]
            if start > next { last = start == 0 ? nil : try published(start - 1, &files).last?.term }
            guard let (new, end) = try recut(from: start, after: last, &files) else { return nil }
            result += new.starts
            for name in Set(starts[start..<end]).subtracting(new.starts) {
                try files.put(TermName.shard(family, name), nil)
            }
            for shard in new.shards { try files.put(shard.name, shard.json) }
            (next, last) = (end, new.last)
        }
        return result + starts[next...]
    }

    /// Writes all shards with other numbers of records, cut from the first term on as a whole build cuts them.
    /// - Returns: the starts of all shards.
    mutating func apply(_ numbers: Renumbering, to files: inout IndexFiles) throws -> [String] {
        let (family, changes) = (family, changes)
        let names = starts.map { TermName.shard(family, $0) }
        try files.load(names)
        let syllables = family == "s" ? 1 : 2
        let published = try names.map { name in
            guard let json = try files.json(name) else { throw SearchIndexError.damaged(path: "search/\(name).json") }
            return json
        }
        let shards = try ParallelMap.ask(published.count) { place in
            let entries = try Self.entries(published[place], family)
            let changed = changes[place] ?? [:]
            let cut = entries.filter {
                Renumbering.isCut($0.bytes, syllables: syllables) && !changed.keys.contains($0.term)
            }
            let merged = Self.merged(entries, changed) { numbers.entry($0, syllables: syllables)[...] }
            return (entries: merged, rests: cut.map { TermName.rest($0.term.first, $0.term.second) })
        }
        let rests = shards.flatMap(\.rests)
        try files.load(rests)
        for name in rests {
            guard let json = try files.json(name), json.count >= 2 else {
                throw SearchIndexError.damaged(path: "search/\(name).json")
            }
            let entry = numbers.entry(json[1..<(json.count - 1)], syllables: syllables)
            try files.put(name, [UInt8(ascii: "\"")] + entry + [UInt8(ascii: "\"")])
        }
        var cutter = ShardCutter(family: family, shardBytes: shardBytes)
        for entry in shards.lazy.map(\.entries).joined() {
            cutter.add(entry.term.first, entry.term.second, entry.bytes)
        }
        cutter.finish()
        for name in Set(names).subtracting(cutter.shards.map(\.name)) { try files.put(name, nil) }
        for shard in cutter.shards { try files.put(shard.name, shard.json) }
        return cutter.starts
    }

    private typealias Recut = (starts: [String], shards: [Shard], last: IndexTerm?)

    /// The shards from one on, up to the one where the old cuts go on.
    private mutating func recut(
        from start: Int, after previous: IndexTerm?, _ files: inout IndexFiles
    ) throws -> (new: Recut, end: Int)? {
        var last = previous
        let entries = try entries(start, &files)
        if start > 0, let first = entries.first, !ShardCutter.isBoundary(first.term, after: last) { return nil }
        var cutter = ShardCutter(family: family, shardBytes: shardBytes, resumingAt: starts[start], after: last)
        func feed(_ entries: ArraySlice<TermShardReader.Entry>) {
            for entry in entries { cutter.add(entry.term.first, entry.term.second, entry.bytes) }
            last = entries.last?.term ?? last
        }
        feed(entries[...])
        for place in (start + 1)..<max(start + 1, starts.count) {
            let entries = try self.entries(place, &files)
            guard let first = entries.first else { continue }
            let before = last
            let cuts = cutter.starts.count
            feed(entries[..<1])
            let isCut = cutter.starts.count > cuts && cutter.starts.last == starts[place]
            if isCut, try !isFirstTouched(place, &files), ShardCutter.isBoundary(first.term, after: before),
                ShardCutter.isBoundary(first.term, after: try published(place - 1, &files).last?.term)
            {
                return ((Array(cutter.starts.dropLast()), cutter.shards, before), place)
            }
            feed(entries[1...])
        }
        cutter.finish()
        return ((cutter.starts, cutter.shards, last), starts.count)
    }

    private mutating func isFirstTouched(_ place: Int, _ files: inout IndexFiles) throws -> Bool {
        guard changes[place] != nil else { return false }
        return try entries(place, &files).first != published(place, &files).first
    }

    private func published(_ place: Int, _ files: inout IndexFiles) throws -> [TermShardReader.Entry] {
        let name = TermName.shard(family, starts[place])
        guard let json = try files.json(name) else { throw SearchIndexError.damaged(path: "search/\(name).json") }
        return try Self.entries(json, family)
    }

    private static func entries(_ json: [UInt8], _ family: String) throws -> [TermShardReader.Entry] {
        try family == "s" ? TermShardReader.singles(json) : TermShardReader.pairs(json)
    }

    /// The entries of a shard with what changed.
    private mutating func entries(_ place: Int, _ files: inout IndexFiles) throws -> [TermShardReader.Entry] {
        if let known = merged[place] { return known }
        let entries = Self.merged(try published(place, &files), changes[place] ?? [:]) { $0 }
        merged[place] = entries
        return entries
    }

    private static func merged(
        _ published: [TermShardReader.Entry], _ changes: [IndexTerm: [UInt8]?],
        _ unchanged: (ArraySlice<UInt8>) -> ArraySlice<UInt8>
    ) -> [TermShardReader.Entry] {
        var entries: [TermShardReader.Entry] = []
        entries.reserveCapacity(published.count + changes.count)
        for entry in published where changes.isEmpty || !changes.keys.contains(entry.term) {
            entries.append(TermShardReader.Entry(term: entry.term, bytes: unchanged(entry.bytes)))
        }
        guard !changes.isEmpty else { return entries }
        for (term, entry) in changes {
            if let entry { entries.append(TermShardReader.Entry(term: term, bytes: entry[...])) }
        }
        entries.sort { $0.term < $1.term }
        return entries
    }
}
