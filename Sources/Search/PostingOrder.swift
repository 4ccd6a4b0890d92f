/// Brings the postings of one first syllable into the order of their second ones. Postings of one term come in the order of
/// their records already, and keep it: long lists are dealt out by counting, which sorting them would take three times as long.
struct PostingOrder {
    /// By second syllable: how many postings, then where the next one goes. Nothing but zeros between two lists.
    private var next: [Int]

    /// - Parameter syllables: One more than the highest number of a syllable.
    init(syllables: Int) { next = [Int](repeating: 0, count: syllables) }

    /// Puts the packed postings into `target`, which is as long as `source`.
    mutating func put(_ source: ArraySlice<UInt64>, into target: UnsafeMutableBufferPointer<UInt64>) {
        // Counting goes through all syllables; lists that are much shorter are sorted sooner.
        guard source.count * 8 > next.count else {
            var target = target
            _ = target.update(fromContentsOf: source)
            target.sort()
            return
        }
        next.withUnsafeMutableBufferPointer { next in
            source.withUnsafeBufferPointer { source in
                for bits in source { next[PackedPosting(bits: bits).second] += 1 }
                var place = 0
                for second in next.indices where next[second] > 0 {
                    (next[second], place) = (place, place + next[second])
                }
                for bits in source {
                    let second = PackedPosting(bits: bits).second
                    target[next[second]] = bits
                    next[second] += 1
                }
                for bits in source { next[PackedPosting(bits: bits).second] = 0 }
            }
        }
    }
}
