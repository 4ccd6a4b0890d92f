/// One term's postings, both tiers together, read to be changed and written again.
struct TermList {
    private var levels: [Int: Int] = [:]
    /// Of records that have not the main spelling alone.
    private var special: [Int: [Int]] = [:]
    /// Shares of names.
    private var named: [Int: Int] = [:]
    private var main = 0

    var count: Int { levels.count }

    init() {}

    /// - Parameter entries: the entry, and that of the second tier when there is one.
    init(_ entries: [TermEntry]) {
        main = entries.first.map { Self.code($0.mainMarks) } ?? 0
        for entry in entries {
            for (record, level) in entry.postings { levels[record] = level }
            for (record, share) in entry.named { named[record] = share }
            for record in entry.withoutMain { special[record] = [] }
            for other in entry.others {
                for record in other.records { special[record, default: [main]].append(Self.code(other.marks)) }
            }
        }
    }

    /// Takes the numbers that records have now; those of none are left out.
    mutating func renumber(_ numbers: Renumbering) {
        func renumbered<Value>(_ values: [Int: Value]) -> [Int: Value] {
            var result: [Int: Value] = [:]
            result.reserveCapacity(values.count)
            for (record, value) in values where numbers[record] >= 0 { result[numbers[record]] = value }
            return result
        }
        (levels, special, named) = (renumbered(levels), renumbered(special), renumbered(named))
    }

    private static func code(_ marks: [MarkCode]) -> Int { marks.reduce(0) { $0 * MarkCode.count + $1.number } }

    subscript(record: Int) -> TermEvidence? {
        get {
            levels[record].map {
                TermEvidence(
                    level: $0, spellings: (special[record] ?? [main]).sorted(), named: named[record] ?? 0)
            }
        }
        set {
            levels[record] = newValue?.level
            special[record] = newValue?.spellings
            named[record] = newValue.flatMap { $0.named > 0 ? $0.named : nil }
        }
    }

    /// The entry of the first tier, and that of the second when there is one.
    func encoded(_ term: IndexTerm, firstTier: Int) -> (entry: [UInt8], rest: [UInt8]) {
        var packed: [UInt64] = []
        packed.reserveCapacity(levels.count + special.count)
        // Of the second syllable the encoder asks only whether there is one.
        let second: UInt64 = term.second == nil ? 0 : 1
        for (record, level) in levels {
            for (place, spelling) in (special[record] ?? [main]).enumerated() {
                packed.append(
                    PackedPosting(
                        second: second, document: record, level: place == 0 ? level : 0, spelling: UInt64(spelling)
                    ).bits)
            }
            if let share = named[record] {
                packed.append(
                    PackedPosting(
                        second: second, document: record, level: 0,
                        spelling: UInt64(PackedPosting.namedSpelling + share)
                    ).bits)
            }
        }
        packed.sort()
        var encoder = TermEncoder(firstTier: firstTier)
        packed.withUnsafeMutableBufferPointer { encoder.add(first: 0, $0[...], mayCut: term.isPlain) }
        return (encoder.bytes, encoder.rest)
    }
}
