import VietnameseText

/// Bytes of any file in the one form in which what is withheld is looked for: folded letters and digits in words, a blank
/// before each and after the last. Spelling, case, composition of letters, the escapes of HTML, JSON and addresses, zeros in
/// front of numbers and all punctuation are gone, so that `5-KL/TW`, `05-kl-tw` and `5%2DKL%2FTW` are one.
enum CanonicalText {
    private static let blank = UInt8(ascii: " ")

    /// - Parameter skipsTags: Whether what stands in angle brackets is left out.
    static func of(_ bytes: [UInt8], skippingTags skipsTags: Bool = false) -> [UInt8] {
        var words: [UInt8] = [blank]
        words.reserveCapacity(bytes.count + 2)
        var index = 0
        bytes.withUnsafeBufferPointer { bytes in
            while index < bytes.count {
                let (sign, length) = next(bytes, index, skipsTags)
                index += length
                switch sign {
                case dropped: continue
                case blank: if words.last != blank { words.append(blank) }
                default:
                    // Zeros in front of a number say nothing.
                    if words.count > 1, words.last == UInt8(ascii: "0"), words[words.count - 2] == blank,
                        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(sign)
                    {
                        words.removeLast()
                    }
                    words.append(sign)
                }
            }
        }
        if words.last != blank { words.append(blank) }
        return words
    }

    /// The next letter, digit or blank, and how many bytes it takes.
    private static func next(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ skipsTags: Bool
    ) -> (UInt8, Int) {
        let byte = bytes[index]
        if byte < 0x80 {
            switch byte {
            case UInt8(ascii: "%"):
                guard let (scalar, length) = encoded(bytes, index) else { return (blank, 1) }
                return (sign(of: scalar), length)
            case UInt8(ascii: "&"): return (blank, entity(bytes, index))
            case UInt8(ascii: "\\"):
                let isLong = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "u")
                return (blank, isLong ? 6 : 2)
            case UInt8(ascii: "<") where skipsTags:
                var end = index + 1
                while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
                return (blank, end + 1 - index)
            default: return (table[Int(byte)], 1)
            }
        }
        let (scalar, length) = scalar(bytes, index)
        return (sign(of: scalar), length)
    }

    private static func entity(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        var end = index + 1
        while end < bytes.count, end - index < 8 {
            if bytes[end] == UInt8(ascii: ";") { return end + 1 - index }
            if bytes[end] == blank { break }
            end += 1
        }
        return 1
    }

    /// A letter whose bytes are written as `%E1%BA%A1`.
    private static func encoded(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int)? {
        guard let first = byte(bytes, index) else { return nil }
        guard first >= 0xC0 else { return (UInt32(first), 3) }
        let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var scalar = UInt32(first) & (0x7F >> UInt32(count))
        for part in 1..<count {
            guard let following = byte(bytes, index + 3 * part) else { return nil }
            scalar = scalar << 6 | UInt32(following & 0x3F)
        }
        return (scalar, 3 * count)
    }

    private static func byte(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8? {
        guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), let high = digit(bytes[index + 1]),
            let low = digit(bytes[index + 2])
        else { return nil }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
        let first = bytes[index]
        let count = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard count > 1, index + count <= bytes.count else { return (0, 1) }
        var scalar = UInt32(first) & (0x7F >> UInt32(count))
        for place in (index + 1)..<(index + count) { scalar = scalar << 6 | UInt32(bytes[place] & 0x3F) }
        return (scalar, count)
    }

    private static func sign(of scalar: UInt32) -> UInt8 { scalar < tableLength ? table[Int(scalar)] : blank }

    private static let dropped: UInt8 = 0
    /// Up to the last of the Vietnamese letters, U+1EF9.
    private static let tableLength: UInt32 = 0x1F00
    private static let table: [UInt8] = (0..<tableLength).map { number in
        // Marks that are written apart from their letter.
        if (0x300...0x36F).contains(number) { return dropped }
        guard let scalar = UnicodeScalar(number) else { return blank }
        let folded = Array(Folding.fold(String(scalar)).utf8)
        guard folded.count == 1, let byte = folded.first else { return blank }
        switch byte {
        case 0x30...0x39, 0x61...0x7A: return byte
        default: return blank
        }
    }
}
