/// The two keys of the token in hand, in memory that is reused from token to token.
struct KeyBuffer {
    private(set) var folded: UnsafeMutablePointer<UInt8>
    private(set) var exact: UnsafeMutablePointer<UInt8>
    private(set) var foldedCount = 0
    private(set) var exactCount = 0
    private(set) var isMarked = false
    private(set) var capacity = 64

    init() {
        folded = .allocate(capacity: capacity)
        exact = .allocate(capacity: capacity)
    }

    func deallocate() {
        folded.deallocate()
        exact.deallocate()
    }

    /// Tells how much of the memory the keys of the token fill.
    @inline(__always)
    mutating func set(_ foldedCount: Int, _ exactCount: Int, _ isMarked: Bool) {
        self.foldedCount = foldedCount
        self.exactCount = exactCount
        self.isMarked = isMarked
    }

    /// Doubles the memory and keeps what has been written.
    mutating func grow(keeping foldedCount: Int, _ exactCount: Int) {
        let larger = capacity * 2
        let newFolded = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        let newExact = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        newFolded.update(from: folded, count: foldedCount)
        newExact.update(from: exact, count: exactCount)
        deallocate()
        (folded, exact, capacity) = (newFolded, newExact, larger)
    }

    /// Replaces the last two vowels of the exact key, and the last letter of the folded one.
    mutating func rewriteTail(
        from offset: Int, _ first: UInt8, _ firstTone: UInt8, _ second: UInt8, _ secondTone: UInt8, foldedTail: UInt8
    ) {
        rewriteTail(from: offset, first, firstTone, foldedTail: foldedTail)
        exactCount += Self.write(Self.vowel(second, secondTone), to: exact + exactCount)
    }

    /// Replaces the last vowel of the exact key and the last letter of the folded one.
    mutating func rewriteTail(from offset: Int, _ vowel: UInt8, _ tone: UInt8, foldedTail: UInt8) {
        exactCount = offset
        exactCount += Self.write(Self.vowel(vowel, tone), to: exact + exactCount)
        if foldedCount > 0 { folded[foldedCount - 1] = foldedTail }
    }

    /// Takes over the keys of another scan.
    mutating func copy(folded: UnsafeBufferPointer<UInt8>, exact: UnsafeBufferPointer<UInt8>, isMarked: Bool) {
        while max(folded.count, exact.count) + 8 > capacity { grow(keeping: 0, 0) }
        if let source = folded.baseAddress { self.folded.update(from: source, count: folded.count) }
        if let source = exact.baseAddress { self.exact.update(from: source, count: exact.count) }
        set(folded.count, exact.count, isMarked)
    }

    private static func vowel(_ row: UInt8, _ tone: UInt8) -> UInt32 {
        UInt32(LetterTable.toned[Int(row - 1) * 6 + Int(tone)])
    }

    @inline(__always)
    static func write(_ scalar: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
        if scalar < 0x80 {
            target[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        if scalar < 0x800 {
            target[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 2
        }
        if scalar < 0x10000 {
            target[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            target[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 3
        }
        target[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
        target[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        target[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        return 4
    }
}
