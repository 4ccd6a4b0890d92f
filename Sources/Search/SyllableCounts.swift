/// In how many records each folded syllable stands, in byte order of the syllables.
struct SyllableCounts: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        var syllable: [UInt8]
        var records: Int
    }

    private(set) var entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    init(_ table: TermTable, _ lexicon: Lexicon) {
        entries = table.pieces.flatMap { piece in
            piece.entries.filter { $0.second == 0 }.map {
                Entry(syllable: lexicon.syllables[$0.first], records: $0.records)
            }
        }
    }

    /// Syllables in more than so many records, in byte order, parted by spaces.
    func common(above threshold: Int) -> String {
        entries.filter { $0.records > threshold }.map { String(decoding: $0.syllable, as: UTF8.self) }
            .joined(separator: " ")
    }

    /// Syllables of Latin letters alone, those in most records first, of equals in byte order, parted by spaces.
    func frequent(limit: Int) -> String {
        let found = entries.indices.filter { index in
            let syllable = entries[index].syllable
            return syllable.count <= 12 && syllable.allSatisfy { (0x61...0x7A).contains($0) }
        }.sorted {
            let (a, b) = (entries[$0].records, entries[$1].records)
            return a != b ? a > b : $0 < $1
        }
        return found.prefix(limit).map { String(decoding: entries[$0].syllable, as: UTF8.self) }.joined(separator: " ")
    }

    /// Notes that a syllable stands in so many records now; in none, it is forgotten.
    mutating func set(_ syllable: [UInt8], _ records: Int) {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].syllable.lexicographicallyPrecedes(syllable) { low = middle + 1 } else { high = middle }
        }
        let isKnown = low < entries.count && entries[low].syllable == syllable
        switch (isKnown, records) {
        case (true, 0): entries.remove(at: low)
        case (true, _): entries[low].records = records
        case (false, 0): break
        case (false, _): entries.insert(Entry(syllable: syllable, records: records), at: low)
        }
    }
}
