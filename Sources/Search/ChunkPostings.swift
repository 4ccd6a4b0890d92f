/// One record's evidence for a term, packed so that integers sort by term and record.
///
/// From the high bits: second syllable (24; 0 for a single), record (20), impact level (6; 0 for a further spelling of
/// the same term in the same record), spelling (13).
struct PackedPosting: Sendable {
    static let maximumDocuments = 1 << 20

    var bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    init(second: UInt64, document: Int, level: Int, spelling: UInt64) {
        bits = second << 39 | UInt64(document) << 19 | UInt64(level) << 13 | spelling
    }

    var second: Int { Int(bits >> 39) }
    var document: Int { Int(bits >> 19 & 0xF_FFFF) }
    var level: Int { Int(bits >> 13 & 0x3F) }
    var spelling: Int { Int(bits & 0x1FFF) }
}

/// The postings of one chunk in document order, with the first syllable of each term.
struct ChunkPostings: Sendable {
    var firsts: [UInt32] = []
    var postings: [UInt64] = []

    init(_ chunk: TokenChunk, spellings: [Lexicon.Spelling], model: ImpactModel) {
        let longest = chunk.longestDocument
        var counter = TermCounter(tokens: longest)
        firsts.reserveCapacity(chunk.tokens.count / 2)
        postings.reserveCapacity(chunk.tokens.count / 2)
        let lengths = chunk.weightedLengths(model.weights)
        var token = 0
        var run = 0
        for (offset, runEnd) in chunk.runEnds.enumerated() {
            let size = (runEnd == 0 ? 0 : chunk.runs[runEnd - 1].end) - token
            counter.start(tokens: size)
            while run < runEnd {
                counter.add(
                    chunk.tokens[token..<chunk.runs[run].end], spellings,
                    weight: UInt32(model.weights[chunk.runs[run].field.rawValue]))
                token = chunk.runs[run].end
                run += 1
            }
            let impacts = model.impacts(length: lengths[offset])
            counter.finish { key, weight, spelling in
                let extra = key & 0x3FFF
                firsts.append(UInt32(truncatingIfNeeded: key >> 38))
                postings.append(
                    PackedPosting(
                        second: key >> 14 & 0xFF_FFFF, document: chunk.documents.lowerBound + offset,
                        level: extra == 0 ? impacts.level(of: weight) : 0,
                        spelling: extra == 0 ? UInt64(spelling) : extra - 1
                    ).bits)
            }
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
