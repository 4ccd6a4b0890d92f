/// One record's evidence for a term, packed so that integers sort by term and record.
///
/// From the high bits: second syllable (24; 0 for a single), record (20), impact level (6; 0 for a further spelling of
/// the same term in the same record), spelling (13). A spelling from `namedSpelling` on is none: what it is more by is the
/// term's share of a name of the record (`NamedTerms`).
struct PackedPosting: Sendable {
    static let maximumDocuments = 1 << 20
    static let namedSpelling = MarkCode.count * MarkCode.count

    var bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    init(second: UInt64, document: Int, level: Int, spelling: UInt64) {
        bits = second << 39 | UInt64(document) << 19 | UInt64(level) << 13 | spelling
    }

    var second: Int { Int(bits >> 39) }
    var document: Int { Int(bits >> 19 & 0xF_FFFF) }
    var level: Int { Int(bits >> 13 & 0x3F) }
    var spelling: Int { Int(bits & 0x1FFF) }
    /// The share of a name; nil for a posting that is a spelling.
    var named: Int? { spelling < Self.namedSpelling ? nil : spelling - Self.namedSpelling }
}

/// The postings of one chunk in document order, with the first syllable of each term.
struct ChunkPostings: Sendable {
    var firsts: [UInt32] = []
    var postings: [UInt64] = []

    init(_ chunk: TokenChunk, spellings: [Lexicon.Spelling], model: ImpactModel) {
        let longest = chunk.longestDocument
        var counter = TermCounter(tokens: longest + 2 + NamedTerms.longest)
        firsts.reserveCapacity(chunk.tokens.count / 2)
        postings.reserveCapacity(chunk.tokens.count / 2)
        let lengths = chunk.textLengths
        var names = NamedTerms()
        var token = 0
        var run = 0
        for (offset, runEnd) in chunk.runEnds.enumerated() {
            let size = (runEnd == 0 ? 0 : chunk.runs[runEnd - 1].end) - token
            counter.start(tokens: size + 2 + NamedTerms.longest)
            let ofText = model.textWeight(length: lengths[offset])
            while run < runEnd {
                let (field, end) = (chunk.runs[run].field, chunk.runs[run].end)
                let weight = model.weight(of: field, tokens: end - token, ofText: ofText)
                counter.add(chunk.tokens[token..<end], spellings, weight: weight)
                names.add(field, chunk.tokens[token..<end], of: chunk, spellings)
                if field == .title {
                    counter.add(names.joint, spellings, weight: weight)
                    for bridge in names.bridges { counter.add(bridge, spellings, weight: weight, isPairAlone: true) }
                }
                token = end
                run += 1
            }
            counter.finish { key, weight, spelling in
                let extra = key & 0x3FFF
                firsts.append(UInt32(truncatingIfNeeded: key >> 38))
                postings.append(
                    PackedPosting(
                        second: key >> 14 & 0xFF_FFFF, document: chunk.documents.lowerBound + offset,
                        level: extra == 0 ? model.level(of: weight) : 0,
                        spelling: extra == 0 ? UInt64(spelling) : extra - 1
                    ).bits)
            }
            for (key, share) in names.shares.sorted(by: { $0.key < $1.key }) {
                firsts.append(UInt32(truncatingIfNeeded: key >> 24))
                postings.append(
                    PackedPosting(
                        second: key & 0xFF_FFFF, document: chunk.documents.lowerBound + offset, level: 0,
                        spelling: UInt64(PackedPosting.namedSpelling) + UInt64(share)
                    ).bits)
            }
            names.removeAll()
        }
    }
}

extension TokenChunk {
    /// Tokens of the longest document.
    var longestDocument: Int {
        var longest = 0
        var start = 0
        for end in runEnds where end > 0 {
            longest = max(longest, runs[end - 1].end - start)
            start = runs[end - 1].end
        }
        return longest
    }
}
