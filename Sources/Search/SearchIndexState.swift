import Storage

/// What a build of the index knows of the whole collection and its files do not tell: a patch goes on from it. It is no part
/// of the site.
public struct SearchIndexState: Sendable, Equatable {
    public internal(set) var report: SearchIndexReport
    /// Tokens of all records' texts.
    var textLength: Int
    /// Bytes of all rows of record shards.
    var rowBytes: Int
    /// By family, the bytes of its shards.
    var familyBytes: [String: Int]
    var syllables: SyllableCounts
    /// What the counts of abbreviations are known by: they are kept in a file of their own, since few edits need them.
    public internal(set) var abbreviationsChecksum: UInt64
    /// The counts, to be kept; nil where they are those that are kept already.
    public internal(set) var abbreviations: [UInt8]?

    public func write(to writer: inout ByteWriter) {
        report.write(to: &writer)
        for number in [textLength, rowBytes] { writer.number(number) }
        writer.list(familyBytes.sorted { $0.key < $1.key }) {
            $0.text($1.key)
            $0.number($1.value)
        }
        writer.list(syllables.entries) {
            $0.bytes($1.syllable)
            $0.number($1.records)
        }
        writer.number(abbreviationsChecksum)
    }

    public init(from reader: inout ByteReader) throws {
        report = try SearchIndexReport(from: &reader)
        textLength = try reader.number()
        rowBytes = try reader.number()
        familyBytes = try Dictionary(
            reader.list { (try $0.text(), try $0.number()) }, uniquingKeysWith: { _, last in last })
        syllables = SyllableCounts(
            try reader.list { .init(syllable: Array(try $0.bytes()), records: try $0.number()) })
        abbreviationsChecksum = try reader.number(UInt64.self)
    }

    init(
        report: SearchIndexReport, textLength: Int, rowBytes: Int, familyBytes: [String: Int],
        syllables: SyllableCounts,
        abbreviations: Abbreviations
    ) {
        let counts = abbreviations.encoded
        self.abbreviations = counts
        abbreviationsChecksum = Checksum.of(counts[...])
        self.report = report
        self.textLength = textLength
        self.rowBytes = rowBytes
        self.familyBytes = familyBytes
        self.syllables = syllables
    }
}

extension SearchIndexReport {
    public func write(to writer: inout ByteWriter) {
        for number in [records, terms, postings, files, bytes] { writer.number(number) }
    }

    public init(from reader: inout ByteReader) throws {
        self.init(
            records: try reader.number(), terms: try reader.number(), postings: try reader.number(),
            files: try reader.number(), bytes: try reader.number())
    }
}
