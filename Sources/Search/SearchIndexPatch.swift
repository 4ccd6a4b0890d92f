import Encodings
import FoundationEssentials
import Output
import Storage

/// Brings a published index up to date where some records say something else: numbers, dates and the set of records stand.
/// What comes of it is, byte for byte, what a whole build makes; a patch costs what the changed
/// terms' lists cost, however large the collection.
public struct SearchIndexPatch {
    /// A record before and after.
    public struct Change: Sendable {
        /// Its place in the index.
        public var number: Int
        public var old: SearchDocument
        public var new: SearchDocument

        public init(number: Int, old: SearchDocument, new: SearchDocument) {
            self.number = number
            self.old = old
            self.new = new
        }
    }

    /// What is other than before.
    public struct Result: Sendable {
        fileprivate(set) var shards: [Shard]
        /// Paths of files that the site has no more.
        public fileprivate(set) var removed: [String]
        public fileprivate(set) var state: SearchIndexState

        public func write(to sink: some OutputSink) throws {
            for shard in shards { try shard.write(to: sink) }
        }
    }

    private let parameters: SearchParameters
    private var state: SearchIndexState
    private var files: IndexFiles

    /// - Parameters:
    ///   - state: What the build or patch left that made the published index.
    ///   - read: What stands in the site under a path; nil when nothing does.
    public init(
        of state: SearchIndexState, parameters: SearchParameters = .standard,
        read: @escaping (String) throws -> [UInt8]?
    ) {
        self.state = state
        self.parameters = parameters
        files = IndexFiles(read: read)
    }

    /// Nil where the changes reach further than a patch does: the average length moves a step, a text defines other
    /// abbreviations, the index travels inside its
    /// manifest or is cut otherwise than before.
    /// - Parameter documents: All records in the order of their numbers, their texts left out, where one has other facets,
    ///   another state or other citers than before; else nil.
    /// - Throws: `SearchIndexError` when the published index is not what it was, or what `read` throws.
    public consuming func result(of changes: [Change], among documents: [SearchDocument]? = nil) throws -> Result? {
        guard let json = try files.json("manifest"),
            var manifest = try? JSONDecoder().decode(SearchManifest.self, from: Data(json)),
            state.lookupBytes > parameters.inlineBytes, manifest.records == state.report.records
        else { return nil }
        guard let changed = evidence(of: changes),
            try patchRecords(changes, perShard: manifest.recordsPerShard)
        else { return nil }

        var singles = ShardPatch(
            family: "s", starts: ShardStarts.singles(manifest.singles), shardBytes: parameters.termShardBytes)
        var pairs = ShardPatch(
            family: "p", starts: ShardStarts.pairs(manifest.pairs), shardBytes: parameters.termShardBytes)
        for (term, records) in changed.sorted(by: { $0.key < $1.key }) {
            if term.second == nil {
                try patch(term, records, in: &singles)
            } else {
                try patch(term, records, in: &pairs)
            }
        }
        guard let singleStarts = try singles.apply(to: &files), let pairStarts = try pairs.apply(to: &files) else {
            return nil
        }
        try files.put(
            "lexicon", Shard.text("lexicon", state.syllables.frequent(limit: parameters.lexiconSyllables)).json)
        if let documents {
            let columns = CollectionColumns(documents, parameters)
            (manifest.inactive, manifest.cited) = (columns.inactive, columns.cited)
            try files.put("facets", columns.facets.json)
        }
        state.lookupBytes += files.growth(of: ["terms/", "rest/", "lexicon", "facets"]).bytes
        guard state.lookupBytes > parameters.inlineBytes else { return nil }
        manifest.singles = ShardStarts.text(singles: singleStarts)
        manifest.pairs = ShardStarts.text(pairs: pairStarts)
        manifest.common = state.syllables.common(
            above: Int(parameters.commonShare * Double(state.report.records)))
        try files.put("manifest", manifest.shard(inline: []).json)
        let growth = files.growth()
        state.report.files += growth.shards * 2
        state.report.bytes += growth.bytes
        return Result(
            shards: files.shards, removed: files.removed.flatMap { ["search/\($0).json", "search/\($0).js"] },
            state: state)
    }

    /// By term, what the changed records say for it now; nil for nothing. Nil when impacts are reckoned otherwise than before.
    private mutating func evidence(of changes: [Change]) -> [IndexTerm: [Int: TermEvidence?]]? {
        for change in changes {
            var (before, now) = (Abbreviations(), Abbreviations())
            before.add(change.old)
            now.add(change.new)
            // Which are explained is decided by those of all records.
            if before != now { return nil }
            var (meant, means) = (Definitions(), Definitions())
            meant.add(change.old, change.number)
            means.add(change.new, change.number)
            if meant != means { return nil }
        }
        let records = state.report.records
        let model = ImpactModel(parameters, textLength: state.textLength, documents: records)
        let (found, lengths) = TermEvidence.of(changes.flatMap { [$0.old, $0.new] }, model)
        var changed: [IndexTerm: [Int: TermEvidence?]] = [:]
        for (index, change) in changes.enumerated() {
            let (old, new) = (found[2 * index], found[2 * index + 1])
            state.textLength += lengths[2 * index + 1] - lengths[2 * index]
            for (term, evidence) in new where old[term] != evidence {
                changed[term, default: [:]][change.number] = .some(evidence)
            }
            for term in old.keys where new[term] == nil { changed[term, default: [:]][change.number] = .some(nil) }
        }
        let now = ImpactModel(parameters, textLength: state.textLength, documents: records)
        return now.averageLength == model.averageLength ? changed : nil
    }

    /// Changes one term's list.
    private mutating func patch(
        _ term: IndexTerm, _ records: [Int: TermEvidence?], in shards: inout ShardPatch
    ) throws {
        let syllables = term.second == nil ? 1 : 2
        let restName = TermName.rest(term.first, term.second)
        var tiers: [TermEntry] = []
        if let entry = try shards.entry(term, &files) {
            tiers = [TermEntry(String(decoding: entry, as: UTF8.self), syllables: syllables)]
            if tiers[0].skipped > 0 {
                guard let rest = try files.json(restName), rest.count >= 2 else {
                    throw SearchIndexError.damaged(path: "search/\(restName).json")
                }
                tiers.append(
                    TermEntry(String(decoding: rest[1..<(rest.count - 1)], as: UTF8.self), syllables: syllables))
            }
        }
        var list = TermList(tiers)
        let before = list.count
        for (record, evidence) in records { list[record] = evidence }
        state.report.postings += list.count - before
        state.report.terms += (list.count > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
        if term.second == nil { state.syllables.set(term.first, list.count) }
        guard list.count > 0 else {
            shards.set(term, nil)
            if tiers.count > 1 { try files.put(restName, nil) }
            return
        }
        let (entry, rest) = list.encoded(term, firstTier: parameters.firstTier)
        shards.set(term, entry)
        if !rest.isEmpty {
            try files.put(restName, [UInt8(ascii: "\"")] + rest + [UInt8(ascii: "\"")])
        } else if tiers.count > 1 {
            try files.put(restName, nil)
        }
    }

    /// Puts the records' rows and sections in place; false when rows would be shared out otherwise than before.
    private mutating func patchRecords(_ changes: [Change], perShard: Int) throws -> Bool {
        for change in changes {
            let old = DocumentShards.Parts(change.old, change.number, parameters)
            let new = DocumentShards.Parts(change.new, change.number, parameters)
            if let name = (new.sections ?? old.sections)?.name { try files.put(name, new.sections?.json) }
            guard old.row != new.row else { continue }
            state.rowBytes += new.row.count - old.row.count
            let name = "records/\(change.number / perShard)"
            guard let json = try files.current(name) else {
                throw SearchIndexError.damaged(path: "search/\(name).json")
            }
            var rows = try TermShardReader.rows(json)
            let place = change.number % perShard
            guard place < rows.count, rows[place].elementsEqual(old.row) else {
                throw SearchIndexError.damaged(path: "search/\(name).json")
            }
            rows[place] = new.row[...]
            var list = JSONBytes(reserving: json.count + new.row.count)
            list.list(rows) { $0.raw($1) }
            try files.put(name, list.bytes)
        }
        return DocumentShards.recordsPerShard(
            rowBytes: state.rowBytes, records: state.report.records, parameters) == perShard
    }
}
