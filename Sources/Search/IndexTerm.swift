/// A syllable or two in a row, folded: what a list of postings stands under.
struct IndexTerm: Hashable, Comparable, Sendable {
    var first: [UInt8]
    /// Nil for a single syllable.
    var second: [UInt8]?

    /// As clients look it up among the starts of shards.
    var text: [UInt8] { second.map { first + [0x20] + $0 } ?? first }

    var isPlain: Bool { first.allSatisfy { $0 < 0x80 } && (second ?? []).allSatisfy { $0 < 0x80 } }

    static func < (a: IndexTerm, b: IndexTerm) -> Bool {
        if a.first != b.first { return a.first.lexicographicallyPrecedes(b.first) }
        return (a.second ?? []).lexicographicallyPrecedes(b.second ?? [])
    }
}

/// What one record says for a term.
struct TermEvidence: Equatable, Sendable {
    /// Of its impact, from 1.
    var level: Int
    /// Codes of the spellings that the record has, ascending.
    var spellings: [Int]
    /// Its share of a name of the record; 0 when it stands in none.
    var named = 0

    /// Of each term of some documents, as the whole build would count them; `averageLength` is the collection's.
    static func of(_ documents: [SearchDocument], _ model: ImpactModel) -> (
        evidence: [[IndexTerm: TermEvidence]], lengths: [Int]
    ) {
        let chunk = TokenChunk(documents, documents.indices)
        let lexicon = Lexicon([chunk])
        let counted = ChunkPostings(chunk, spellings: lexicon.spellings[0], model: model)
        var found = [[IndexTerm: TermEvidence]](repeating: [:], count: documents.count)
        for (first, bits) in zip(counted.firsts, counted.postings) {
            let posting = PackedPosting(bits: bits)
            let term = IndexTerm(
                first: lexicon.syllables[Int(first)],
                second: posting.second == 0 ? nil : lexicon.syllables[posting.second])
            var known = found[posting.document][term] ?? TermEvidence(level: 0, spellings: [])
            known.level = max(known.level, posting.level)
            if let share = posting.named { known.named = share } else { known.spellings.append(posting.spelling) }
            found[posting.document][term] = known
        }
        let sorted = found.map {
            $0.mapValues { TermEvidence(level: $0.level, spellings: $0.spellings.sorted(), named: $0.named) }
        }
        return (sorted, chunk.textLengths)
    }
}
