import Citations
import Output
import Parallel
import VietnameseText

/// Builds the search index: the files under `search/`, as `FORMAT.md` describes them.
///
/// Two passes over the text: the first cuts it into syllables, which gives the lexicon and the average length; the
/// second counts each record's terms with both known. Same documents, same bytes, whatever the number of jobs.
public struct SearchIndexBuilder: Sendable {
    public var parameters: SearchParameters
    /// Threads to use.
    public var jobs: Int

    public init(parameters: SearchParameters = .standard, jobs: Int = 2) {
        self.parameters = parameters
        self.jobs = max(1, jobs)
    }

    /// Documents in the order in which the index numbers them.
    public static func ordered(_ documents: [SearchDocument]) -> [SearchDocument] {
        documents.sorted {
            $0.dateKey != $1.dateKey ? $0.dateKey < $1.dateKey : $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
        }
    }

    /// Writes the index of the documents to the sink.
    public func build(
        documents: [SearchDocument], codeBook: CodeBook = .standard, synonyms: [[String]] = [],
        to sink: some OutputSink
    ) async throws -> SearchIndexReport {
        try await state(documents: documents, codeBook: codeBook, synonyms: synonyms, to: sink).report
    }

    /// Writes the index of the documents to the sink, and gives what a patch of it needs to know.
    ///
    /// - Parameters:
    ///   - documents: In any order; records are numbered by date and id, newest last.
    ///   - codeBook: Reads the records' own numbers.
    ///   - synonyms: Groups of spellings that mean the same. One that begins with an empty spelling is read one way: its last
    ///     spelling asks for itself alone.
    /// - Throws: `SearchIndexError.tooManyRecords`, or what the sink throws.
    public func state(
        documents: [SearchDocument], codeBook: CodeBook = .standard, synonyms: [[String]] = [],
        to sink: some OutputSink
    ) async throws -> SearchIndexState {
        guard documents.count <= PackedPosting.maximumDocuments else { throw SearchIndexError.tooManyRecords }
        let documents = Self.ordered(documents)
        // Written first, so that it need not stand in memory beside the terms.
        let records = try await writeRecords(documents, to: sink)
        let terms = try await termTable(documents)
        let numberShards = NumberShards(
            documents, grammar: NumberGrammar(codeBook: codeBook), shardBytes: parameters.numberShardBytes)

        let abbreviations = terms.abbreviations.shards(
            parameters, without: synonyms.flatMap(\.self) + Set(documents.flatMap(\.typeKeys)))
        let definitions = terms.definitions.shards(parameters)
        let columns = CollectionColumns(documents, parameters)
        var manifest = SearchManifest(
            records: documents.count, weights: .init(parameters),
            singles: ShardStarts.text(singles: terms.shards.singles),
            pairs: ShardStarts.text(pairs: terms.shards.pairs),
            common: terms.syllables.common(above: Int(parameters.commonShare * Double(documents.count))),
            recordsPerShard: records.perShard, numberShards: numberShards.shards.count,
            scripts: records.scripts, types: numberShards.types,
            abbreviationShards: abbreviations.count, definitionShards: definitions.count,
            undated: documents.count { $0.dateKey < 10_000 }, years: CollectionColumns.years(documents),
            inactive: columns.inactive, cited: columns.cited, synonyms: Synonyms.starts(synonyms))

        let lookup =
            terms.shards.shards + numberShards.shards + abbreviations + definitions + [
                columns.facets, CollectionColumns.dates(documents),
                Shard.text("lexicon", terms.syllables.frequent(limit: parameters.lexiconSyllables)),
            ] + (synonyms.isEmpty ? [] : [Synonyms.shard(synonyms)])
        let lookupBytes = lookup.reduce(0) { $0 + $1.json.count }
        let isSmall = lookupBytes <= parameters.inlineBytes
        if !isSmall { manifest.scripts.merge(try await write(lookup, to: sink)) { _, last in last } }
        let first = manifest.shard(inline: isSmall ? lookup : [])
        for file in first.files { try sink.write(file) }
        let files = isSmall ? [first] : lookup + [first]
        let report = SearchIndexReport(
            records: documents.count, terms: terms.count, postings: terms.postings,
            files: files.count + records.shards + manifest.scripts.values.reduce(1, +),
            bytes: files.reduce(records.familyBytes.values.reduce(0, +)) { $0 + $1.json.count })
        return SearchIndexState(
            report: report, textLength: terms.length, rowBytes: records.rowBytes,
            familyBytes: Self.familyBytes(lookup).merging(records.familyBytes) { _, last in last },
            syllables: terms.syllables, abbreviations: terms.abbreviations)
    }

    private func writeRecords(
        _ documents: [SearchDocument], to sink: some OutputSink
    ) async throws -> (perShard: Int, rowBytes: Int, shards: Int, scripts: [String: Int], familyBytes: [String: Int]) {
        let shards = try await DocumentShards(documents, parameters: parameters, jobs: jobs)
        let files = shards.shards + shards.sections
        let scripts = try await write(files, to: sink)
        return (shards.recordsPerShard, shards.rowBytes, files.count, scripts, Self.familyBytes(files))
    }

    /// Writes shards, and the scripts that hold them.
    /// - Returns: by family, how many scripts there are.
    private func write(_ shards: [Shard], to sink: some OutputSink) async throws -> [String: Int] {
        let bytes = Self.familyBytes(shards)
        let bundles = bytes.sorted { $0.key < $1.key }.map { ScriptBundles($0.key, bytes: $0.value, parameters) }
        let shards = Dictionary(grouping: shards, by: \.family)
        let scripts = bundles.flatMap { bundle in
            bundle.shared(shards[bundle.family] ?? []).enumerated().map { (bundle, $0.offset, $0.element) }
        }
        _ = try await ParallelMap.map(scripts, jobs: jobs) { bundle, place, shards in
            for shard in shards { try sink.write(shard.file) }
            try sink.write(bundle.script(place, shards))
        }
        return Dictionary(uniqueKeysWithValues: bundles.map { ($0.family, $0.count) })
    }

    private static func familyBytes(_ shards: [Shard]) -> [String: Int] {
        shards.reduce(into: [:]) { $0[$1.family, default: 0] += $1.json.count }
    }

    private func termTable(_ documents: [SearchDocument]) async throws -> (
        shards: TermShards, syllables: SyllableCounts, abbreviations: Abbreviations, definitions: Definitions,
        length: Int, count: Int, postings: Int
    ) {
        let ranges = Self.chunks(documents, jobs: jobs)
        let chunks = try await ParallelMap.map(ranges, jobs: jobs) { TokenChunk(documents, $0) }
        var abbreviations = Abbreviations()
        var definitions = Definitions()
        for chunk in chunks {
            abbreviations.merge(chunk.abbreviations)
            definitions.merge(chunk.definitions)
        }
        let lexicon = Lexicon(chunks)
        let length = chunks.reduce(0) { $0 + $1.textLengths.reduce(0, +) }
        let model = ImpactModel(parameters, textLength: length, documents: documents.count)
        let grouped = GroupedPostings(
            try await ParallelMap.map(Array(chunks.indices), jobs: jobs) { index in
                ChunkPostings(chunks[index], spellings: lexicon.spellings[index], model: model)
            }, syllables: lexicon.syllables.count - 1)
        let table = try await TermTable(grouped, lexicon, parameters: parameters, jobs: jobs)
        let shards = TermShards(table, lexicon, shardBytes: parameters.termShardBytes)
        return (
            shards, SyllableCounts(table, lexicon), abbreviations, definitions, length, table.terms, table.postings
        )
    }

    /// Neighbouring documents with about equally much text; enough chunks that the threads finish together.
    private static func chunks(_ documents: [SearchDocument], jobs: Int) -> [Range<Int>] {
        let sizes = documents.map { $0.sections.reduce(200) { $0 + $1.text.count } }
        let share = max(1, sizes.reduce(0, +) / (jobs == 1 ? 1 : jobs * 3))
        var ranges: [Range<Int>] = []
        var start = 0
        var size = 0
        for index in documents.indices {
            size += sizes[index]
            if size >= share || index == documents.count - 1 {
                ranges.append(start..<(index + 1))
                start = index + 1
                size = 0
            }
        }
        return ranges
    }
}

/// What a build of the index came to.
public struct SearchIndexReport: Sendable, Hashable {
    public var records: Int
    /// Distinct syllables and pairs.
    public var terms: Int
    public var postings: Int
    /// Files written, both twins counted.
    public var files: Int
    /// Bytes of the JSON files together.
    public var bytes: Int
}

/// Why an index cannot be built or read.
public enum SearchIndexError: Error, CustomStringConvertible {
    case tooManyRecords
    /// A file of the index cannot be read; the path is relative to the site.
    case unreadable(path: String)
    /// A file of the index is not what FORMAT.md says.
    case damaged(path: String)
    case unknownVersion(Int)

    public var description: String {
        switch self {
        case .tooManyRecords: "the search index holds at most \(PackedPosting.maximumDocuments) records"
        case .unreadable(let path): "cannot read \(path); build the site first, or name its folder with --site"
        case .damaged(let path): "\(path) is damaged; build the site again"
        case .unknownVersion(let version):
            "the search index has format version \(version), which this tool does not know"
        }
    }
}
