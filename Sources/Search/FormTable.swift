/// Numbers the distinct spellings of syllables in the order they are met.
///
/// Open addressing over bytes in one buffer: a collection has some ten thousand spellings and millions of tokens, so
/// that a look-up must not make a `String`.
struct FormTable: Sendable {
    /// A spelling: its exact key, then its fold, in `bytes`.
    private struct Form {
        var start: Int
        var exactCount: Int
        var foldedCount: Int
        var hash: UInt64
    }

    private var bytes: [UInt8] = []
    private var forms: [Form] = []
    /// Form number plus one, or 0.
    private var slots = [UInt32](repeating: 0, count: 1 << 14)

    var count: Int { forms.count }

    /// The number of a spelling; a new one when it has not been seen.
    mutating func number(exact: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(exact)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let form = forms[Int(slots[slot]) - 1]
            if form.hash == hash, form.exactCount == exact.count, holds(exact, at: form.start) {
                return slots[slot] - 1
            }
            slot = (slot + 1) & mask
        }
        let number = UInt32(forms.count)
        forms.append(Form(start: bytes.count, exactCount: exact.count, foldedCount: folded.count, hash: hash))
        bytes.append(contentsOf: exact)
        bytes.append(contentsOf: folded)
        slots[slot] = number + 1
        if forms.count * 2 > slots.count { grow() }
        return number
    }

    func exact(_ number: Int) -> ArraySlice<UInt8> {
        let form = forms[number]
        return bytes[form.start..<form.start + form.exactCount]
    }

    func folded(_ number: Int) -> ArraySlice<UInt8> {
        let start = forms[number].start + forms[number].exactCount
        return bytes[start..<start + forms[number].foldedCount]
    }

    private func holds(_ other: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for offset in 0..<other.count where bytes[start + offset] != other[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, form) in forms.enumerated() {
            var slot = Int(truncatingIfNeeded: form.hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number) + 1
        }
    }

    /// FNV-1a, 64 bits, with a last mix for the low bits.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 29)
    }
}
