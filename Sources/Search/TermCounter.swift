/// Counts the syllables and pairs of one document at a time, with the spellings they take.
///
/// A key is first syllable (24 bits), second (24), and a spelling plus one (14) for every spelling but the one met
/// first, which stands beside the key. One open-addressing table as large as the document needs keeps it in cache.
struct TermCounter {
    private struct Slot {
        var key: UInt64
        var weight: UInt32
        var spelling: UInt32
    }

    private var slots: [Slot]
    private var touched: [UInt32] = []
    private var mask = 0

    init(tokens: Int) {
        slots = [Slot](repeating: Slot(key: 0, weight: 0, spelling: 0), count: Self.capacity(tokens))
    }

    /// Two terms a token, and as much again for spellings and air.
    private static func capacity(_ tokens: Int) -> Int {
        var capacity = 64
        while capacity < tokens * 4 { capacity *= 2 }
        return capacity
    }

    mutating func start(tokens: Int) { mask = Self.capacity(tokens) - 1 }

    /// - Parameter isPairAlone: Whether the syllables are counted elsewhere and only what they are together is new.
    mutating func add(
        _ tokens: ArraySlice<UInt32>, _ spellings: [Lexicon.Spelling], weight: UInt32, isPairAlone: Bool = false
    ) {
        var previous: UInt64 = 0
        var previousMarks: UInt32 = 0
        let mask = self.mask
        slots.withUnsafeMutableBufferPointer { slots in
            for token in tokens {
                let spelling = spellings[Int(token)]
                let syllable = UInt64(spelling >> 7)
                let marks = spelling & 127
                if !isPairAlone { Self.count(syllable << 38, marks, weight, slots, mask, &touched) }
                if previous != 0 {
                    Self.count(
                        previous << 38 | syllable << 14, previousMarks * UInt32(MarkCode.count) + marks, weight, slots,
                        mask, &touched)
                }
                previous = syllable
                previousMarks = marks
            }
        }
    }

    @inline(__always)
    private static func count(
        _ key: UInt64, _ spelling: UInt32, _ weight: UInt32, _ slots: UnsafeMutableBufferPointer<Slot>, _ mask: Int,
        _ touched: inout [UInt32]
    ) {
        let place = find(key, slots, mask)
        if slots[place].key == 0 {
            slots[place] = Slot(key: key, weight: weight, spelling: spelling)
            touched.append(UInt32(place))
            return
        }
        slots[place].weight &+= weight
        guard slots[place].spelling != spelling else { return }
        let extra = key | UInt64(spelling + 1)
        let other = find(extra, slots, mask)
        if slots[other].key == 0 {
            slots[other] = Slot(key: extra, weight: 0, spelling: 0)
            touched.append(UInt32(other))
        }
    }

    @inline(__always)
    private static func find(_ key: UInt64, _ slots: UnsafeMutableBufferPointer<Slot>, _ mask: Int) -> Int {
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[place].key != 0, slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    /// Gives every key with its weight and first spelling, and forgets them.
    mutating func finish(_ body: (UInt64, UInt32, UInt32) -> Void) {
        for place in touched {
            let slot = slots[Int(place)]
            body(slot.key, slot.weight, slot.spelling)
            slots[Int(place)].key = 0
        }
        touched.removeAll(keepingCapacity: true)
    }
}
