/// Bytes of NFC text with the tests that scanning needs. Never reads out of bounds.
struct TextBytes {
    let base: UnsafePointer<UInt8>
    let count: Int

    init?(_ buffer: UnsafeBufferPointer<UInt8>) {
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return nil }
        self.base = base
        count = buffer.count
    }

    @inline(__always)
    subscript(index: Int) -> UInt8 { base[index] }

    /// The byte there, or 0 outside the text.
    @inline(__always)
    func at(_ index: Int) -> UInt8 { index >= 0 && index < count ? base[index] : 0 }

    @inline(__always)
    func isDigit(_ index: Int) -> Bool { at(index) &- 0x30 < 10 }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    @inline(__always)
    func has(_ word: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        for offset in word.indices where base[index + offset] != word[offset] { return false }
        return true
    }

    /// The same, a capital letter of ASCII or Đ in the first place being as good as a small one.
    @inline(__always)
    func hasWord(_ word: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        var start = 1
        if word[0] == 0xC4 {
            guard base[index] == 0xC4, base[index + 1] | 1 == word[1] | 1 else { return false }
            start = 2
        } else if base[index] | 0x20 != word[0] {
            return false
        }
        for offset in start..<word.count where base[index + offset] != word[offset] { return false }
        return true
    }

    /// The same, whether its letters are capital or small: “Nghị Định”, “NGHỊ ĐỊNH”.
    /// - Parameter word: In small letters of Vietnamese, in NFC.
    func hasWordInAnyCase(_ word: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        var lead: UInt8 = 0
        for offset in word.indices {
            let (small, byte) = (word[offset], base[index + offset])
            defer { if small & 0xC0 != 0x80 { lead = small } }
            guard byte != small else { continue }
            switch (small & 0xC0, lead) {
            case (0x40, _): guard small >= UInt8(ascii: "a"), byte | 0x20 == small else { return false }
            case (0x80, 0xC3): guard byte | 0x20 == small else { return false }
            case (0x80, 0xC6) where small == 0xB0: guard byte == 0xAF else { return false }
            case (0x80, 0xC4), (0x80, 0xC5), (0x80, 0xC6): guard byte | 1 == small else { return false }
            case (0x80, 0xE1): guard base[index + offset - 1] & 0xC0 == 0x80, byte | 1 == small else { return false }
            default: return false
            }
        }
        return true
    }

    /// Past blanks: spaces, no-break spaces, line ends.
    @inline(__always)
    func skipBlanks(_ index: Int) -> Int {
        var index = index
        while index < count {
            if base[index] == 0x20 || base[index] == 0x0A || base[index] == 0x09 {
                index += 1
            } else if base[index] == 0xC2, at(index + 1) == 0xA0 {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    /// Before blanks that end at an index.
    @inline(__always)
    func skipBlanksBack(_ index: Int) -> Int {
        var index = index
        while index > 0 {
            if base[index - 1] == 0x20 || base[index - 1] == 0x0A || base[index - 1] == 0x09 {
                index -= 1
            } else if index > 1, base[index - 1] == 0xA0, base[index - 2] == 0xC2 {
                index -= 2
            } else {
                break
            }
        }
        return index
    }

    /// A letter at an index: its length in bytes, and whether it is a capital; nil for everything else.
    @inline(__always)
    func letter(_ index: Int) -> (length: Int, isCapital: Bool)? {
        let byte = at(index)
        if byte < 0x80 {
            guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A else { return nil }
            return (1, byte & 0x20 == 0)
        }
        let next = at(index + 1)
        switch byte {
        case 0xC3: return (2, next < 0xA0)
        case 0xC4, 0xC5: return (2, next & 1 == 0)
        case 0xC6: return (2, next == 0xA0 || next == 0xAF || next == 0x89)
        case 0xE1 where next == 0xBA || next == 0xBB: return (3, at(index + 2) & 1 == 0)
        default: return nil
        }
    }

    /// Whether a letter or digit stands before an index.
    func isAfterLetter(_ index: Int) -> Bool {
        let byte = at(index - 1)
        if byte < 0x80 { return byte &- 0x30 < 10 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) }
        var start = index - 1
        while start > 0, index - start < 4, base[start] & 0xC0 == 0x80 { start -= 1 }
        return letter(start) != nil
    }

    /// The value of the digits at an index and where they end; nil without digits or with more than nine.
    func integer(_ index: Int) -> (value: Int, end: Int)? {
        var end = index
        var value = 0
        while isDigit(end), end - index < 10 {
            value = value * 10 + Int(base[end] - 0x30)
            end += 1
        }
        return end > index && end - index < 10 ? (value, end) : nil
    }
}
