import Citations
import Encodings
import FoundationEssentials
import Output
import Parallel
import Storage

/// Brings a published index up to date where some records say something else, came or went.
/// What comes of it is, byte for byte, what a whole build makes. Where all other records keep their numbers (newer ones come
/// last), a patch costs what the changed terms' lists cost, however large the collection; else every list is written anew,
/// without any text being read.
public struct SearchIndexPatch {
    /// A record in the index.
    public struct Place: Sendable {
        public var number: Int
        public var document: SearchDocument

        public init(number: Int, document: SearchDocument) {
            self.number = number
            self.document = document
        }

        /// What numbers follow from.
        fileprivate func isOrdered(as other: Place) -> Bool {
            document.dateKey == other.document.dateKey && document.id == other.document.id
        }
    }

    /// A record before and after: one that came has nothing before, one that is gone nothing after.
    public struct Change: Sendable {
        public var old: Place?
        public var new: Place?

        public init(old: Place?, new: Place?) {
            self.old = old
            self.new = new
        }
    }

    /// All records, as far as a patch needs to know of those that did not change.
    public struct WholeCollection {
        /// In the order of their numbers of now, their texts left out.
        public var documents: [SearchDocument]
        /// Reads the records' own numbers; asked for where one of them changed.
        public var codeBook: () -> CodeBook
        /// The counts of abbreviations that were kept; asked for where they change.
        public var abbreviations: () -> [UInt8]?

        public init(
            documents: [SearchDocument], codeBook: @escaping () -> CodeBook,
            abbreviations: @escaping () -> [UInt8]?
        ) {
            self.documents = documents
            self.codeBook = codeBook
            self.abbreviations = abbreviations
        }
    }

    /// What is other than before.
    public struct Result: Sendable {
        fileprivate var files: [OutputFile]
        /// Paths of files that the site has no more.
        public fileprivate(set) var removed: [String]
        public fileprivate(set) var state: SearchIndexState

        public func write(to sink: some OutputSink) throws {
            _ = try ParallelMap.ask(files.count) { try sink.write(files[$0]) }
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
        read: @escaping @Sendable (String) throws -> [UInt8]?
    ) {
        self.state = state
        self.parameters = parameters
        files = IndexFiles(read: read)
    }

    /// Nil where the changes reach further than a patch does: the average length moves a step, the index travels inside its
    /// manifest or its rows are shared out otherwise than before; and where more changed than texts and no collection is given.
    /// - Parameter collection: Needed where more than texts changed; else nil.
    /// - Throws: `SearchIndexError` when the published index is not what it was, or what `read` throws.
    public consuming func result(of changes: [Change], among collection: WholeCollection? = nil) throws -> Result? {
        guard let json = try files.json("manifest"),
            var manifest = try? JSONDecoder().decode(SearchManifest.self, from: Data(json)),
            isLarge, manifest.records == state.report.records,
            let numbers = Self.renumbering(manifest.records, changes),
            collection.map({ $0.documents.count == numbers.count }) ?? numbers.keepsNumbers,
            collection != nil || changes.allSatisfy(\.isEdit),
            let changed = evidence(of: changes, numbers.count)
        else { return nil }
        state.report.records = numbers.count
        guard try patchRecords(changes, numbers, perShard: manifest.recordsPerShard),
            try patchNames(changes, numbers, &manifest, collection),
            try patchTerms(changed, numbers, &manifest)
        else { return nil }
        try files.put(
            "lexicon", Shard.text("lexicon", state.syllables.frequent(limit: parameters.lexiconSyllables)).json)
        if let collection {
            let documents = collection.documents
            let columns = CollectionColumns(documents, parameters)
            (manifest.inactive, manifest.cited) = (columns.inactive, columns.cited)
            manifest.undated = documents.count { $0.dateKey < 10_000 }
            manifest.years = CollectionColumns.years(documents)
            try files.put("facets", columns.facets.json)
            try files.put("dates", CollectionColumns.dates(documents).json)
        }
        for (family, growth) in files.growth {
            state.familyBytes[family, default: 0] += growth.bytes
            state.report.files += growth.shards
            state.report.bytes += growth.bytes
        }
        state.familyBytes = state.familyBytes.filter { $0.value > 0 }
        let bundles = state.familyBytes.map { ScriptBundles($0.key, bytes: $0.value, parameters) }
        guard isLarge, bundles.allSatisfy({ manifest.scripts[$0.family] == $0.count }),
            bundles.count == manifest.scripts.count
        else { return nil }
        manifest.records = numbers.count
        manifest.common = state.syllables.common(above: Int(parameters.commonShare * Double(numbers.count)))
        let first = manifest.shard(inline: [])
        state.report.bytes += first.json.count - json.count
        var written = files.shards.map(\.file) + (try files.scripts(bundles))
        if first.json != json { written += first.files }
        return Result(files: written, removed: files.removed.map { "search/\($0).json" }, state: state)
    }

    /// Whether the index is too large to travel inside its manifest.
    private var isLarge: Bool {
        let bytes = state.familyBytes.reduce(0) { ["records", "sections"].contains($1.key) ? $0 : $0 + $1.value }
        return bytes > parameters.inlineBytes
    }

    private static func renumbering(_ records: Int, _ changes: [Change]) -> Renumbering? {
        let moved = changes.filter { !$0.isEdit }
        return Renumbering(
            of: records, gone: Set(moved.compactMap { $0.old?.number }), came: Set(moved.compactMap { $0.new?.number }))
    }

    // MARK: Terms

    /// What changed records say for a term.
    private struct Evidence {
        /// By their numbers of before, records that do not say it any more or are gone.
        var gone: Set<Int> = []
        /// By their numbers of now.
        var now: [Int: TermEvidence] = [:]
    }

    /// By term, what the changed records say for it. Nil when impacts are computed otherwise than before.
    private mutating func evidence(of changes: [Change], _ records: Int) -> [IndexTerm: Evidence]? {
        let model = ImpactModel(parameters, textLength: state.textLength, documents: state.report.records)
        let (found, lengths) = TermEvidence.of(changes.flatMap { [$0.old, $0.new].compactMap { $0?.document } }, model)
        var changed: [IndexTerm: Evidence] = [:]
        var next = 0
        for change in changes {
            var (old, new): ([IndexTerm: TermEvidence], [IndexTerm: TermEvidence]) = ([:], [:])
            if change.old != nil {
                old = found[next]
                state.textLength -= lengths[next]
                next += 1
            }
            if change.new != nil {
                new = found[next]
                state.textLength += lengths[next]
                next += 1
            }
            let stays = change.isEdit
            if let number = change.old?.number {
                for (term, evidence) in old where !stays || new[term] != evidence {
                    changed[term, default: Evidence()].gone.insert(number)
                }
            }
            if let number = change.new?.number {
                for (term, evidence) in new where !stays || old[term] != evidence {
                    changed[term, default: Evidence()].now[number] = evidence
                }
            }
        }
        let now = ImpactModel(parameters, textLength: state.textLength, documents: records)
        return now.averageLength == model.averageLength ? changed : nil
    }

    /// False where only a whole build knows the cuts.
    private mutating func patchTerms(
        _ changed: [IndexTerm: Evidence], _ numbers: Renumbering, _ manifest: inout SearchManifest
    ) throws -> Bool {
        var singles = ShardPatch(
            family: "s", starts: ShardStarts.singles(manifest.singles), shardBytes: parameters.termShardBytes)
        var pairs = ShardPatch(
            family: "p", starts: ShardStarts.pairs(manifest.pairs), shardBytes: parameters.termShardBytes)
        for (term, evidence) in changed.sorted(by: { $0.key < $1.key }) {
            if term.second == nil {
                try patch(term, evidence, numbers, in: &singles)
            } else {
                try patch(term, evidence, numbers, in: &pairs)
            }
        }
        let keepsNumbers = numbers.keepsNumbers
        func apply(_ shards: inout ShardPatch, to files: inout IndexFiles) throws -> [String]? {
            keepsNumbers ? try shards.apply(to: &files) : try shards.apply(numbers, to: &files)
        }
        guard let singleStarts = try apply(&singles, to: &files), let pairStarts = try apply(&pairs, to: &files) else {
            return false
        }
        manifest.singles = ShardStarts.text(singles: singleStarts)
        manifest.pairs = ShardStarts.text(pairs: pairStarts)
        return true
    }

    /// Changes one term's list.
    private mutating func patch(
        _ term: IndexTerm, _ evidence: Evidence, _ numbers: Renumbering, in shards: inout ShardPatch
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
        for record in evidence.gone { list[record] = nil }
        if !numbers.keepsNumbers { list.renumber(numbers) }
        for (record, evidence) in evidence.now { list[record] = evidence }
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

    // MARK: Abbreviations, definitions, numbers

    /// False where the whole collection or what was kept of it would have to tell.
    private mutating func patchNames(
        _ changes: [Change], _ numbers: Renumbering, _ manifest: inout SearchManifest, _ collection: WholeCollection?
    ) throws -> Bool {
        var (meant, means) = (Abbreviations(), Abbreviations())
        for change in changes {
            if let old = change.old { meant.add(old.document) }
            if let new = change.new { means.add(new.document) }
        }
        let typesStand = changes.allSatisfy { $0.old?.document.typeKeys == $0.new?.document.typeKeys }
        if meant != means || !typesStand {
            guard let collection, let bytes = state.abbreviations ?? collection.abbreviations(),
                Checksum.of(bytes[...]) == state.abbreviationsChecksum, var all = try? Abbreviations(bytes)
            else { return false }
            all.subtract(meant)
            all.merge(means)
            let counts = all.encoded
            (state.abbreviations, state.abbreviationsChecksum) = (counts, Checksum.of(counts[...]))
            let spellings = try synonyms(manifest) + Set(collection.documents.flatMap(\.typeKeys))
            let shards = all.shards(parameters, without: spellings)
            try replace("abbreviations", manifest.abbreviationShards, by: shards)
            manifest.abbreviationShards = shards.count
        }
        try patchDefinitions(changes, numbers, &manifest)
        guard let collection else { return true }
        let haveNumbers = changes.contains { change in
            [change.old, change.new].contains { $0.map { !$0.document.numbersPrinted.isEmpty } ?? false }
        }
        let areNumbersMoved = manifest.numberShards > 0 && !numbers.keepsNumbers
        if areNumbersMoved || haveNumbers && changes.contains(where: { !$0.isNumberedAlike }) {
            let grammar = NumberGrammar(codeBook: collection.codeBook())
            let shards = NumberShards(
                collection.documents, grammar: grammar, shardBytes: parameters.numberShardBytes)
            try replace("numbers", manifest.numberShards, by: shards.shards)
            (manifest.numberShards, manifest.types) = (shards.shards.count, shards.types)
        }
        return true
    }

    /// All spellings of the groups that mean the same.
    private mutating func synonyms(_ manifest: SearchManifest) throws -> [String] {
        guard !manifest.synonyms.isEmpty else { return [] }
        guard let json = try files.json(Synonyms.shardName),
            let groups = try? JSONDecoder().decode([[String]].self, from: Data(json))
        else { throw SearchIndexError.damaged(path: "search/\(Synonyms.shardName).json") }
        return groups.flatMap(\.self)
    }

    private mutating func patchDefinitions(
        _ changes: [Change], _ numbers: Renumbering, _ manifest: inout SearchManifest
    ) throws {
        // By the numbers of now; those of records that are gone or stand elsewhere go with their numbers of before.
        var edits: [(old: Definitions, new: Definitions)] = []
        for change in changes {
            var (old, new) = (Definitions(), Definitions())
            if change.isEdit, let place = change.old { old.add(place.document, change.new?.number ?? place.number) }
            if let place = change.new { new.add(place.document, place.number) }
            if old != new { edits.append((old, new)) }
        }
        guard !edits.isEmpty || numbers.numbers.indices.contains(where: { numbers.numbers[$0] != $0 }) else { return }
        let names = (0..<manifest.definitionShards).map { "definitions/\($0)" }
        try files.load(names)
        let published = try names.map { name in
            guard let json = try files.json(name) else { throw SearchIndexError.damaged(path: "search/\(name).json") }
            return json
        }
        guard var all = try? Definitions(shards: published) else {
            throw SearchIndexError.damaged(path: "search/definitions")
        }
        all.renumber(numbers)
        for edit in edits { all.replace(edit.old, by: edit.new) }
        let shards = all.shards(parameters)
        try replace("definitions", manifest.definitionShards, by: shards)
        manifest.definitionShards = shards.count
    }

    /// Puts the shards of a family in place of as many as there were.
    private mutating func replace(_ family: String, _ count: Int, by shards: [Shard]) throws {
        for place in 0..<max(count, shards.count) {
            try files.put("\(family)/\(place)", place < shards.count ? shards[place].json : nil)
        }
    }

    // MARK: Records

    /// Puts the records' rows and sections in place; false when rows would be shared out otherwise than before.
    private mutating func patchRecords(_ changes: [Change], _ numbers: Renumbering, perShard: Int) throws -> Bool {
        var fresh: [Int: [UInt8]] = [:]
        var sections: [String: [UInt8]?] = [:]
        var rows = RecordRows(perShard: perShard, numbers)
        for change in changes {
            let old = change.old.map { ($0.number, DocumentShards.Parts($0.document, parameters)) }
            let new = change.new.map { ($0.number, DocumentShards.Parts($0.document, parameters)) }
            if let name = old?.1.sections?.name, sections[name] == nil { sections[name] = .some(nil) }
            if let shard = new?.1.sections { sections[shard.name] = .some(shard.json) }
            state.rowBytes += (new?.1.row.count ?? 0) - (old?.1.row.count ?? 0)
            if change.isEdit, old?.1.row == new?.1.row { continue }
            if let (number, parts) = old, try !rows.row(number, &files).elementsEqual(parts.row) {
                throw SearchIndexError.damaged(path: "search/records")
            }
            if let (number, parts) = new { fresh[number] = parts.row }
        }
        for (name, json) in sections { try files.put(name, json) }
        try rows.put(fresh, &files)
        return DocumentShards.recordsPerShard(rowBytes: state.rowBytes, records: numbers.count, parameters) == perShard
    }
}

extension SearchIndexPatch.Change {
    /// Whether the record stood in the index and stays where it stands among those that stay.
    var isEdit: Bool {
        guard let old, let new else { return false }
        return old.isOrdered(as: new)
    }

    /// Whether the record is found by the same numbers.
    fileprivate var isNumberedAlike: Bool {
        guard let old = old?.document, let new = new?.document, isEdit else { return false }
        return old.numbersPrinted == new.numbersPrinted && old.typeName == new.typeName && old.typeKeys == new.typeKeys
    }
}

extension SearchDocument {
    /// Its number and the other spellings of it.
    fileprivate var numbersPrinted: [String] { ([number] + aliases).filter { !$0.isEmpty } }
}
