import Parallel

/// All postings of a collection grouped by the first syllable of their terms, then by term, then by record.
struct TermTable: Sendable {
    /// Entries in byte order of their terms, in pieces.
    let pieces: [TermEncoder]

    var terms: Int { pieces.reduce(0) { $0 + $1.entries.count } }
    var postings: Int { pieces.reduce(0) { $0 + $1.postings } }

    /// Orders each group: groups are small and lie in cache.
    init(_ grouped: GroupedPostings, _ lexicon: Lexicon, parameters: SearchParameters, jobs: Int) async throws {
        let (postings, starts) = (grouped.postings, grouped.starts)
        let groups = Self.pieces(starts, of: max(1, postings.count / (jobs * 4)))
        let firstTier = parameters.firstTier
        // The second tier of a term is a file of its own, named after it.
        let isPlain = lexicon.syllables.map { $0.allSatisfy { $0 < 0x80 } }
        pieces = try await ParallelMap.map(groups, jobs: jobs) { group in
            Self.encode(postings, group, starts, isPlain, firstTier)
        }
    }

    private static func encode(
        _ grouped: [UInt64], _ group: Range<Int>, _ starts: [Int], _ isPlain: [Bool], _ firstTier: Int
    ) -> TermEncoder {
        var encoder = TermEncoder(firstTier: firstTier)
        var order = PostingOrder(syllables: isPlain.count)
        let base = starts[group.lowerBound]
        var scratch = [UInt64](repeating: 0, count: starts[group.upperBound] - base)
        scratch.withUnsafeMutableBufferPointer { buffer in
            for first in group {
                var index = starts[first] - base
                let end = starts[first + 1] - base
                if index == end { continue }
                order.put(
                    grouped[starts[first]..<starts[first + 1]],
                    into: UnsafeMutableBufferPointer(rebasing: buffer[index..<end]))
                while index < end {
                    let second = buffer[index] >> 39
                    var stop = index + 1
                    while stop < end, buffer[stop] >> 39 == second { stop += 1 }
                    encoder.add(first: first, buffer[index..<stop], mayCut: isPlain[first] && isPlain[Int(second)])
                    index = stop
                }
            }
        }
        return encoder
    }

    /// Ranges of first syllables with about equally many postings.
    private static func pieces(_ ends: [Int], of size: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for first in 0..<(ends.count - 1) where ends[first + 1] - ends[start] >= size || first == ends.count - 2 {
            ranges.append(start..<(first + 1))
            start = first + 1
        }
        return ranges
    }
}

/// All postings in the order of their terms' first syllables, brought there with one counting pass.
struct GroupedPostings: Sendable {
    let postings: [UInt64]
    /// By the number of a first syllable, where its postings begin; the end of all stands last.
    let starts: [Int]

    init(_ chunks: [ChunkPostings], syllables: Int) {
        var ends = [Int](repeating: 0, count: syllables + 2)
        for chunk in chunks {
            for first in chunk.firsts { ends[Int(first) + 1] += 1 }
        }
        for first in 1..<ends.count { ends[first] += ends[first - 1] }
        let total = ends[syllables + 1]
        var next = ends
        postings = [UInt64](unsafeUninitializedCapacity: total) { buffer, count in
            for chunk in chunks {
                for index in chunk.firsts.indices {
                    let first = Int(chunk.firsts[index])
                    buffer[next[first]] = chunk.postings[index]
                    next[first] += 1
                }
            }
            count = total
        }
        starts = ends
    }
}
